"""A run on several processes: shares go out, figures come back, and are merged, not averaged."""

from __future__ import annotations

from typing import Any

import attrs

from specc.runtime.load.created import Cleaning
from specc.runtime.load.histogram import Histogram
from specc.runtime.load.run import Run
from specc.runtime.load.tally import Series, Tally, Window

SHARE = "specc_share"
"""The message by which a worker is told how many there are."""
FIGURES = "specc"
"""Where a worker's reports hold its figures."""


class Outbox:
    """What a worker tells: all figures so far, and the seconds since it told the last time."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._told = 0

    def take(self) -> dict[str, Any]:
        """The next report."""
        windows = self._run.tally.windows
        # The last second may go on, unless the run is over.
        ended = len(windows) if self._run.told else max(len(windows) - 1, self._told)
        news = windows[self._told : ended]
        self._told = ended
        return {
            **self._run.tally.data(),
            "through": self._run.complete,
            "told": self._run.told,
            "cleaned": self._run.cleaned,
            "cleaning": None if self._run.cleaning is None else attrs.asdict(self._run.cleaning),
            "notes": list(self._run.notes),
            "windows": [_told(window) for window in news],
        }


def _told(window: Window) -> dict[str, Any]:
    return {
        "at": window.at,
        "times": window.histogram.data(),
        "failed": window.failed,
        "lost": window.lost,
        "level": window.level,
        "busy": window.busy,
        "late": window.late,
        "dropped": window.dropped,
        "gauges": window.gauges,
        "seconds": window.seconds,
        "parts": {name: _told(part) for name, part in window.parts.items()},
    }


class Gathered:
    """What the workers of a run have told."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._latest: dict[str, dict[str, Any]] = {}
        self._windows: dict[float, Window] = {}

    @property
    def told(self) -> int:
        """How many workers have told all that they measured."""
        return sum(bool(each["told"]) for each in self._latest.values())

    @property
    def cleaned(self) -> int:
        """How many workers have cleaned up."""
        return sum(bool(each["cleaned"]) for each in self._latest.values())

    def take(self, worker: str, told: dict[str, Any]) -> None:
        """Take a report in, and bring the run's figures up to date."""
        self._latest[worker] = told
        self._run.through = sum(bool(each["through"]) for each in self._latest.values())
        for each in told["windows"]:
            self._add(each)
        for note in told["notes"]:
            if note not in self._run.notes:
                self._run.notes.append(note)
        cleaning = [each["cleaning"] for each in self._latest.values() if each["cleaning"]]
        if cleaning:
            self._run.cleaning = _together(cleaning)
        _merge(self._run.tally, list(self._latest.values()))
        self._run.tally.windows = [self._windows[at] for at in sorted(self._windows)]

    def _add(self, told: dict[str, Any]) -> None:
        window = self._windows.setdefault(told["at"], Window(told["at"], Histogram()))
        window.histogram.merge(Histogram.of(told["times"]))
        window.failed += told["failed"]
        window.lost += told["lost"]
        window.late += told["late"]
        window.dropped += told["dropped"]
        window.gauges.update(told["gauges"])
        for name, each in told["parts"].items():
            part = window.part(name)
            part.histogram.merge(Histogram.of(each["times"]))
            part.failed += each["failed"]
            part.lost += each["lost"]
            part.seconds = each["seconds"]
        window.busy = max(window.busy, told["busy"])
        # Each worker of an open profile knows its own share; of users each knows all.
        is_open = self._run.profile.is_open
        window.level = window.level + told["level"] if is_open else told["level"]


def _together(told: list[dict[str, Any]]) -> Cleaning:
    whole = Cleaning()
    for each in told:
        whole.add(Cleaning(**each))
    return whole


def _merge(tally: Tally, reports: list[dict[str, Any]]) -> None:
    """Make a tally the sum of reports. A series stays the object that it is."""
    for series in (*tally.series.values(), *tally.flows.values()):
        series.histogram = Histogram()
        series.failed = series.lost = 0
        series.kinds = {}
    late = Histogram()
    for told in reports:
        for name, each in told["endpoints"].items():
            _add(tally.of(name, each["method"]), each)
        for name, each in told["flows"].items():
            _add(tally.of_flow(name), each)
        late.merge(Histogram.of(told["late"]))
    tally.late = late
    tally.late_count = sum(told["late_count"] for told in reports)
    tally.begun = sum(told["begun"] for told in reports)
    tally.dropped = sum(told["dropped"] for told in reports)
    tally.measured_from = min(told["from"] for told in reports)
    tally.measured_until = max(told["until"] for told in reports)


def _add(series: Series, told: dict[str, Any]) -> None:
    times = Histogram.of(told["histogram"])
    series.histogram.merge(times)
    series.failed += told["failed"]
    series.lost += told["requests"] - times.count
    for kind, count in told["failures"].items():
        series.kinds[kind] = series.kinds.get(kind, 0) + count
