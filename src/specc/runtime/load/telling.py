"""Who is told of each request, and when: once it is known whether anything is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeAlias

import attrs

from specc.runtime.exchange import Response
from specc.runtime.load.prepared import Ready
from specc.runtime.load.tally import Series

Tell: TypeAlias = Callable[[str | None], None]
"""Says of one request what is wrong with it, or None. It is called once."""

Listener: TypeAlias = Callable[[Series, int, int], Tell]
"""Hears of an answer as it comes: series, latency in microseconds, bytes."""


@attrs.frozen
class Sent:
    """What became of a request that another client has sent.

    `answer` is why there is none, where none came. `finished` is the moment (`perf_counter`) at
    which it was there. `tell` takes the latency (microseconds), and what is wrong if anything is.
    """

    answer: Response | Exception
    finished: float
    tell: Callable[[int, str | None], None]


class Client(Protocol):
    """Another way to send requests than our own; each virtual user has one of its own."""

    def send(self, ready: Ready, values: tuple[object, ...]) -> Sent:
        """Send a request, with values in its slots."""

    def close(self) -> None:
        """Close the connections."""


class Telling:
    """What of one virtual user's requests is still open: expectations come after the answer.

    It remembers the last request of each series until the next one, or until its flow ends.
    """

    __slots__ = ("_failed", "_held", "listener", "pending")

    def __init__(self, listener: Listener | None = None) -> None:
        self.listener = listener
        self.pending = False
        """Whether anything is remembered."""
        self._failed: set[Series] = set()
        self._held: dict[Series, Tell] = {}

    def heard(self, series: Series, latency: int, octets: int) -> None:
        """An answer came, or will not come; who listens is told what is wrong with it later."""
        assert self.listener is not None
        if series not in self._held:  # else the client that sent it tells
            self.hold(series, self.listener(series, latency, octets))

    def hold(self, series: Series, tell: Tell) -> None:
        """As `heard`, where somebody else is to be told."""
        self._held[series] = tell
        self.pending = True

    def wrong(self, series: Series, text: str) -> bool:
        """Something is wrong with the last request of a series; whether that is news."""
        if series in self._failed:
            return False
        self._failed.add(series)
        self.pending = True
        tell = self._held.pop(series, None)
        if tell is not None:
            tell(text)
        return True

    def next(self, series: Series) -> None:
        """Another request of a series is to be sent: nothing was wrong with the last one."""
        self._failed.discard(series)
        tell = self._held.pop(series, None)
        if tell is not None:
            tell(None)

    def end(self) -> None:
        """The flow is over."""
        self._failed.clear()
        held, self._held = self._held, {}
        for tell in held.values():
            tell(None)
        self.pending = False
