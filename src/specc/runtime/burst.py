"""Call again and again, as a rate limit has it coming."""

from __future__ import annotations

from collections.abc import Mapping

from specc.runtime.absent import ABSENT
from specc.runtime.actor import Actor
from specc.runtime.endpoint import Endpoint
from specc.runtime.exchange import Response

_NOTHING: Mapping[str, object] = {}


def burst(
    actor: Actor,
    endpoint: Endpoint,
    params: Mapping[str, object] = _NOTHING,
    *,
    body: object = ABSENT,
    count: int,
    until: int = 429,
) -> list[Response]:
    """Call an endpoint up to `count` times, one call after another, until `until` is the status.

    The responses come in the order of the calls; the last one has that status if any has.
    """
    __tracebackhide__ = True
    responses: list[Response] = []
    while len(responses) < count:
        responses.append(actor.call(endpoint, params, body=body))
        if responses[-1].status == until:
            break
    return responses
