"""The figures of many runs by what they are about, the oldest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from specc.driver.history.store import Latency, Run


def alike(runs: Sequence[Run]) -> Sequence[Run]:
    """Those that were run as the newest was: the same pipeline, the same stage of one, or none."""
    return [run for run in runs if run.pipeline == runs[-1].pipeline]


def latency_series(runs: Sequence[Run]) -> dict[str, list[float | None]]:
    """How long (seconds) an endpoint's answers took in each run; None where there were none.

    Each status is held against its own usual time, so that a run with other requests compares: one
    that was refused more often, and sooner, is not the faster for it.
    """
    of: dict[tuple[str, str, str], list[Latency]] = {}
    for run in runs:
        for each in run.latencies:
            of.setdefault((each.suite, each.endpoint, each.status), []).append(each)
    usual = {key: median(one.median for one in parts) for key, parts in of.items()}
    by_endpoint: dict[tuple[str, str], list[tuple[float, int]]] = {}
    for key, parts in of.items():
        count = sum(one.count for one in parts)
        by_endpoint.setdefault(key[:2], []).append((usual[key], count))
    names = _names(by_endpoint)
    found: dict[str, list[float | None]] = {}
    for index, run in enumerate(runs):
        ratios: dict[tuple[str, str], list[tuple[float, int]]] = {}
        for one in run.latencies:
            base = usual[one.suite, one.endpoint, one.status]
            if base > 0:
                ratio = one.median / base
                ratios.setdefault((one.suite, one.endpoint), []).append((ratio, one.count))
        for endpoint, held in ratios.items():
            series = found.setdefault(names[endpoint], [None] * len(runs))
            series[index] = _mean(held) * _mean(by_endpoint[endpoint])
    return found


def figure_series(runs: Sequence[Run]) -> dict[str, list[float | None]]:
    """The figures of load runs, in each run; None where there was no such run."""
    found: dict[str, list[float | None]] = {}
    for index, run in enumerate(runs):
        for each in run.figures:
            subject = f"{each.subject} ({each.name})"
            found.setdefault(subject, [None] * len(runs))[index] = each.value
    return found


def _mean(parts: Iterable[tuple[float, int]]) -> float:
    """The mean of values, each as often as it was counted."""
    listed = list(parts)
    return sum(value * count for value, count in listed) / sum(count for _, count in listed)


def _names(endpoints: Mapping[tuple[str, str], object]) -> dict[tuple[str, str], str]:
    """What endpoints are called: with their suite where another one has the name as well."""
    counts: dict[str, int] = {}
    for _, endpoint in endpoints:
        counts[endpoint] = counts.get(endpoint, 0) + 1
    return {
        (suite, endpoint): f"{suite}: {endpoint}" if counts[endpoint] > 1 else endpoint
        for suite, endpoint in endpoints
    }
