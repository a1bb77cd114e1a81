"""A run as a story, with what earlier runs add to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from specc.driver.history.alerts import alerts
from specc.driver.history.series import alike, latency_series
from specc.driver.history.store import Figure, Latency, Outcome, Run
from specc.driver.pipelines.outcome import PipelineResult, totals
from specc.driver.revision import revision
from specc.driver.running.results import RunResult
from specc.reporting.story import STATES, Covered, Finding, Hook, Load, Past, StageTold, Story, Told

if TYPE_CHECKING:
    from specc.driver.covering import Coverage


def as_run(result: RunResult, environment: str, pipeline: PipelineResult | None = None) -> Run:
    """What is kept of a run that has just ended."""
    return Run(
        datetime.now(UTC).isoformat(timespec="seconds"),
        revision(),
        environment,
        result.seed,
        sum(suite.seconds for suite in result.suites),
        tuple(
            Outcome(suite.suite, each.obligation, each.endpoint, each.outcome, each.seconds)
            for suite in result.suites
            for each in suite.results
        ),
        tuple(_figures(result)),
        tuple(
            Latency(suite.suite, endpoint, status, times.median, times.count)
            for suite in result.suites
            for (endpoint, status), times in suite.latencies.items()
        ),
        {suite.suite: suite.version for suite in result.suites if suite.version},
        "" if pipeline is None else pipeline.part,
    )


def _figures(result: RunResult) -> list[Figure]:
    found = []
    for suite in result.suites:
        for load in suite.loads:
            for endpoint, told in (load.figures.get("endpoints") or {}).items():
                for name in ("p50", "p95"):
                    value = (told.get("latency") or {}).get(name)
                    if isinstance(value, int | float):
                        found.append(Figure(f"{load.profile}: {endpoint}", name, float(value)))
    return found


def story(
    result: RunResult,
    runs: Sequence[Run],
    pipeline: PipelineResult | None = None,
    coverage: Coverage | None = None,
) -> Story:
    """All that there is to tell. The newest of the runs is this one, if it was kept."""
    specs = list(dict.fromkeys(suite.spec for suite in result.suites))
    stages: tuple[StageTold, ...] = ()
    hook = None
    if pipeline is not None:
        stages = tuple(
            StageTold(
                each.name, each.needs, each.state, each.reason, each.seconds, totals(each.results)
            )
            for each in pipeline.stages
        )
        if pipeline.hook is not None:
            hook = Hook(pipeline.hook.command, pipeline.hook.code, pipeline.hook.printed)
    troubles = [f"{suite.suite} could not be run:\n{suite.trouble}" for suite in result.trouble]
    troubles += result.unreachable
    troubles += ["it was interrupted"] if result.interrupted else []
    troubles += [f"left behind: {each}" for each in result.left_behind]
    seconds = sum(suite.seconds for suite in result.suites)
    return Story(
        title=", ".join(specs) or (pipeline.spec if pipeline else "nothing"),
        at=datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        seed=result.seed,
        seconds=pipeline.seconds if pipeline is not None else seconds,
        obligations=tuple(
            Told(
                each.obligation,
                each.endpoint,
                each.spec,
                each.outcome,
                each.reason,
                each.message,
                each.seconds,
                _finding(each.breach) if each.breach is not None else None,
            )
            for each in result.results
        ),
        troubles=tuple(troubles),
        pipeline=pipeline.name if pipeline is not None else "",
        stages=stages,
        hook=hook,
        loads=tuple(
            Load(load.profile, load.figures) for suite in result.suites for load in suite.loads
        ),
        covered=tuple(_covered(coverage)) if coverage is not None else (),
        past=tuple(_past(run) for run in runs),
        alerts=tuple(alerts(runs)),
        latencies={
            endpoint: value
            for endpoint, (value,) in latency_series([as_run(result, "")]).items()
            if value is not None
        },
        trends={
            endpoint: tuple(value for value in values if value is not None)
            for endpoint, values in latency_series(alike(runs)).items()
        },
    )


def _finding(breach: Mapping[str, Any]) -> Finding:
    cwe = breach.get("cwe")
    texts = {
        name: str(breach.get(name) or "")
        for name in ("rule", "title", "severity", "owasp", "where", "remedy")
    }
    return Finding(
        **texts,
        cwe=cwe if isinstance(cwe, int) else 0,
        said=str(breach.get("message") or ""),
        again=tuple(str(each) for each in breach.get("again") or ()),
    )


def _covered(coverage: Coverage) -> list[Covered]:
    from specc.coverage.measure import SUBJECTS

    return [
        Covered(
            each.endpoint,
            {
                subject: (sum(point.seen for point in each.of(subject)), len(each.of(subject)))
                for subject in SUBJECTS
            },
        )
        for suite in coverage.suites
        for each in suite.endpoints or ()
    ]


def _past(run: Run) -> Past:
    counts: Mapping[str, int] = {
        state: sum(each.outcome == state for each in run.outcomes) for state in STATES
    }
    return Past(run.at, counts, run.seconds)
