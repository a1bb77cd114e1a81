"""What became of a pipeline: of each stage, of what is run on failure, and of all obligations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeAlias

import attrs

from specc.driver.running.results import GRAVITY, Result, RunResult, SuiteResult

State: TypeAlias = Literal["passed", "failed", "blocked", "interrupted", "not_run"]


@attrs.frozen
class LoadRun:
    """A run of a load profile: its exit code, what it printed last, and its figures."""

    profile: str
    code: int
    printed: str
    figures: Mapping[str, Any] = attrs.field(factory=dict, repr=False)
    seconds: float = 0.0


@attrs.frozen
class StageResult:
    """A stage after its turn. `reason` says why it failed, or did not run."""

    name: str
    needs: tuple[str, ...]
    state: State
    place: str = ""
    reason: str = ""
    seconds: float = 0.0
    suites: tuple[SuiteResult, ...] = ()
    loads: tuple[LoadRun, ...] = ()
    code: int = 0
    """0 nothing is wrong, 1 something is broken, 3 no service, 4 a defect."""

    @property
    def results(self) -> tuple[Result, ...]:
        """The obligations that it was about."""
        return tuple(result for suite in self.suites for result in suite.results)


@attrs.frozen
class HookResult:
    """What was run on failure, how it ended, and what it printed last."""

    command: str
    code: int | None
    printed: str = ""


@attrs.frozen
class PipelineResult:
    """A pipeline after its run."""

    name: str
    spec: str
    seed: int
    stages: tuple[StageResult, ...]
    hook: HookResult | None = None
    interrupted: bool = False
    seconds: float = 0.0

    @property
    def code(self) -> int:
        """The exit code: that of the gravest stage; 1 where one did not pass for another reason."""
        codes = [stage.code for stage in self.stages]
        if self.interrupted:
            return 1
        for code in (4, 3, 1):
            if code in codes:
                return code
        wrong = any(stage.state in ("failed", "blocked", "interrupted") for stage in self.stages)
        return 1 if wrong else 0

    @property
    def run(self) -> RunResult:
        """All that its stages have run, as one run."""
        by_suite: dict[str, list[SuiteResult]] = {}
        for stage in self.stages:
            for suite in stage.suites:
                by_suite.setdefault(suite.suite, []).append(suite)
        return RunResult(self.seed, tuple(_as_one(parts) for parts in by_suite.values()))

    def data(self) -> dict[str, object]:
        """The pipeline as data that JSON can hold."""
        return {
            "name": self.name,
            "spec": self.spec,
            "code": self.code,
            "interrupted": self.interrupted,
            "seconds": round(self.seconds, 3),
            "stages": [
                {
                    "name": stage.name,
                    "needs": list(stage.needs),
                    "state": stage.state,
                    "spec": stage.place,
                    "reason": stage.reason,
                    "seconds": round(stage.seconds, 3),
                    "totals": totals(stage.results),
                    "loads": [
                        {"profile": load.profile, "code": load.code, "printed": load.printed}
                        for load in stage.loads
                    ],
                }
                for stage in self.stages
            ],
            "on_failure": None if self.hook is None else attrs.asdict(self.hook),
        }


def totals(results: Iterable[Result]) -> dict[str, int]:
    """How many obligations ended in each way."""
    counts = dict.fromkeys(GRAVITY, 0)
    for result in results:
        counts[result.outcome] += 1
    return counts


_SAYS = {"not_run": 0, "waived": 1, "held": 2, "noted": 3, "broken": 4, "error": 5}
"""Of two outcomes of an obligation, the one that says more: stages test different things."""


def _as_one(parts: list[SuiteResult]) -> SuiteResult:
    """The runs of parts of a suite."""
    kept: dict[str, Result] = {}
    for part in parts:
        for result in part.results:
            before = kept.get(result.obligation)
            if before is None or _SAYS[result.outcome] > _SAYS[before.outcome]:
                kept[result.obligation] = result
    first = parts[0]
    return SuiteResult(
        suite=first.suite,
        spec=first.spec,
        results=tuple(kept.values()),
        unreachable=tuple(dict.fromkeys(each for part in parts for each in part.unreachable)),
        left_behind=tuple(each for part in parts for each in part.left_behind),
        trouble="\n".join(part.trouble for part in parts if part.trouble),
        interrupted=any(part.interrupted for part in parts),
        seconds=sum(part.seconds for part in parts),
        found=tuple(each for part in parts for each in part.found),
    )
