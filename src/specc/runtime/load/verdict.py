"""Whether what a profile requires holds, and whether the figures can be trusted at all."""

from __future__ import annotations

import operator
from collections.abc import Mapping
from typing import Literal

import attrs

from specc.runtime.load.histogram import Histogram
from specc.runtime.load.profile import Profile, Threshold
from specc.runtime.load.tally import Tally

_HOLDS = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
_FEW = 20
"""Requests before which nothing is hopeless."""
_PATIENCE_SECONDS = 3.0
BUSIEST = 0.8
LATEST_MICROSECONDS = 1_000


@attrs.frozen
class Verdict:
    """One threshold, what was measured, and whether it holds; None where nothing can be said."""

    threshold: Threshold
    value: float | None
    outcome: Literal["held", "broken", "not run"]
    reason: str = ""


def fulfils(threshold: Threshold, value: float) -> bool:
    """Whether a figure is on the side of the limit that the threshold names."""
    return bool(_HOLDS[threshold.operator](value, threshold.limit))


def judged(
    threshold: Threshold, tally: Tally, others: Mapping[str, float] | None = None
) -> Verdict:
    """What a threshold came to. `others` are figures that no request has."""
    others = others or {}
    if threshold.metric in others:
        found = others[threshold.metric]
        return Verdict(threshold, found, "held" if fulfils(threshold, found) else "broken")
    if threshold.metric not in ("errors", "throughput", "mean", "max") and not _is_percentile(
        threshold.metric
    ):
        return Verdict(threshold, None, "not run", f"{threshold.metric} was not measured")
    value = measured(threshold, tally)
    if value is None:
        what = threshold.of or "the service"
        return Verdict(threshold, None, "not run", f"{what} gave no answer to measure")
    return Verdict(threshold, value, "held" if fulfils(threshold, value) else "broken")


def _is_percentile(metric: str) -> bool:
    return metric[:1] == "p" and metric[1:].replace(".", "", 1).isdigit()


def percent_of(metric: str) -> float:
    """The percentile that a metric asks for: 99.9 for `p999`."""
    digits = metric[1:]
    return (
        float(digits) if "." in digits or len(digits) < 3 else float(f"{digits[:2]}.{digits[2:]}")
    )


def measured(threshold: Threshold, tally: Tally) -> float | None:
    """The figure that a threshold is about; None where there is none."""
    if threshold.of is None:
        chosen = list(tally.series.values())
    else:
        named = tally.series.get(threshold.of) or tally.flows.get(threshold.of)
        chosen = [named] if named else []
    latencies = Histogram()
    for series in chosen:
        latencies.merge(series.histogram)
    requests = sum(series.measured for series in chosen)
    failed = min(sum(series.measured_failed for series in chosen), requests)
    if not requests:
        return None
    match threshold.metric:
        case "errors":
            return failed / requests
        case "throughput":
            return (requests - failed) / tally.seconds if tally.seconds else None
        case _ if not latencies.count:
            return None
        case "mean":
            return latencies.mean / 1e6
        case "max":
            return latencies.most / 1e6
        case metric:
            return latencies.percentile(percent_of(metric)) / 1e6


def is_hopeless(profile: Profile, tally: Tally) -> str:
    """Why a run need not go on, in words; empty while it should."""
    whole = sum(series.measured for series in tally.series.values())
    if whole < _FEW or tally.seconds < _PATIENCE_SECONDS:
        return ""
    for threshold in profile.abort:
        value = measured(threshold, tally)
        if value is not None and fulfils(threshold, value):
            return f"`abort when {threshold.text}` came true ({threshold.at})"
    answers = sum(series.histogram.count for series in tally.series.values())
    if not answers and sum(series.lost for series in tally.series.values()) >= _FEW:
        return f"the service gives no answer: {_usual_failure(tally)}"
    return ""


def _usual_failure(tally: Tally) -> str:
    kinds = [item for series in tally.series.values() for item in series.kinds.items()]
    return max(kinds, key=lambda item: item[1])[0] if kinds else "nobody knows why"


def doubts(tally: Tally) -> list[str]:
    """Why the figures can't be trusted, each in words; none if they can.

    The generator must not be what is slow: not above 80 % of its processor, and not a millisecond
    late with 1 % of what it has to begin.
    """
    found = []
    measured_windows = [each for each in tally.windows if each.at >= tally.measured_from]
    busy = [window.busy for window in measured_windows if window.busy]
    mean = sum(busy) / len(busy) if busy else 0.0
    if mean > BUSIEST:
        found.append(
            f"the generator itself used {mean:.0%} of its processor (more than {BUSIEST:.0%}): "
            "latencies include waiting for it. Use fewer users or a lower rate, or more workers"
        )
    lag = tally.late.percentile(99)
    if lag > LATEST_MICROSECONDS:
        found.append(
            f"the generator was {lag / 1000:.1f} ms late with 1 % of what it had to begin "
            f"(more than {LATEST_MICROSECONDS / 1000:g} ms): the load was not the one that the "
            "profile asks for. Use a machine with nothing else to do, or more workers"
        )
    if tally.dropped:
        found.append(
            f"{tally.dropped:,} arrivals were dropped, because too many were waiting for answers"
        )
    return found
