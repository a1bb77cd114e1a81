"""The nodes of the IR: what one suite is about."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import attrs

from specc.ir.credentials import Credential as Credential
from specc.ir.expressions import Value
from specc.ir.load import LoadProfile
from specc.ir.pipelines import Pipeline
from specc.ir.security import SecurityBlock
from specc.ir.steps import Action, Request, walk_steps
from specc.semantics.symbols import Symbol
from specc.semantics.types import Type


@attrs.frozen
class Service:
    """`urls` holds the urls of named environments; `spec` is its file. Times are in seconds."""

    name: str
    url: Value
    urls: tuple[tuple[str, Value], ...]
    start: Value | None
    ready: tuple[str, str, float] | None
    headers: tuple[tuple[str, Value], ...]
    timeout: float
    allow_hosts: tuple[str, ...]
    optional: bool
    doc: str | None
    place: str
    spec: str
    limits: tuple[tuple[str, int | float], ...] = ()
    """What a run may ask of it: bytes of a body, requests a second (rate), cases an endpoint."""


@attrs.frozen
class Actor:
    name: str
    role: str
    entries: tuple[Action | Credential, ...]
    times: int | None
    table: str | None
    members: int
    """How many there are, by `times` or the rows of the table; 1 for an actor that is no pool."""
    owns: tuple[tuple[str, str], ...]
    """Contracts of things that its steps make, with the capture that holds each."""
    repeatable: bool
    """Whether its steps can be run again to make another such actor."""
    doc: str | None
    place: str
    spec: str
    service: str
    """Where its tokens are asked for."""

    @property
    def requests(self) -> tuple[Request, ...]:
        """The requests of its own steps, nested ones included, in the order written."""
        steps = tuple(item for item in self.entries if not isinstance(item, Credential))
        return tuple(step for step in walk_steps(steps) if isinstance(step, Request))


@attrs.frozen
class Contract:
    name: str
    schema: dict[str, object]
    uses: tuple[str, ...]
    secret: tuple[str, ...]
    doc: str | None
    place: str
    symbol: Symbol | None
    """What declares it; None for an answer's type that has no name of its own."""


@attrs.frozen
class Feed:
    """Where a value comes from: the field at `path` of a thing of `contract`."""

    contract: str
    path: tuple[str, ...]


@attrs.frozen
class Parameter:
    """A parameter, in path, query, header or cookie. `example` is a typical valid value."""

    place_in: str
    name: str
    type: Type
    required: bool
    example: Value | None
    feed: Feed | None
    place: str


@attrs.frozen
class Condition:
    kind: str
    parameter: str | None


@attrs.frozen
class Return:
    """What one status promises; `form` is json, text, bytes or none."""

    status: int
    form: str
    media: str | None
    contract: str | None
    type: Type | None
    headers: tuple[tuple[str, bool, dict[str, object]], ...]
    """Name, whether it may be absent, the schema of its value."""
    conditions: tuple[Condition, ...]
    place: str

    @property
    def success(self) -> bool:
        """Whether the status says that the call did what it is for."""
        return self.status < 400


@attrs.frozen
class Waiver:
    """Obligations that need not hold: the one with this id and those below it.

    The id is without the endpoint's name.
    """

    obligation: str
    reason: str
    until: str | None
    place: str

    def covers(self, identifier: str) -> bool:
        """Whether it is about an obligation, by the id without the endpoint's name."""
        return identifier == self.obligation or identifier.startswith(f"{self.obligation}.")


@attrs.frozen
class Effect:
    """`at` leads from the answer's body to the thing; to a list of things for lists."""

    kind: str
    contract: str
    at: tuple[str, ...] | None
    from_request: bool
    of_self: bool
    place: str


@attrs.frozen
class Counted:
    """Where a list says how many things there are in all: ("body", "total") or ("header", N)."""

    source: tuple[str, ...]
    place: str


@attrs.frozen
class SortedBy:
    """What a list is sorted by: a query parameter that says it, or always the same field."""

    name: str
    descending: bool
    place: str


@attrs.frozen
class Move:
    """A field of a contract's thing goes from one of some states to another."""

    contract: str
    field: str
    states: tuple[str, ...]
    to: str
    place: str


@attrs.frozen
class Pages:
    """How a list goes on.

    With `link`, a URL leads to the next page: that of the header at `source`, or of the `Link`
    header where there is no source. `by` holds parameters: limit and offset, a cursor, or with
    `link` what a page is limited by.
    """

    by: tuple[str, ...]
    link: bool
    source: tuple[str, ...] | None
    place: str


