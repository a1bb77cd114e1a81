"""Look for a request (or a sequence of them) that breaks a promise, and for the smallest such."""

from __future__ import annotations

import random
import time
import zlib
from collections.abc import Callable
from typing import Any

import attrs
import hypothesis
from hypothesis import HealthCheck, Phase, Verbosity

from specc.runtime import checks, history, seed, things
from specc.runtime.broken import Broken
from specc.runtime.history import Called
from specc.runtime.properties import limits
from specc.runtime.properties.found import told
from specc.runtime.properties.limits import EnoughError
from specc.runtime.properties.made import Invalid

_NO_HEALTH_CHECKS = tuple(HealthCheck)
_MOST_FOUND = 5
"""Rules that are looked for the smallest request of; more would not be read."""


class _StopError(BaseException):
    """Something other than a broken promise: there is nothing to shrink."""


@attrs.define
class Search:
    """One search, as it goes. `smallest` is the best failure so far, with the calls of it."""

    examples: int
    name: str
    began: float = attrs.field(factory=time.monotonic)
    tried: int = 0
    first: int = 0
    """The example that was the first to fail."""
    smallest: Broken | None = None
    calls: tuple[Called, ...] = ()
    stopped: BaseException | None = None
    part: str = ""
    """The part of the last request that is invalid: `body`, or a parameter."""
    expects: tuple[int, ...] = ()
    """The statuses that the last call should have had, where it is a sequence's."""

    def example(self, body: Callable[[], object]) -> None:
        """Try one example: what it makes is deleted, whatever comes of it."""
        if limit := limits.spent():
            raise EnoughError(self._only(f"the {limit} requests of --max-requests were spent"))
        if time.monotonic() - self.began > limits.SECONDS:
            raise EnoughError(self._only(f"{limits.SECONDS:g} s had passed"))
        if self._is_long():
            raise EnoughError
        self.tried += 1
        with history.recorded() as calls:
            try:
                with things.lasting() as made:
                    try:
                        body()
                    except Broken as broken:
                        self._note(broken, list(calls))
                        raise
            except Broken:
                raise
            except Exception as wrong:
                self.stopped = wrong
                raise _StopError from None
        with history.recorded():
            made.delete()

    def _only(self, why: str) -> str:
        return f"{self.tried} of {self.examples} requests were tried, then {why}"

    def _is_long(self) -> bool:
        """Whether enough has been sent to find the smallest."""
        most = max(limits.LEAST_SHRINKING, limits.SHRINKING * self.examples)
        return bool(self.first) and self.tried - self.first > most

    def _note(self, broken: Broken, calls: list[Called]) -> None:
        if self.smallest is None:
            self.first = self.tried
        if self.smallest is None or size_of(calls) <= size_of(self.calls):
            self.smallest, self.calls = broken, tuple(calls)
            self.part, self.expects = broken.about

    def options(self, **more: Any) -> hypothesis.settings:
        """How Hypothesis is to go about it: nothing is kept on disk, and nothing depends on time."""
        return hypothesis.settings(
            max_examples=self.examples,
            database=None,
            deadline=None,
            derandomize=False,
            phases=(Phase.generate, Phase.shrink),
            report_multiple_bugs=False,
            suppress_health_check=_NO_HEALTH_CHECKS,
            verbosity=Verbosity.quiet,
            print_blob=False,
            **more,
        )

    def seed(self) -> int:
        """The seed of this search: it depends on the run's and on what is searched alone."""
        return seed_of(self.name)

    def run(self, found: Callable[[], object]) -> None:
        """Search. Raises Broken for the smallest that was found, and EnoughError where the run's
        requests were spent before all examples were tried.
        """
        try:
            found()
        except EnoughError:
            if self.smallest is None:
                raise
        except _StopError:
            assert self.stopped is not None
            raise self.stopped from None
        except Exception:
            # Where the service answers otherwise when asked again, Hypothesis complains of that;
            # what was seen has been seen all the same.
            if self.smallest is None:
                raise
        if self.smallest is not None:
            self.smallest.found = [
                told(self.calls, history.made_before(), self.part, self.expects)
            ]
            raise self.smallest from None


def seed_of(name: str) -> int:
    """The seed of what is called so in this run."""
    return zlib.crc32(f"{seed.run_seed()}\0{name}".encode())


def size_of(calls: Any) -> tuple[int, int, str]:
    """What makes one failure smaller than another: fewer calls, then shorter ones."""
    told = repr([(call.endpoint.name, call.params, call.body) for call in calls])
    return len(calls), len(told), told


def search(name: str, strategy: Any, test: Callable[[Any], object], examples: int) -> None:
    """Try a test with values of a strategy. Raises as `Search.run` does."""
    going = Search(examples, name)

    def one(value: Any) -> None:
        going.example(lambda: test(value))

    given = hypothesis.given(strategy)(one)
    going.run(hypothesis.seed(going.seed())(going.options()(given)))


def search_each(
    name: str, invalid: Invalid, test: Callable[[Any], object], examples: int
) -> None:
    """Try a test with requests that break a rule, each rule as often as any other.

    Which rules have their turn, where there are more of them than examples, depends on the seed.
    Raises one Broken for the first few rules that may be broken, each with its smallest request.
    """
    chance = seed_of(name)
    labels = invalid.labels(chance)
    random.Random(chance).shuffle(labels)  # noqa: S311 (chance, not secrecy)
    share, more = divmod(examples, len(labels))
    found: list[Broken] = []
    for at, label in enumerate(labels):
        count = share + (at < more)
        if not count or len(found) >= _MOST_FOUND:
            break
        try:
            search(f"{name} {label}", invalid.breaking(label), test, count)
        except Broken as broken:
            found.append(broken)
        except EnoughError:
            if not found:
                raise
            break
    if found:
        one = checks.merged(found)
        one.found = [told for each in found for told in each.found or ()]
        raise one from None
