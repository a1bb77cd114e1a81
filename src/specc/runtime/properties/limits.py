"""How much is made up in a run: `SPECC_EXAMPLES` requests a test, `SPECC_MAX_REQUESTS` in all."""

from __future__ import annotations

import os

from specc.runtime import client

SHRINKING = 20
"""How many times the examples of a test may be sent again to find the smallest that fails."""
LEAST_SHRINKING = 500


SECONDS = 120.0
"""How long one test may make up requests; a slow service is not waited for without end."""


class EnoughError(BaseException):
    """No more requests may be made up, for the reason given. No test is to take it for its own."""


def examples() -> int:
    """How many requests each property is to be tried with; 0 means not at all."""
    return _number("SPECC_EXAMPLES", 0)


def spent() -> int:
    """The limit of requests that the run has reached; 0 where there is none, or not yet."""
    most = _number("SPECC_MAX_REQUESTS", 0)
    return most if most and client.sent() >= max(1, most // _workers()) else 0


def _workers() -> int:
    return max(1, _number("PYTEST_XDIST_WORKER_COUNT", 1))


def _number(name: str, default: int) -> int:
    text = os.environ.get(name, "").strip()
    if not text:
        return default
    if not text.isdecimal():
        raise ValueError(f"{name} must be a whole number, not {text!r}")
    return int(text)
