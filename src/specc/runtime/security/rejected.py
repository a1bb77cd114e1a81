"""Whether what was refused was made all the same: judged by who may look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from specc.runtime.actor import Actor, anonymous
from specc.runtime.exchange import Response
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach, inconclusive, not_applicable, succeeded, told
from specc.runtime.values import unique


def makes_nothing_refused(
    rule: str,
    attempt: Attempt,
    *,
    at: str,
    shown: Sequence[Attempt],
    spoilt: Sequence[str] = (),
    intruder: Actor | None = None,
) -> None:
    """A call that is refused for its caller or its body makes nothing. Raises Broken.

    A random text in the place `at` is looked for in the lists `shown`, which must have that of a
    call that succeeds. `spoilt` are places that are filled with what is no value of theirs.
    """
    __tracebackhide__ = True
    mark = unique("specc")
    made = _marked(attempt, at, mark, attempt.actor, "")
    if not succeeded(made):
        inconclusive(f"{told(made)} with a text of the test's own at `{at}`")
    lists = [each for each in shown if mark in each.send().text]
    if not lists:
        not_applicable("no list shows what is made")
    for how, who, place in _refusals(attempt, intruder, spoilt):
        mark = unique("specc")
        answer = _marked(attempt, at, mark, who, place)
        if answer.status < 400:
            continue
        for each in lists:
            seen = each.send()
            if succeeded(seen) and mark in seen.text:
                name = attempt.endpoint.name
                said = f"{name} {how} is answered {answer.status}, and what it made is listed"
                raise breach(rule, said, answer, seen, made, where=place)


def _refusals(
    attempt: Attempt, intruder: Actor | None, spoilt: Sequence[str]
) -> Iterator[tuple[str, Actor, str]]:
    """How each is called, who calls, and the place of the body that is spoilt."""
    if attempt.actor.name != anonymous.name:
        yield "without credentials", anonymous, ""
    if intruder is not None:
        yield f"as {intruder.name}", intruder, ""
    for place in spoilt:
        yield f"with an invalid `{place}`", attempt.actor, place


def _marked(attempt: Attempt, at: str, mark: str, who: Actor, spoilt: str) -> Response:
    # Whatever a spoilt place is to hold, it is no such object.
    wrong = {spoilt: {"specc": ["no value of this place"]}} if spoilt else {}
    return attempt.send(who, put={**wrong, at: mark})
