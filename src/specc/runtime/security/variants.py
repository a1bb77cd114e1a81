"""A valid call in another guise: another content type, another verb, another path."""

from __future__ import annotations

from collections.abc import Mapping

from specc.runtime.absent import ABSENT
from specc.runtime.actor import Actor
from specc.runtime.exchange import Response
from specc.runtime.outgoing import Outgoing, to_endpoint
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import judged
from specc.runtime.serialise import header_line, query

_NOTHING: Mapping[str, str] = {}


def in_form(attempt: Attempt, content: bytes, media: str, by: Actor | None = None) -> Response:
    """The call with these bytes for a body, which call themselves `media`."""
    __tracebackhide__ = True
    attempt.sent += 1
    actor, endpoint = by or attempt.actor, attempt.endpoint
    with judged():
        return actor.call(endpoint, attempt.params, body=content, media=media)


def by_verb(
    attempt: Attempt,
    verb: str,
    by: Actor | None = None,
    *,
    body: object = ABSENT,
    header: Mapping[str, str] = _NOTHING,
    pairs: Mapping[str, str] = _NOTHING,
) -> Response:
    """A request to the call's path by another verb; `pairs` are added to its query."""
    __tracebackhide__ = True
    outgoing = to_endpoint(attempt.endpoint, attempt.params, body)
    outgoing.method = verb
    for name, value in header.items():
        outgoing.lines[name.lower()] = header_line(name, value)
    if pairs:
        joint = "&" if "?" in outgoing.target else "?"
        outgoing.target += joint + query(iter(pairs.items()))
    with judged():
        return (by or attempt.actor).send(outgoing, follow=False)


def at_target(attempt: Attempt, target: str, by: Actor, *, named: bool = False) -> Response:
    """A GET of another path of the service, which the path of its url is not put before.

    The answer is known as the call's endpoint's only if it is `named`.
    """
    __tracebackhide__ = True
    service, endpoint = attempt.endpoint.service, attempt.endpoint if named else None
    outgoing = Outgoing(service, "GET", target, {}, {}, ABSENT, None, None, endpoint)
    with judged():
        return by.send(outgoing, follow=False)


def target_of(attempt: Attempt) -> str:
    """The path and query that the call goes to."""
    return to_endpoint(attempt.endpoint, attempt.params, ABSENT).target
