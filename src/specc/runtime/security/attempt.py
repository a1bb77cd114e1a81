"""A valid call by whoever is entitled to make it, from which all probing starts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from specc.runtime.absent import ABSENT
from specc.runtime.actor import Actor
from specc.runtime.changes import Put, copy
from specc.runtime.effects import FromBody
from specc.runtime.endpoint import Endpoint
from specc.runtime.exchange import Response
from specc.runtime.json_text import Json
from specc.runtime.paths import parse
from specc.runtime.security.breach import judged
from specc.runtime.values import unique, uuid

_NOTHING: Mapping[str, Any] = {}
_TOKEN = re.compile(r"(?<![a-z0-9])x?[a-z0-9]{9}(?![a-z0-9])")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@attrs.define(eq=False)
class Attempt:
    """A call that `actor` may make.

    A parameter may be a FromBody: a place in the answer to an earlier attempt. `fresh` are places
    of the body that must be others each time that it is sent, such as unique names.
    """

    actor: Actor
    endpoint: Endpoint
    params: Mapping[str, Any] = attrs.field(factory=dict)
    body: Json = attrs.field(default=ABSENT, kw_only=True)
    fresh: Sequence[str] = attrs.field(default=(), kw_only=True)
    like: Actor | None = attrs.field(default=None, kw_only=True)
    """Whose account it is about: with the body that it sent in its own steps, or what it sent of
    the same fields elsewhere."""
    sent: int = attrs.field(default=0, init=False)
    """How often it was sent."""
    last: Response | None = attrs.field(default=None, init=False)
    """What its own actor was last answered."""
    got_through: bool = attrs.field(default=False, init=False)
    """Whether its own actor was ever answered with a success."""

    def __attrs_post_init__(self) -> None:
        if self.like is None:
            return
        if self.endpoint.name in self.like.entered:
            self.body = self.like.entered[self.endpoint.name]
        elif isinstance(self.body, Mapping):
            known: dict[str, Any] = {}
            for body in self.like.entered.values():
                known |= body if isinstance(body, Mapping) else {}
            self.body = {name: known.get(name, value) for name, value in self.body.items()}

    def send(
        self,
        by: Actor | None = None,
        *,
        put: Mapping[str, Any] = _NOTHING,
        header: Mapping[str, str] = _NOTHING,
        about: Json = None,
    ) -> Response:
        """Send it, as its own actor or another; `put` are other values by place (`body.note`).

        `about` is the thing that parameters from an answer are taken from. Skips the test where
        there is no answer. Raises as `Actor.call` does, and LookupError where there is no such
        place.
        """
        __tracebackhide__ = True
        params = self.given(about)
        body = self.fresh_body()
        for place, value in put.items():
            kind, _, name = place.partition(".")
            if kind == "body":
                body = Put(name, value)(body)
            else:
                params[name] = value
        self.sent += 1
        with judged():
            answer = (by or self.actor).call(self.endpoint, params, body=body, header=header)
        if by is None:
            self.last = answer
            self.got_through = self.got_through or 200 <= answer.status < 400
        return answer

    def given(self, about: Json = None) -> dict[str, Any]:
        """Its parameters; those from an answer are taken from the thing `about`."""
        return {name: _taken(value, about) for name, value in self.params.items()}

    def fresh_body(self) -> Json:
        """A copy of its body; after the first time, with other values in the `fresh` places."""
        body = copy(self.body)
        if self.sent:
            for place in self.fresh:
                body = Put(place, _another(_at(body, place)))(body)
        return body

    def value_at(self, place: str) -> Json:
        """What it sends at a place; None where it sends nothing there."""
        kind, _, name = place.partition(".")
        if kind != "body":
            return self.params.get(name)
        try:
            return _at(self.body, name)
        except (LookupError, TypeError):
            return None

    def says(self) -> set[str]:
        """All values that it sends, as text: finding them in an answer proves nothing."""
        return set(leaves([dict(self.params), None if self.body is ABSENT else self.body]))


def leaves(value: Json) -> list[str]:
    """The texts and numbers of a value, as text."""
    match value:
        case Mapping():
            return [leaf for item in value.values() for leaf in leaves(item)]
        case list() | tuple():
            return [leaf for item in value for leaf in leaves(item)]
        case bool() | None:
            return []
        case _:
            return [str(value)]


def _at(value: Json, place: str) -> Json:
    for step in parse(place):
        value = value[step]
    return value


def _taken(value: object, about: Json) -> object:
    if not isinstance(value, FromBody):
        return value
    for step in value.path:
        about = about[step]
    return about


def _another(value: Json) -> Json:
    """A value of the same form that was never sent."""
    if not isinstance(value, str):
        return value
    if _UUID.fullmatch(value):
        return uuid()
    return _TOKEN.sub(lambda found: unique()[: len(found[0])], value)
