"""Whether an identity can still log in as it did when it was made."""

from __future__ import annotations

from typing import Any

import attrs

from specc.runtime.actor import Actor, anonymous
from specc.runtime.endpoint import Endpoint
from specc.runtime.exchange import Response
from specc.runtime.security.breach import judged
from specc.runtime.security.judging import granted


@attrs.frozen
class LogIn:
    """A log-in that an actor once made, to be made again."""

    actor: Actor
    endpoint: Endpoint
    body: Any

    def works(self) -> Response | None:
        """The refusal, or None if it still works."""
        with judged():
            answer = anonymous.call(self.endpoint, body=self.body)
        return None if granted(answer) else answer


def log_ins(*actors: Actor, endpoint: Endpoint) -> list[LogIn]:
    """The log-ins of actors that work, where a call of the endpoint sends a secret.

    Who changes the password of somebody else leaves no other trace than that.
    """
    if not endpoint.secret:
        return []
    known = endpoint.service.endpoints
    found = [
        LogIn(actor, known[name], body)
        for actor in dict.fromkeys(actors)
        for name, body in actor.entered.items()
        if name in known and not known[name].has_effects and name != endpoint.name
    ]
    return [each for each in found if each.works() is None]
