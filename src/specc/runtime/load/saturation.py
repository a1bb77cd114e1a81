"""The search for the load that a service can just bear: steps up, then bisection."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from specc.runtime.load.histogram import Histogram
from specc.runtime.load.profile import Profile
from specc.runtime.load.tally import Series, Tally
from specc.runtime.load.verdict import fulfils, measured

STEPS = 6
BISECTIONS = 4
SHORTEST_SECONDS = 2.0


@attrs.frozen
class Probe:
    """One level (arrivals a second, or users) held for a while, and what came of it."""

    level: float
    throughput: float
    errors: float
    p50: float
    p95: float
    p99: float
    saturated: bool


@attrs.frozen
class Saturation:
    """What a search has found. `knee` is the highest level that was borne, 0 for none.

    `reached` says whether any level was too much.
    """

    knee: float
    reached: bool
    probes: tuple[Probe, ...]


def levels_of(profile: Profile) -> tuple[float, float, float]:
    """The lowest and the highest level to try, and how long (seconds) each is held."""
    stages = profile.stages
    low = stages.stages[0].start
    seconds = max(stages.seconds / (STEPS + BISECTIONS), SHORTEST_SECONDS)
    return low, stages.peak, seconds


def search(
    profile: Profile, hold: Callable[[float, float], None], tally: Tally, over: Callable[[], bool]
) -> Saturation:
    """Find the knee. `hold(level, seconds)` puts the load on and returns when all of it is done.

    Steps go up until one saturates the service; then the interval is halved again and again.
    """
    low, high, seconds = levels_of(profile)
    probes: list[Probe] = []

    def borne(level: float) -> bool:
        before = Snapshot(tally)
        hold(level, seconds)
        probe = _probe(profile, level, before.since(tally, seconds))
        probes.append(probe)
        return not probe.saturated

    good, bad = 0.0, None
    start = low or high / STEPS
    for index in range(STEPS):
        if over():
            break
        level = _round(profile, start + (high - start) * index / (STEPS - 1))
        if not borne(level):
            bad = level
            break
        good = level
    for _ in range(BISECTIONS):
        if bad is None or over():
            break
        level = _round(profile, (good + bad) / 2)
        if level in (good, bad) or level <= 0:
            break
        if borne(level):
            good = level
        else:
            bad = level
    return Saturation(good, bad is not None, tuple(sorted(probes, key=lambda each: each.level)))


def _round(profile: Profile, level: float) -> float:
    return level if profile.is_open else float(round(level))


def _probe(profile: Profile, level: float, figures: Tally) -> Probe:
    whole = figures.whole
    requests = sum(series.measured for series in figures.series.values())
    failed = sum(series.measured_failed for series in figures.series.values())
    found = [(threshold, measured(threshold, figures)) for threshold in profile.until]
    # A service that answers nothing has surely had enough.
    saturated = not whole.count or any(
        value is not None and fulfils(threshold, value) for threshold, value in found
    )
    return Probe(
        level=level,
        throughput=(requests - failed) / figures.seconds if figures.seconds else 0.0,
        errors=failed / requests if requests else 1.0,
        p50=whole.percentile(50) / 1e6,
        p95=whole.percentile(95) / 1e6,
        p99=whole.percentile(99) / 1e6,
        saturated=saturated,
    )


class Snapshot:
    """The figures of a moment, to be compared with those of a later one."""

    def __init__(self, tally: Tally) -> None:
        every = (*tally.series.values(), *tally.flows.values())
        self._counts = {id(each): dict(each.histogram.counts) for each in every}
        self._others = {id(each): (each.failed, each.lost) for each in every}
        self._totals = {id(each): each.histogram.total for each in every}

    def since(self, tally: Tally, seconds: float) -> Tally:
        """What came after it, as a tally of its own that lasts `seconds`."""
        found = Tally()
        found.measured_until = seconds
        for mine, theirs in ((found.series, tally.series), (found.flows, tally.flows)):
            for name, series in theirs.items():
                mine[name] = self._difference(series)
        return found

    def _difference(self, series: Series) -> Series:
        made = Series(series.name, series.method)
        before = self._counts.get(id(series), {})
        counts = {
            bucket: count - before.get(bucket, 0)
            for bucket, count in series.histogram.counts.items()
            if count > before.get(bucket, 0)
        }
        made.histogram = Histogram.from_counts(
            counts, series.histogram.total - self._totals.get(id(series), 0)
        )
        failed, lost = self._others.get(id(series), (0, 0))
        made.failed, made.lost = series.failed - failed, series.lost - lost
        return made
