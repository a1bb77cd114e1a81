"""What became of each obligation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeAlias

import attrs

from specc.coverage.seen import EndpointSeen
from specc.driver.running.events import Event

Outcome: TypeAlias = Literal["held", "noted", "waived", "broken", "not_run", "error"]
"""`noted` is a security finding that is milder than what fails."""

GRAVITY: dict[str, int] = {
    "held": 0,
    "waived": 1,
    "not_run": 2,
    "noted": 3,
    "broken": 4,
    "error": 5,
}


@attrs.frozen
class Result:
    """One obligation after a run. `error` is an outcome that says nothing about the service."""

    obligation: str
    endpoint: str
    spec: str
    outcome: Outcome
    reason: str = ""
    message: str = ""
    node: str = ""
    seconds: float = 0.0
    breach: Mapping[str, Any] | None = None
    """What the security rule that is broken is, and what showed it."""


@attrs.frozen
class SuiteResult:
    """A suite after its run.

    `unreachable` says of services that the suite can't do without why they couldn't be had.
    `trouble` is what pytest printed if it could not run the suite at all. `left_behind` are the
    records that a clean-up could not delete.
    """

    suite: str
    spec: str
    results: tuple[Result, ...]
    unreachable: tuple[str, ...] = ()
    left_behind: tuple[str, ...] = ()
    trouble: str = ""
    interrupted: bool = False
    seconds: float = 0.0
    seen: Mapping[str, EndpointSeen] = attrs.field(factory=dict, repr=False)
    """What was seen of each endpoint."""
    found: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    """Obligations that made-up requests have broken, and the calls that did it."""

    @property
    def is_whole(self) -> bool:
        """Whether it came to its end, with its services there."""
        return not (self.interrupted or self.trouble or self.unreachable)

    def count(self, *outcomes: Outcome) -> int:
        """How many obligations ended so."""
        return sum(result.outcome in outcomes for result in self.results)


@attrs.frozen
class RunResult:
    """All suites of a run."""

    seed: int
    suites: tuple[SuiteResult, ...]

    @property
    def results(self) -> tuple[Result, ...]:
        """The obligations of all suites."""
        return tuple(result for suite in self.suites for result in suite.results)

    @property
    def broken(self) -> tuple[Result, ...]:
        """Those that don't hold, or could not be told."""
        return tuple(each for each in self.results if each.outcome in ("broken", "error"))

    @property
    def not_run(self) -> tuple[Result, ...]:
        """Those that were not put to the test."""
        return tuple(each for each in self.results if each.outcome == "not_run")

    @property
    def noted(self) -> tuple[Result, ...]:
        """Security findings that are milder than what fails."""
        return tuple(each for each in self.results if each.outcome == "noted")

    @property
    def waived(self) -> tuple[Result, ...]:
        """Those that need not hold for now, as the spec says."""
        return tuple(each for each in self.results if each.outcome == "waived")

    @property
    def interrupted(self) -> bool:
        """Whether someone ended it early."""
        return any(suite.interrupted for suite in self.suites)

    @property
    def unreachable(self) -> tuple[str, ...]:
        """Why services could not be had, each reason once."""
        return tuple(dict.fromkeys(each for suite in self.suites for each in suite.unreachable))

    @property
    def left_behind(self) -> tuple[str, ...]:
        """The records that could not be deleted."""
        return tuple(each for suite in self.suites for each in suite.left_behind)

    @property
    def all_ran(self) -> bool:
        """Whether every suite came to its end."""
        return not (self.interrupted or self.trouble or self.unreachable)

    @property
    def trouble(self) -> tuple[SuiteResult, ...]:
        """The suites that pytest could not run."""
        return tuple(suite for suite in self.suites if suite.trouble)

    def by_endpoint(self) -> dict[str, tuple[Result, ...]]:
        """The obligations by endpoint, in the order of the spec."""
        groups: dict[str, list[Result]] = {}
        for result in self.results:
            groups.setdefault(result.endpoint, []).append(result)
        return {endpoint: tuple(group) for endpoint, group in groups.items()}

    def data(self) -> dict[str, object]:
        """The run as data that JSON can hold."""
        return {
            "seed": self.seed,
            "interrupted": self.interrupted,
            "totals": {
                outcome: sum(each.outcome == outcome for each in self.results)
                for outcome in GRAVITY
            },
            "unreachable": list(self.unreachable),
            "left_behind": list(self.left_behind),
            "suites": [
                {
                    "suite": suite.suite,
                    "spec": suite.spec,
                    "seconds": round(suite.seconds, 3),
                    "trouble": suite.trouble,
                    "obligations": [attrs.asdict(result) for result in suite.results],
                }
                for suite in self.suites
            ],
        }


def results_of(
    obligations: Mapping[str, Mapping[str, Any]],
    events: Iterable[Event],
    selected: frozenset[str] | None,
    unsaid: str,
) -> tuple[Result, ...]:
    """One result an obligation of the manifest, and one for each that only the run knew of.

    With `selected`, others are left out. `unsaid` is why an obligation with a test has no outcome.
    """
    known: dict[str, Result] = {}
    for event in events:
        if event.get("event") != "test" or not event.get("obligation"):
            continue
        made = _result(event, obligations.get(event["obligation"], {}))
        before = known.get(made.obligation)
        if before is None or GRAVITY[made.outcome] > GRAVITY[before.outcome]:
            known[made.obligation] = made
    for name, entry in obligations.items():
        if name not in known and (selected is None or name in selected):
            known[name] = Result(
                obligation=name,
                endpoint=_endpoint(name, entry),
                spec=str(entry.get("spec") or ""),
                outcome="waived" if entry.get("waived") else "not_run",
                reason=str(entry.get("reason") or unsaid),
            )
    order = {name: at for at, name in enumerate(obligations)}
    return tuple(sorted(known.values(), key=lambda each: order.get(each.obligation, len(order))))


def _result(event: Event, entry: Mapping[str, Any]) -> Result:
    outcome = event.get("outcome")
    return Result(
        obligation=event["obligation"],
        endpoint=_endpoint(event["obligation"], entry),
        spec=str(event.get("spec") or entry.get("spec") or ""),
        outcome=outcome if outcome in GRAVITY else "error",
        reason=str(event.get("reason") or ""),
        message=str(event.get("message") or ""),
        node=str(event.get("node") or ""),
        seconds=float(event.get("seconds") or 0),
        breach=event.get("breach"),
    )


def _endpoint(obligation: str, entry: Mapping[str, Any]) -> str:
    return str(entry.get("endpoint") or obligation.partition(".")[0])
