"""What the requests of an endpoint may look like, and one request that was made of that."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import attrs

from specc.runtime.absent import ABSENT
from specc.runtime.contract import Contract
from specc.runtime.endpoint import Endpoint
from specc.runtime.json_text import Json
from specc.runtime.properties.placeholder import filled

_NOTHING: Mapping[str, object] = {}


@attrs.frozen(eq=False, slots=False)
class Requests:
    """All valid requests of an endpoint, and how invalid ones are answered.

    `params` has the schema of each parameter that may be made up, `required` those that must be
    sent; parameters that a test takes from things are left out. `body` is the body's schema, where
    the endpoint takes one. Both refer to contracts of `uses`. `invalid` tells by `body`, `query` or
    a parameter's name with which status the spec says that what is invalid there is answered, by
    `malformed` a body that is no JSON.
    `waived` are rules that need not be kept, and are not broken: `query.limit.fraction`.
    """

    endpoint: Endpoint
    params: Mapping[str, Json] = attrs.field(factory=dict, kw_only=True)
    required: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    body: Json = attrs.field(default=None, kw_only=True)
    uses: tuple[Contract | str, ...] = attrs.field(default=(), kw_only=True)
    invalid: Mapping[str, int | tuple[int, ...]] = attrs.field(factory=dict, kw_only=True)
    waived: tuple[str, ...] = attrs.field(default=(), kw_only=True)

    @cached_property
    def definitions(self) -> Mapping[str, Json]:
        """The schemas of all contracts that requests are made of, by name."""
        found: Mapping[str, Json] = self.contract({}).document["$defs"]
        return found

    def contract(self, schema: Json) -> Contract:
        """A contract for a part of a request."""
        name = f"a request of {self.endpoint.name}"
        return Contract(name, schema, spec=self.endpoint.spec, uses=self.uses)

    def place_of(self, name: str) -> str:
        """Where a parameter goes: path, query, header or cookie."""
        for place in ("query", "header", "cookie"):
            if name in getattr(self.endpoint, place):
                return place
        return "path"


@attrs.frozen
class Broken:
    """The one rule that a request breaks, in `part` (`body` or a parameter).

    `place` is as in `lines[0].quantity` or `query.limit`; `label` is the rule's name, which says
    the same of all items of a list: `lines[].quantity.above_maximum`.
    """

    part: str
    place: str
    label: str

    def __str__(self) -> str:
        rule = self.label.rpartition(".")[2]
        return f"{self.place}: {rule}" if self.place else self.label


@attrs.frozen
class Sent:
    """A request that was made up: its parameters and body, and what is wrong with it, if anything.

    `on` fills in the fields of things that it is about.
    """

    requests: Requests = attrs.field(repr=False)
    params: Mapping[str, Json]
    body: Json = ABSENT
    broken: Broken | None = None

    def on(self, things: Mapping[str, object]) -> Sent:
        """The request on things that are there: `Order.id` is the id of an order, say."""
        body = self.body if self.body is ABSENT else filled(self.body, things)
        return attrs.evolve(self, params=filled(self.params, things), body=body)
