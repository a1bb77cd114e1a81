"""What the security tests of a run may ask for in all: requests, and time.

SPECC_SECURITY_REQUESTS and SPECC_SECURITY_SECONDS set the limits. What tests set up and try counts;
cleaning up does not: what was made has to go.
"""

from __future__ import annotations

import os
import time

from specc.runtime.bounds import OutOfBoundsError, limit

REQUESTS = "SPECC_SECURITY_REQUESTS"
SECONDS = "SPECC_SECURITY_SECONDS"


class _Budget:
    """What was used of it. Tests of one process run one after another."""

    def __init__(self) -> None:
        self.spending = False
        self.sent = 0
        self.began: float | None = None

    def begin(self) -> None:
        """A security test begins. Raises OutOfBoundsError where nothing is left for it."""
        if self.began is None:
            self.began = time.monotonic()
        self.check()
        self.spending = True

    def end(self) -> None:
        """Its probes are over."""
        self.spending = False

    def spend(self) -> None:
        """A request is to be sent. Raises OutOfBoundsError where a security test may send no more.

        Workers share what a run may do.
        """
        if self.spending:
            self.check()
            self.sent += 1

    def check(self) -> None:
        """Raises OutOfBoundsError where the budget is used up."""
        most, seconds = limit(REQUESTS), limit(SECONDS)
        share = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
        if most is not None and self.sent >= max(1, most // share):
            raise OutOfBoundsError(
                f"the budget of security tests is used up: {most:,} requests (--security-requests)"
            )
        used = 0.0 if self.began is None else time.monotonic() - self.began
        if seconds is not None and used >= seconds:
            raise OutOfBoundsError(
                f"the budget of security tests is used up: {seconds:,} s (--security-time)"
            )


budget = _Budget()