@attrs.frozen
class Endpoint:
    """`allowed` holds roles, `anyone` or actors; `owned` the contracts whose owner may call."""

    name: str
    method: str
    path: tuple[str, ...]
    """Literal text and `{name}` in turn, to be joined."""
    service: str
    allowed: tuple[str, ...]
    owned: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    body_form: str | None
    body_media: str | None
    body_type: Type | None
    returns: tuple[Return, ...]
    effects: tuple[Effect, ...]
    within: tuple[tuple[str | None, float, str], ...]
    pages: Pages | None
    waivers: tuple[Waiver, ...]
    secret: tuple[str, ...]
    covered: bool
    doc: str | None
    place: str
    as_place: str
    sorts: tuple[SortedBy, ...] = ()
    counted: Counted | None = None
    moves: tuple[Move, ...] = ()

    @property
    def line(self) -> str:
        """`GET /orders/{id}`."""
        return f"{self.method} {''.join(self.path)}"

    @property
    def success(self) -> Return | None:
        """The first 2xx that is declared, or else the first redirect."""
        found = [item for item in self.returns if item.success]
        return next((item for item in found if item.status < 300), next(iter(found), None))

    def header(self, name: str) -> Parameter | None:
        """The header parameter of a name, in whatever case."""
        wanted = name.lower()
        return next(
            (
                item
                for item in self.parameters
                if item.place_in == "header" and item.name.lower() == wanted
            ),
            None,
        )

    @property
    def open(self) -> bool:
        """Whether everyone may call it."""
        return "anyone" in self.allowed or not (self.allowed or self.owned)

    @property
    def may_be_taken(self) -> bool:
        """Whether it may say that there is such a thing already."""
        return any(
            item.status == 409 or any(each.kind == "repeated" for each in item.conditions)
            for item in self.returns
        )

    def effect(self, kind: str) -> Effect | None:
        """The first effect of a kind."""
        return next((item for item in self.effects if item.kind == kind), None)

    def when(self, kind: str, parameter: str | None = None) -> Return | None:
        """The return that a condition promises."""
        for item in self.returns:
            for condition in item.conditions:
                if condition.kind == kind and condition.parameter == parameter:
                    return item
        return None


@attrs.frozen
class Flow:
    """`table` is a CSV file beside the module `spec`: each run takes its next row."""

    name: str
    steps: tuple[Action, ...]
    doc: str | None
    place: str
    table: str | None
    spec: str


@attrs.frozen
class Case:
    label: str
    values: tuple[Value, ...]
    place: str


@attrs.frozen
class Test:
    title: str
    slug: str
    actor: str | None
    tags: tuple[str, ...]
    columns: tuple[str, ...]
    cases: tuple[Case, ...]
    steps: tuple[Action, ...]
    doc: str | None
    place: str


@attrs.frozen
class RateLimit:
    """At most `count` calls of an endpoint each `seconds`, per account, actor or client."""

    endpoint: str
    count: int
    seconds: float
    per: str
    place: str


@attrs.frozen
class Profile:
    """A load profile or security block: known by name; what it requires, as (id, text, place)."""

    kind: str
    name: str
    targets: tuple[str, ...]
    requires: tuple[tuple[str, str, str], ...]
    place: str


@attrs.frozen(slots=False)
class Suite:
    """All that one generated suite is made of. Order is that of the spec."""

    name: str
    spec: str
    doc: str | None
    services: tuple[Service, ...]
    roles: tuple[tuple[str, str], ...]
    actors: tuple[Actor, ...]
    contracts: tuple[Contract, ...]
    endpoints: tuple[Endpoint, ...]
    flows: tuple[Flow, ...]
    tests: tuple[Test, ...]
    rate_limits: tuple[RateLimit, ...]
    profiles: tuple[Profile, ...]
    loads: tuple[LoadProfile, ...]
    security: tuple[SecurityBlock, ...]
    pipelines: tuple[Pipeline, ...]
    names: Mapping[Symbol, str] = attrs.field(eq=False, repr=False)
    definitions: Mapping[Symbol, Type] = attrs.field(eq=False, repr=False)
    recipes: dict[str, tuple[tuple[tuple[str, Value], ...], Value | None]] = attrs.field(
        eq=False, repr=False
    )
    """Per endpoint, arguments and body of a call that the spec makes and expects to succeed."""
    stated: Mapping[object, Value] = attrs.field(eq=False, repr=False)
    """The value of an example that a contract states."""

    @cached_property
    def by_name(self) -> Mapping[str, Endpoint]:
        """The endpoints by name."""
        return {endpoint.name: endpoint for endpoint in self.endpoints}

    @cached_property
    def guarded(self) -> tuple[Endpoint, ...]:
        """What security blocks are about: the endpoints of the suite, and those that a block names.

        A suite without endpoints of its own means by `all` those that it imports.
        """
        named = {
            name
            for block in self.security
            for selection in block.selections
            for name in selection.endpoints
        }
        found = tuple(item for item in self.endpoints if item.covered or item.name in named)
        return found or self.endpoints
