"""What was measured: latencies, failures and the course of a run, folded twice a second."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from specc.runtime.load.histogram import Histogram

MEMORY = "server memory (bytes)"
"""The gauge that says how much memory the server has."""
MOST_KINDS = 100
"""Kinds of failures that are told apart for one endpoint; the rest count as others."""
_OTHERS = "other failures"


class Series:
    """All requests of one endpoint, or all runs of one flow.

    `samples` are the latencies (microseconds) since the last fold. `failed` counts those that were
    not as expected, `lost` those of them without an answer, which have no latency.
    """

    __slots__ = (
        "failed",
        "folded_failed",
        "folded_lost",
        "histogram",
        "kinds",
        "lost",
        "method",
        "name",
        "octets",
        "samples",
        "skipped_failed",
        "skipped_kinds",
        "skipped_lost",
    )

    def __init__(self, name: str, method: str) -> None:
        self.name = name
        self.method = method
        self.samples: list[int] = []
        self.octets = 0
        self.failed = 0
        self.lost = 0
        self.folded_failed = self.folded_lost = 0
        self.skipped_failed = self.skipped_lost = 0
        self.histogram = Histogram()
        self.kinds: dict[str, int] = {}
        self.skipped_kinds: dict[str, int] = {}

    def fail(self, kind: str) -> None:
        """Count a request that is not as expected."""
        self.failed += 1
        self.note(kind)

    def note(self, kind: str) -> None:
        """Count a kind of failure, of what is counted as failed elsewhere."""
        if kind not in self.kinds and len(self.kinds) >= MOST_KINDS:
            kind = _OTHERS
        self.kinds[kind] = self.kinds.get(kind, 0) + 1

    @property
    def measured_kinds(self) -> dict[str, int]:
        """Kinds of failures since the warm-up, the most frequent first."""
        counts = (
            (kind, count - self.skipped_kinds.get(kind, 0)) for kind, count in self.kinds.items()
        )
        return dict(sorted(filter(lambda each: each[1], counts), key=lambda each: -each[1]))

    @property
    def measured_failed(self) -> int:
        """Failures since the warm-up."""
        return self.failed - self.skipped_failed

    @property
    def measured(self) -> int:
        """Requests since the warm-up, those without an answer too."""
        return self.histogram.count + self.lost - self.skipped_lost


@attrs.define
class Window:
    """One second of a run; `at` counts from its start."""

    at: float
    histogram: Histogram
    failed: int = 0
    lost: int = 0
    level: float = 0.0
    """Users, or arrivals each second, that the profile asks for."""
    busy: float = 0.0
    """The generator's share of a processor, from 0 to 1."""
    late: int = 0
    dropped: int = 0
    seconds: float = 1.0
    gauges: dict[str, float] = attrs.Factory(dict)
    """What monitors have seen, by name."""
    parts: dict[str, Window] = attrs.Factory(dict)
    """The same of each endpoint and flow that is to be compared by itself."""

    @property
    def requests(self) -> int:
        """Requests that ended in it."""
        return self.histogram.count + self.lost

    def part(self, name: str) -> Window:
        """The figures of one endpoint or flow in this second."""
        found = self.parts.get(name)
        if found is None:
            found = self.parts[name] = Window(self.at, Histogram())
        return found


@attrs.frozen
class Folded:
    """What one series gained since the last fold."""

    series: Series
    times: Histogram
    failed: int
    lost: int
    octets: int


class Tally:
    """The figures of one run on one process. `fold` is to be called about twice a second.

    `warm_up` is how long (seconds) at first nothing counts but for the course.
    """

    def __init__(self, warm_up: float = 0.0, apart: frozenset[str] = frozenset()) -> None:
        self.warm_up = warm_up
        self.apart = apart
        """Endpoints and flows whose every second is kept by itself."""
        self.series: dict[str, Series] = {}
        self.flows: dict[str, Series] = {}
        self.windows: list[Window] = []
        self.late = Histogram()
        """How late (microseconds) what was due was begun, through the generator's own fault."""
        self.dropped = 0
        """Arrivals that were due and not begun at all."""
        self.late_count = 0
        self.begun = 0
        """Arrivals that were begun, those of the warm-up too."""
        self.listeners: list[Callable[[list[Folded]], None]] = []
        self._octets: dict[Series, int] = {}
        self.measured_from = 0.0
        self.measured_until = 0.0

    def of(self, name: str, method: str) -> Series:
        """The series of an endpoint."""
        found = self.series.get(name)
        if found is None:
            found = self.series[name] = Series(name, method)
        return found

    def of_flow(self, name: str) -> Series:
        """The series of a flow."""
        found = self.flows.get(name)
        if found is None:
            found = self.flows[name] = Series(name, "flow")
        return found

    def fold(self, now: float) -> list[Folded]:
        """Take in what came since the last fold; `now` is in seconds after the start."""
        # What came before the warm-up was over doesn't count, though it is taken in after it.
        warm = self.measured_until < self.warm_up
        window = self.window(now)
        folded = []
        for series in (*self.series.values(), *self.flows.values()):
            # Each sample is looked at once; whatever counts it counts buckets.
            times = Histogram()
            times.add_all(series.samples)
            series.samples.clear()
            failed = series.failed - series.folded_failed
            lost = series.lost - series.folded_lost
            series.folded_failed, series.folded_lost = series.failed, series.lost
            if warm:
                series.skipped_failed, series.skipped_lost = series.failed, series.lost
                series.skipped_kinds = dict(series.kinds)
            else:
                series.histogram.merge(times)
            if series.name in self.apart:
                part = window.part(series.name)
                part.histogram.merge(times)
                part.failed += failed
                part.lost += lost
                part.seconds = window.seconds
            if series.name in self.flows and series is self.flows[series.name]:
                continue
            window.histogram.merge(times)
            window.failed += failed
            window.lost += lost
            gained = series.octets - self._octets.get(series, 0)
            self._octets[series] = series.octets
            if times.count or failed or lost:
                folded.append(Folded(series, times, failed, lost, gained))
        if warm:
            self.measured_from = now
        self.measured_until = now
        for listener in self.listeners:
            listener(folded)
        return folded

    def window(self, now: float) -> Window:
        """The second that `now` (seconds after the start) is in."""
        at = max(float(int(now - 1e-9)), 0.0)
        if not self.windows or self.windows[-1].at < at:
            self.windows.append(Window(at, Histogram()))
        self.windows[-1].seconds = min(max(now - self.windows[-1].at, 0.001), 1.0)
        return self.windows[-1]

    @property
    def seconds(self) -> float:
        """How long was measured, without the warm-up."""
        return max(self.measured_until - self.measured_from, 0.0)

    @property
    def whole(self) -> Histogram:
        """The latencies of all endpoints together, without the warm-up."""
        merged = Histogram()
        for series in self.series.values():
            merged.merge(series.histogram)
        return merged

    def data(self) -> dict[str, Any]:
        """The figures by name, as JSON can hold them."""
        return {
            "from": self.measured_from,
            "until": self.measured_until,
            "endpoints": {name: _series_data(each) for name, each in self.series.items()},
            "flows": {name: _series_data(each) for name, each in self.flows.items()},
            "begun": self.begun,
            "late": self.late.data(),
            "late_count": self.late_count,
            "dropped": self.dropped,
        }


def _series_data(series: Series) -> dict[str, Any]:
    return {
        "method": series.method,
        "requests": series.measured,
        "failed": series.measured_failed,
        "histogram": series.histogram.data(),
        "failures": series.measured_kinds,
    }
