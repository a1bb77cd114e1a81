"""Poll: try until it holds, or until time is up."""

from __future__ import annotations

import time
from collections.abc import Iterator
from types import TracebackType

import attrs

from specc.runtime import checks
from specc.runtime.broken import Broken
from specc.runtime.checks import Checks, in_words, merged


def eventually(
    within: float = 10.0, every: float = 0.25, of: Checks | None = None
) -> Iterator[Attempt]:
    """Attempts, `every` seconds apart, until one holds or `within` seconds are over.

    Each is used as in `for attempt in eventually(): with attempt: ...`. What an attempt breaks is
    forgotten if a later one holds; if none does, the last one's Broken is raised. `of` are the
    checks that record it, where they are not those of the test that runs now.
    """
    until = time.monotonic() + within
    tries = 0
    while True:
        tries += 1
        attempt = Attempt(within, tries, of, is_last=time.monotonic() >= until)
        yield attempt
        if attempt.held:
            return
        left = until - time.monotonic()
        time.sleep(max(0.0, min(every, left)))


class Attempt:
    """One try; see `eventually`."""

    def __init__(
        self, within: float, number: int, of: Checks | None = None, *, is_last: bool
    ) -> None:
        self._within = within
        self._number = number
        self._is_last = is_last
        self._checks = of
        self._before = 0
        self.held = False

    def __enter__(self) -> None:
        self._checks = self._checks or checks.live()
        self._before = len(self._checks.recorded) if self._checks else 0

    def __exit__(
        self,
        kind: type[BaseException] | None,
        raised: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        __tracebackhide__ = True
        recorded = self._checks.take(self._before) if self._checks else []
        match raised:
            case None:
                pass
            case Broken():
                recorded.append(raised)
            case LookupError() | TypeError():
                recorded.append(Broken(in_words(raised)).with_traceback(trace))
            case _:
                return False
        self.held = not recorded
        if recorded and self._is_last:
            tries = "1 try" if self._number == 1 else f"{self._number} tries"
            failure = merged(recorded)
            first, *others = failure.findings
            first = attrs.evolve(first, lead=f"not within {self._within:g} s, {tries}; the last:")
            raise Broken(first, *others) from None
        return True
