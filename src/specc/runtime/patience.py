"""How long a service is waited for that has stopped to answer: not for ever, so that a run ends."""

from __future__ import annotations

import threading
import time

from specc.runtime.hosts import Origin

_OVERLOADED = 60.0
"""Seconds of silence in which a service may still be busy with what it was asked."""

_GIVEN_UP = 90.0
"""Seconds of silence after which it is not asked any more, but now and then."""

_SHORT = 5.0
"""Seconds that an answer may take once a service seems to be gone."""

_PAUSE = 20.0
"""Seconds until a service that was given up is asked again."""

_silent: dict[Origin, tuple[float, float]] = {}
"""Since when a service has not answered, and when it was last asked in vain."""

_lock = threading.Lock()


def left(origin: Origin, timeout: float) -> float:
    """Seconds that an answer may take now; 0 where it is not worth while to ask."""
    if origin not in _silent:
        return timeout
    with _lock:
        since, last = _silent.get(origin, (0.0, 0.0))
    now = time.monotonic()
    if not since or now - since < _OVERLOADED:
        return timeout
    if now - since > _GIVEN_UP and now - last < _PAUSE:
        return 0
    return min(timeout, _SHORT)


def waited_in_vain(origin: Origin, seconds: float) -> None:
    """A request to it was not answered in so many seconds."""
    now = time.monotonic()
    with _lock:
        since, _ = _silent.get(origin, (now - seconds, now))
        _silent[origin] = (since, now)


def answered(origin: Origin) -> None:
    """It has answered: all is well again."""
    if origin in _silent:
        with _lock:
            _silent.pop(origin, None)
