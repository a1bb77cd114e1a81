"""The plan of property tests: what may be made up, and what must then hold."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from specc.ir.expressions import Value
from specc.ir.schema import Schema
from specc.plan.nodes import Call, Obligation, SetUp


@attrs.frozen
class RequestContract:
    """A contract as it is sent. `uses` are the names of those that its schema refers to."""

    name: str
    schema: Schema
    uses: tuple[str, ...]
    place: str


@attrs.frozen
class RequestShape:
    """What may be made up of an endpoint's requests.

    `params` are schemas by parameter, `required` those that must be sent. `things` are the fields
    of things that the body asks for. `waived` are rules that are not to be broken, as in
    `query.limit.fraction`. `invalid` are statuses by `body`, `query`, a parameter or `malformed`.
    """

    endpoint: str
    params: Mapping[str, Schema]
    required: tuple[str, ...]
    body: Schema | None
    uses: tuple[str, ...]
    things: tuple[str, ...]
    waived: tuple[str, ...]
    invalid: Mapping[str, int | tuple[int, ...]]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to make up."""
        return not self.params and self.body is None


@attrs.frozen
class PropertyTest:
    """A test of an endpoint with many made-up requests, valid ones or (if not) invalid ones.

    Each of them is sent by `call`, whose parameters are those that come from things. `set_ups` are
    made anew for each; `things` are what the fields of things in the request's body are.
    """

    function: str
    obligation: str
    place: str
    doc: str
    valid: bool
    call: Call
    shape: RequestShape
    set_ups: tuple[SetUp, ...]
    things: tuple[tuple[str, Value], ...]


@attrs.frozen
class Properties:
    """All property tests of a suite, what their requests are made of, and their obligations."""

    tests: tuple[PropertyTest, ...] = ()
    contracts: tuple[RequestContract, ...] = ()
    obligations: Mapping[str, tuple[Obligation, ...]] = attrs.field(factory=dict)
    """By endpoint."""

    @property
    def shapes(self) -> tuple[RequestShape, ...]:
        """The shapes that tests use, each once."""
        return tuple({test.shape.endpoint: test.shape for test in self.tests}.values())


@attrs.frozen(kw_only=True)
class Move:
    """A call that takes part in sequences, as `specc.runtime.properties.Rule` has it."""

    deed: str
    endpoint: str
    thing: str
    at: tuple[str, ...]
    params: tuple[tuple[str, str], ...]
    fixed: tuple[tuple[str, Value], ...]
    shape: RequestShape | None
    by: tuple[str, ...]
    owners: tuple[str, ...]
    answers: tuple[int, ...]
    refused: tuple[int, ...]
    gone: tuple[int, ...]
    key: str
    hides: bool
    shown: tuple[str, ...]


@attrs.frozen
class Sequences:
    """The test of random sequences: its moves, who makes them, and what it must show."""

    moves: tuple[Move, ...]
    actors: tuple[str, ...]
    obligation: Obligation
    contracts: tuple[RequestContract, ...]
    """What the made-up requests of moves are made of."""
