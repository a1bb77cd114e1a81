"""How long the answers of each endpoint took in a run, by status."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from statistics import median
from typing import TypeAlias

import attrs

from specc.driver.running.events import Event


@attrs.frozen
class Times:
    """How many answers there were, and how long (seconds) some or all of them took."""

    count: int
    seconds: tuple[float, ...]

    def __add__(self, other: Times) -> Times:
        return Times(self.count + other.count, self.seconds + other.seconds)

    @property
    def median(self) -> float:
        """The time that half of them took at most, in seconds."""
        return median(self.seconds)


Latencies: TypeAlias = Mapping[tuple[str, str], Times]
"""By endpoint and status: what is refused at once does not tell how long the rest takes."""


def latencies_in(events: Iterable[Event]) -> dict[tuple[str, str], Times]:
    """What the processes of a run have measured, put together."""
    return added(
        {
            (str(event.get("endpoint")), str(status)): Times(count, tuple(map(float, seconds)))
            for status, count, seconds in event.get("times") or ()
            if seconds
        }
        for event in events
        if event.get("event") == "witness"
    )


def added(parts: Iterable[Latencies]) -> dict[tuple[str, str], Times]:
    """What several parts of a run have measured."""
    found: dict[tuple[str, str], Times] = {}
    for part in parts:
        for key, times in part.items():
            found[key] = found[key] + times if key in found else times
    return found


def data(latencies: Latencies) -> list[dict[str, object]]:
    """The figures as data that JSON can hold."""
    return [
        {
            "endpoint": endpoint,
            "status": int(status),
            "median": round(times.median, 6),
            "count": times.count,
        }
        for (endpoint, status), times in sorted(latencies.items())
    ]
