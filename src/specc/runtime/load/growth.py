"""Whether the server's memory, or a latency, grows, as far as a run can tell."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

from specc.runtime.load.histogram import Histogram
from specc.runtime.load.profile import Threshold
from specc.runtime.load.slope import Slope, theil_sen
from specc.runtime.load.tally import MEMORY, Tally, Window
from specc.runtime.load.verdict import Verdict, fulfils, percent_of

_GROWTH = " growth"
_MOST_POINTS = 120
"""Spans that a run's seconds are put together to: the longer a span, the surer its percentile."""


def is_growth(threshold: Threshold) -> bool:
    """Whether a threshold is about how something grows."""
    return threshold.metric.endswith(_GROWTH)


def judge(threshold: Threshold, tally: Tally) -> Verdict:
    """Whether something grows within the limit, with 95 % confidence; the warm-up doesn't count.

    Memory grows by bytes a second. A latency grows by a share of what it was at first, over the
    whole run.
    """
    windows = [each for each in tally.windows if each.at >= tally.measured_from]
    if threshold.metric.removesuffix(_GROWTH) == "memory":
        return _memory(threshold, windows)
    return _latency(threshold, windows)


def _memory(threshold: Threshold, windows: Sequence[Window]) -> Verdict:
    points = [(each.at, each.gauges[MEMORY]) for each in windows if MEMORY in each.gauges]
    slope = theil_sen(points)
    if slope is None:
        why = "the server's memory was not watched for long enough: add `monitor process`"
        return Verdict(threshold, None, "not run", why)
    return _judged(threshold, slope, (per_hour(slope.low), per_hour(slope.high)))


def _latency(threshold: Threshold, windows: Sequence[Window]) -> Verdict:
    points = _course(threshold, windows)
    slope = theil_sen(points)
    if slope is None:
        return Verdict(threshold, None, "not run", "too few seconds were measured to tell")
    moments, values = zip(*points, strict=True)
    long = moments[-1] - moments[0]
    at_first = statistics.median(values) - slope.value * (statistics.median(moments) - moments[0])
    if at_first <= 0:
        at_first = min(values) or 1.0
    share = Slope(*(each * long / at_first for each in (slope.value, slope.low, slope.high)))
    return _judged(threshold, share, (f"{share.low:+.1%}", f"{share.high:+.1%}"))


def _course(threshold: Threshold, windows: Sequence[Window]) -> list[tuple[float, float]]:
    """The latency (microseconds) of each span of the run, at its middle."""
    metric = threshold.metric.removesuffix(_GROWTH)
    together = max(-(-len(windows) // _MOST_POINTS), 1)
    points = []
    for index in range(0, len(windows), together):
        span = windows[index : index + together]
        times = Histogram()
        for each in span:
            part = each if threshold.of is None else each.parts.get(threshold.of)
            if part is not None:
                times.merge(part.histogram)
        if times.count:
            value = times.mean if metric == "mean" else times.percentile(percent_of(metric))
            points.append(((span[0].at + span[-1].at + span[-1].seconds) / 2, value))
    return points


def _judged(threshold: Threshold, slope: Slope, said: tuple[str, str]) -> Verdict:
    ends = [fulfils(threshold, slope.low), fulfils(threshold, slope.high)]
    if ends[0] is not ends[1]:
        why = f"between {said[0]} and {said[1]}: a longer run would tell"
        return Verdict(threshold, None, "not run", why)
    sure = f"{said[0]} to {said[1]} with 95 % confidence"
    return Verdict(threshold, slope.value, "held" if ends[0] else "broken", sure)


def per_hour(value: float) -> str:
    """Bytes a second as people read them."""
    return f"{value * 3600 / 1e6:,.2f} MB/h"
