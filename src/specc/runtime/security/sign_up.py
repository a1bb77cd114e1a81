"""Whether a sign-up lets a client set what is the server's to set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from specc.runtime.actor import Actor
from specc.runtime.broken import Broken
from specc.runtime.claiming import claiming
from specc.runtime.diff import same
from specc.runtime.exchange import Response
from specc.runtime.json_text import Json
from specc.runtime.makers import maker_of
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach, inconclusive, succeeded, told


def signs_up_as_usual(
    rule: str,
    attempt: Attempt,
    *,
    claims: Mapping[str, Any],
    to: str,
) -> None:
    """Who claims a field in its sign-up does not read it back. Raises Broken.

    `attempt` is how the actor reads its own account. Others like it are made by its own steps, with
    the claims in what they send to the endpoint that `to` names.
    """
    __tracebackhide__ = True
    actor, endpoint = attempt.actor, to
    control = attempt.send()
    if not succeeded(control):
        inconclusive(told(control))
    usual = dict(_fields(control.json)) if control.is_json else {}
    refused = True
    for some in _tries(claims):
        other = _signed_up(actor, attempt, endpoint, some)
        if other is None:
            continue
        refused = False
        answer = attempt.send(other)
        if not succeeded(answer) or not answer.is_json:
            continue
        for name, value in _fields(answer.json):
            if name in some and _is(value, some[name]) and not _is(usual.get(name), some[name]):
                raise _breach(rule, endpoint, name, answer, control)
        if len(some) == len(claims):
            return
    if refused and _signed_up(actor, attempt, endpoint, {}) is None:
        inconclusive(f"nobody like {actor.name} can be made anew")


def _breach(rule: str, endpoint: str, name: str, answer: Response, control: Response) -> Broken:
    said = f"who sends `{name}` to {endpoint} has it as claimed, though it is the server's to set"
    return breach(rule, said, answer, control, where=f"body.{name}", endpoint=endpoint)


def _tries(claims: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """All claims at once; where that is refused, each by itself."""
    yield claims
    if len(claims) > 1:
        for name, value in claims.items():
            yield {name: value}


def _signed_up(
    actor: Actor, attempt: Attempt, endpoint: str, claims: Mapping[str, Any]
) -> Actor | None:
    """Another actor of the kind, made with the claims; None if that is refused."""
    make = maker_of(actor.name, attempt.endpoint.service)
    try:
        with claiming(endpoint, claims):
            return make()
    except (Broken, LookupError, TypeError):
        return None


def _fields(value: Json) -> Iterator[tuple[str, Json]]:
    """All fields of an answer by name, however deep."""
    match value:
        case Mapping():
            for name, item in value.items():
                yield name, item
                yield from _fields(item)
        case list():
            for item in value:
                yield from _fields(item)
        case _:
            return


def _is(one: Json, other: Json) -> bool:
    return same(one, other) or (isinstance(one, str) and one == str(other))
