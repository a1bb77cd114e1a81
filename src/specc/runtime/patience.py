"""How long a service is waited for that has stopped to answer: ever shorter, so that a run ends."""

from __future__ import annotations

import threading
import time

from specc.runtime.hosts import Origin

_SHORT = 2.0
"""Seconds that are left to a service that has let two requests in a row wait in vain."""

_PAUSE = 5.0
"""Seconds until it is asked again, once it has let four wait."""


class _Silence:
    """How often, and since when, a service has not answered."""

    def __init__(self) -> None:
        self.count = 0
        self.last = 0.0


_silent: dict[Origin, _Silence] = {}
_lock = threading.Lock()


def left(origin: Origin, timeout: float) -> float:
    """Seconds that an answer may take now; 0 where it is not worth while to ask."""
    silence = _silent.get(origin)
    if silence is None:
        return timeout
    with _lock:
        if silence.count < 2:
            return min(timeout, 2 * _SHORT)
        if silence.count >= 4 and time.monotonic() - silence.last < _PAUSE:
            return 0
        return min(timeout, _SHORT)


def waited_in_vain(origin: Origin) -> None:
    """A request to it was not answered in time."""
    with _lock:
        silence = _silent.setdefault(origin, _Silence())
        silence.count += 1
        silence.last = time.monotonic()


def answered(origin: Origin) -> None:
    """It has answered: all is well again."""
    if origin in _silent:
        with _lock:
            _silent.pop(origin, None)
