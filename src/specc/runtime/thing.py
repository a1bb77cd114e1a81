"""One thing that a call made, and the call that deletes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from specc.runtime.absent import ABSENT
from specc.runtime.effects import Creates, FromBody, FromParam, Undo
from specc.runtime.exchange import Response
from specc.runtime.json_text import Json
from specc.runtime.makers import actor_named
from specc.runtime.paths import Path

if TYPE_CHECKING:
    from specc.runtime.actor import Actor
    from specc.runtime.endpoint import Endpoint

_GONE = frozenset({404, 410})


@attrs.define(eq=False)
class Thing:
    """A thing: who made it, by which endpoint, and the parameters that its deletion takes.

    `unknown` says which of them could not be found out; such a thing cannot be deleted.
    """

    name: str
    actor: Actor
    made_by: Endpoint
    undo: Undo
    at: Path
    params: dict[str, object]
    unknown: str = ""

    def __str__(self) -> str:
        key = " ".join(str(value) for value in self.params.values())
        return f"{self.name} {key}".rstrip() + f" on {self.made_by.service.origin}"

    def is_meant(self, actor: Actor, endpoint: Endpoint, params: Mapping[str, object]) -> bool:
        """Whether a call was about this thing."""
        if self.made_by.service is not endpoint.service:
            return False
        shared = [name for name in endpoint.pieces[1::2] if name in self.params]
        if not shared:  # `DELETE /me` is about the caller's own
            return len(endpoint.pieces) == 1 and actor is self.actor
        return all(_same(self.params[name], params.get(name)) for name in shared)

    def refresh(self, response: Response) -> None:
        """Take over what an update changed of what the thing is known by: a slug, say."""
        body = body_of(response)
        for name, source in self.undo.params.items():
            if isinstance(source, FromBody):
                value = at_path(body, (*self.at, *source.path))
                if value is ABSENT:  # an update may return the thing itself, unwrapped
                    value = at_path(body, source.path)
                if value is not ABSENT:
                    self.params[name] = value

    def delete(self) -> str:
        """Delete the thing. Empty if it is gone then, else why it is not."""
        if self.unknown:
            return self.unknown
        service = self.made_by.service
        try:
            actor = actor_named(self.undo.actor, service) if self.undo.actor else self.actor
            endpoint = self.undo.endpoint
            if isinstance(endpoint, str):
                endpoint = service.endpoints[endpoint]
            response = actor.call(endpoint, self.params)
        except Exception as wrong:  # whatever it is, the other things are still to be deleted
            return f"{type(wrong).__name__}: {wrong}".partition("\n")[0]
        if 200 <= response.status < 300 or response.status in {*_GONE, *self.undo.gone}:
            return ""
        status = f"{response.status} {response.reason}".rstrip()
        return f"{endpoint.name} as {actor.name} returned {status}"


def made(
    creates: Creates,
    undo: Undo,
    actor: Actor,
    endpoint: Endpoint,
    params: Mapping[str, object],
    response: Response,
) -> Thing:
    """The thing that a successful call made, and how it is known."""
    body = response.request.sent if creates.from_request else body_of(response)
    known: dict[str, object] = {}
    unknown = ""
    for name, source in undo.params.items():
        match source:
            case FromBody(path):
                value = at_path(body, (*creates.at, *path))
                if value is ABSENT:
                    said_by = "what was sent" if creates.from_request else "the answer"
                    unknown = f"{said_by} does not have its {'.'.join(map(str, path))}"
                else:
                    known[name] = value
            case FromParam(param):
                known[name] = params.get(param)
            case _:
                known[name] = source
    return Thing(creates.thing, actor, endpoint, undo, creates.at, known, unknown)


def body_of(response: Response) -> Json:
    """The JSON body of a response, or ABSENT."""
    return response.json if response.is_json else ABSENT


def at_path(value: Json, path: Path) -> Json:
    """What is at a path in a value, or ABSENT."""
    for step in path:
        try:
            value = value[step]
        except (LookupError, TypeError):
            return ABSENT
    return value


def _same(one: object, other: object) -> bool:
    return one == other or str(one) == str(other)
