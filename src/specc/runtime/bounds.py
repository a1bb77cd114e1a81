"""How much a run may ask of a service: bytes a body, requests a second, cases an endpoint.

SPECC_MAX_BODY, SPECC_MAX_RATE and SPECC_MAX_CASES set the limits; `security_budget` has more.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Sequence
from functools import cache

MAX_BODY = 10_000_000
"""The bytes that a body may have where nobody says otherwise."""


_NAMES = (
    *("SPECC_MAX_BODY", "SPECC_MAX_RATE", "SPECC_MAX_CASES"),
    *("SPECC_SECURITY_REQUESTS", "SPECC_SECURITY_SECONDS"),
)


class OutOfBoundsError(Exception):
    """A request is more than a run may send; the message says how much, and what may be."""


@cache
def limit(name: str) -> int | None:
    """A limit that the environment sets. Raises ValueError for what is no whole number above 0."""
    text = os.environ.get(name, "")
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) < 19 and int(text) > 0):
        raise ValueError(f"{name} has to be a whole number above 0, not {text!r}")
    return int(text)


def check() -> None:
    """Raises ValueError where a limit is set to what is none."""
    for name in _NAMES:
        limit(name)


def admit(content: bytes | None) -> None:
    """Raises OutOfBoundsError for a body that is too large; waits where requests come too fast."""
    most = limit("SPECC_MAX_BODY") or MAX_BODY
    if content is not None and len(content) > most:
        raise OutOfBoundsError(
            f"its body has {len(content):,} bytes, and --max-body allows {most:,}"
        )
    rate = limit("SPECC_MAX_RATE")
    if rate is not None:
        # Workers share what a run may do.
        _pace.wait(int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")) / rate)


class _Pace:
    """Requests of one process, so far apart."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._next = 0.0

    def wait(self, seconds: float) -> None:
        """Wait until the next request may be sent."""
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._next)
            self._next = turn + seconds
        if turn > now:
            time.sleep(turn - now)


_pace = _Pace()


def left_out(cases: Sequence[str]) -> dict[int, str]:
    """Which of the cases, by their endpoints, are too many, and why; what is left is spread."""
    most = limit("SPECC_MAX_CASES")
    if most is None:
        return {}
    places: dict[str, list[int]] = {}
    for place, endpoint in enumerate(cases):
        places.setdefault(endpoint, []).append(place)
    found: dict[int, str] = {}
    for own in places.values():
        count = len(own)
        kept = {own[number * count // most] for number in range(most)} if count > most else own
        for place in own:
            if place not in kept:
                found[place] = f"it is one of {count} cases, and --max-cases allows {most}"
    return found
