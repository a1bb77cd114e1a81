"""Look for a request (or a sequence of them) that breaks a promise, and for the smallest such."""

from __future__ import annotations

import random
import time
import zlib
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

import attrs
import hypothesis
import hypothesis.errors
from hypothesis import HealthCheck, Phase, Verbosity
from hypothesis import strategies as st

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
class Trial:
    """One example that is being tried. What it makes is deleted when it is closed."""

    search: Search
    calls: list[Called]
    made: things.Things
    _open: ExitStack

    def run(self, body: Callable[[], Any]) -> Any:
        """Do a part of it."""
        try:
            return body()
        except Broken as broken:
            self.search.note(broken, list(self.calls))
            raise
        except hypothesis.errors.HypothesisException:
            raise
        except Exception as wrong:
            self.search.stopped = wrong
            raise _StopError from None

    def close(self) -> None:
        """The example is over."""
        self._open.close()
        with history.recorded():
            self.made.delete()


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

    def begin(self) -> Trial:
        """Begin an example. Raises EnoughError where there may be no more."""
        if limit := limits.spent():
            raise EnoughError(self._only(f"the {limit} requests of --max-requests were spent"))
        if time.monotonic() - self.began > limits.SECONDS:
            raise EnoughError(self._only(f"{limits.SECONDS:g} s had passed"))
        most = max(limits.LEAST_SHRINKING, limits.SHRINKING * self.examples)
        if self.first and self.tried - self.first > most:
            raise EnoughError(self._only("enough was sent to find the smallest"))
        self.tried += 1
        stack = ExitStack()
        calls = stack.enter_context(history.recorded())
        made = stack.enter_context(things.lasting())
        return Trial(self, calls, made, stack)

    def example(self, body: Callable[[], object]) -> None:
        """Try one example as a whole: what it makes is deleted, whatever comes of it."""
        trial = self.begin()
        try:
            trial.run(body)
        finally:
            trial.close()

    def _only(self, why: str) -> str:
        return f"{self.tried} of {self.examples} examples were tried, then {why}"

    def note(self, broken: Broken, calls: list[Called]) -> None:
        """An example has failed."""
        if self.smallest is None:
            self.first = self.tried
        if self.smallest is None or size_of(calls) <= size_of(self.calls):
            self.smallest, self.calls = broken, tuple(calls)

    def options(self, **more: Any) -> hypothesis.settings:
        """How Hypothesis is to go about it: nothing is kept on disk, nothing depends on time."""
        plain: dict[str, Any] = {
            "max_examples": self.examples,
            "database": None,
            "deadline": None,
            "derandomize": False,
            "phases": (Phase.generate, Phase.shrink),
            "report_multiple_bugs": False,
            "suppress_health_check": _NO_HEALTH_CHECKS,
            "verbosity": Verbosity.quiet,
            "print_blob": False,
        }
        return hypothesis.settings(**(plain | more))

    def seed(self) -> int:
        """The seed of this search: it depends on the run's and on what is searched alone."""
        return seed_of(self.name)

    def run(self, look: Callable[[], object]) -> None:
        """Search. Raises Broken for the smallest that was found, and EnoughError where the run's
        requests were spent before all examples were tried.
        """
        try:
            look()
        except EnoughError:
            if self.smallest is None:
                raise
        except _StopError:
            assert self.stopped is not None
            raise self.stopped from None
        except hypothesis.errors.Flaky:
            # Asked again, the service answers otherwise. What was seen has been seen all the same.
            if self.smallest is None:
                raise EnoughError(self._only("the same calls were answered otherwise")) from None
        except Exception:
            if self.smallest is None:
                raise
        if self.smallest is not None:
            found = told(self.calls, history.made_before(), self.smallest.about)
            self.smallest.found = [found]
            raise self.smallest from None


def seed_of(name: str) -> int:
    """The seed of what is called so in this run."""
    return zlib.crc32(f"{seed.run_seed()}\0{name}".encode())


def size_of(calls: Any) -> tuple[int, int, str]:
    """What makes one failure smaller than another: fewer calls, then shorter ones."""
    told = repr([(call.endpoint.name, call.params, call.body) for call in calls])
    return len(calls), len(told), told


def search(
    name: str,
    strategy: st.SearchStrategy[Any],
    test: Callable[[Any], object],
    examples: int,
) -> None:
    """Try a test with values of a strategy. Raises as `Search.run` does."""
    going = Search(examples, name)

    def one(value: Any) -> None:
        going.example(lambda: test(value))

    given = hypothesis.given(strategy)(one)
    going.run(hypothesis.seed(going.seed())(going.options()(given)))


def search_each(name: str, invalid: Invalid, test: Callable[[Any], object], examples: int) -> None:
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
