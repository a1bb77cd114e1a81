"""The decorators of generated property tests.

Hypothesis is imported by those tests only that are asked to make up requests.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import attrs
import pytest

from specc.runtime import seed, under_test
from specc.runtime.actor import Actor
from specc.runtime.broken import About, Broken, Finding
from specc.runtime.exchange import Response
from specc.runtime.expect import expect
from specc.runtime.mismatch import Mismatch
from specc.runtime.properties import limits
from specc.runtime.properties.limits import EnoughError
from specc.runtime.properties.requests import Broken as BrokenRule
from specc.runtime.properties.requests import Requests, Sent
from specc.runtime.properties.rules import Rule

Test = Callable[..., None]


def any_valid(requests: Requests) -> Callable[[Test], Test]:
    """Run a test with made-up requests that are valid: it gets each as its argument `sent`."""

    def decorate(test: Test) -> Test:
        return _property(test, lambda name, call: _try_requests(requests, True, name, call))

    return decorate


def any_invalid(requests: Requests) -> Callable[[Test], Test]:
    """Run a test with made-up requests that break exactly one rule, given as `sent`."""

    def decorate(test: Test) -> Test:
        return _property(test, lambda name, call: _try_requests(requests, False, name, call))

    return decorate


def refused(response: Response, sent: Sent) -> Response:
    """Check that a request which breaks one rule was answered as such.

    With the status that the spec promises for it; where it promises none, with no failure of the
    server's own. Raises Broken.
    """
    __tracebackhide__ = True
    broken = sent.broken
    assert broken is not None
    status = _promised(sent.requests, broken)
    try:
        if status is not None:
            return expect(response, status)
        if response.status >= 500:
            text = f"an invalid request makes the service fail: it answers {response.status}"
            raise Broken(Finding((Mismatch("status", text),), shown=(response,)))
    except Broken as wrong:
        lead = f"with one rule broken ({broken}),"
        raise Broken(*(attrs.evolve(each, lead=lead) for each in wrong.findings)) from None
    return response


def walk(actors: Mapping[str, Actor], rules: Sequence[Rule]) -> None:
    """Make calls in random order, as several actors, and hold each answer against what is known.

    Raises Broken for the shortest sequence that was found to break a promise.
    """
    __tracebackhide__ = True
    amount = asked()

    def run() -> None:
        from specc.runtime.properties import machine

        spec = rules[0].endpoint.spec.rpartition(":")[0]
        machine.run(f"{spec} sequences", actors, rules, amount)

    attempt(run)


def _promised(requests: Requests, broken: BrokenRule) -> int | tuple[int, ...] | None:
    part = broken.part
    if (part, broken.label) == ("body", "body.malformed") and "malformed" in requests.invalid:
        return requests.invalid["malformed"]
    if part in requests.invalid:
        return requests.invalid[part]
    if part in requests.params and requests.place_of(part) == "query":
        return requests.invalid.get("query")
    return None


def _property(test: Test, run: Callable[[str, Callable[[Any], None]], None]) -> Test:
    """A test without the argument `sent`, which pytest can run: it tries many values for that."""
    signature = inspect.signature(test)
    fixtures = [each for name, each in signature.parameters.items() if name != "sent"]

    @functools.wraps(test)
    def tried(**given: Any) -> None:
        __tracebackhide__ = True
        asked()
        attempt(lambda: run(test.__qualname__, lambda sent: test(**given, sent=sent)))

    tried.__signature__ = signature.replace(parameters=fixtures)  # type: ignore[attr-defined]
    del tried.__wrapped__
    return tried


def asked() -> int:
    """How many examples are asked for; where it is none, the test is skipped."""
    amount = limits.examples()
    if not amount:
        pytest.skip("not run: no requests are made up unless asked for, with --examples N")
    return amount


def attempt(run: Callable[[], None]) -> None:
    """Run a search, and say of its outcome how to come by it again."""
    __tracebackhide__ = True
    from specc.runtime.properties.patterns import UnreadableError

    try:
        run()
    except EnoughError as wrong:
        pytest.skip(f"not run: {wrong}")
    except UnreadableError as wrong:
        pytest.skip(f"not run: {wrong}")
    except Broken as broken:
        _say_how(broken)
        raise


def _say_how(broken: Broken) -> None:
    current = under_test.current()
    only = f" --only {current.id}" if current else ""
    again = f"specc run{only} --examples {limits.examples()} --seed {seed.run_seed()}"
    broken.closing = f"the smallest that was found; `{again}` finds it again"


def _try_requests(requests: Requests, valid: bool, name: str, call: Callable[[Any], None]) -> None:
    __tracebackhide__ = True
    from specc.runtime.properties import made
    from specc.runtime.properties.search import search, search_each

    def one(sent: Sent) -> None:
        try:
            call(sent)
        except Broken as broken:
            broken.about = About(sent.broken.part if sent.broken else "")
            raise

    named = f"{requests.endpoint.spec} {name}"
    if valid:
        search(named, made.valid(requests), one, limits.examples())
        return
    search_each(named, made.Invalid.of(requests), one, limits.examples())
