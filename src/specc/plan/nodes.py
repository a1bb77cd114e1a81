"""The plan: what must hold, and how each of it is put to the test."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, TypeAlias

import attrs

from specc.ir.expressions import Const, Thing, Value, replaced, walk
from specc.ir.nodes import Return, Suite
from specc.plan.changes import Change
from specc.plan.load_nodes import LoadPlan

if TYPE_CHECKING:
    from specc.plan.property_nodes import Properties, Sequences
    from specc.plan.security.nodes import SecurityPlan


@attrs.frozen
class Call:
    """One call in a derived test. `actor` is a fixture's name. `statuses` are those that hold.

    Without any, the answer is not looked at. `changed` says to which part the test's change
    applies: body, params, or none of them. `media` stands in for the body's own media type.
    """

    actor: str
    endpoint: str
    params: tuple[tuple[str, Value], ...] = ()
    body: Value | None = None
    statuses: tuple[int | str, ...] = ()
    contract: str | None = None
    capture: str | None = None
    changed: str | None = None
    media: str | None = None
    forged: bool = False
    """Whether the actor comes with a made-up credential in place of its own."""
    loose: bool = False
    """Whether any answer will do whose status is declared and no 5xx; `statuses` are more such."""

    def expecting(self, returned: Return) -> Call:
        """The call that is to be answered as a return promises."""
        return attrs.evolve(self, statuses=(returned.status,), contract=returned.contract)

    def replaced(self, change: Callable[[Value], Value]) -> Call:
        """The call with the change made to its arguments and body."""
        return attrs.evolve(
            self,
            params=tuple((key, replaced(value, change)) for key, value in self.params),
            body=None if self.body is None else replaced(self.body, change),
        )


@attrs.frozen
class Verify:
    """A check of the runtime library by name, over values."""

    check: str
    arguments: tuple[Value, ...]


@attrs.frozen
class Walk:
    """Collects all items of a paged list: `capture` is the list of things over all pages."""

    actor: str
    endpoint: str
    params: tuple[tuple[str, Value], ...]
    items: tuple[str, ...]
    capture: str


@attrs.frozen
class Burst:
    """Calls again and again, at most `count` times, until one answers with `status`."""

    actor: str
    endpoint: str
    params: tuple[tuple[str, Value], ...]
    body: Value | None
    count: int
    status: int


@attrs.frozen
class Keep:
    """Makes a value once, for several calls to have the same."""

    capture: str
    value: Value


@attrs.frozen
class Retried:
    """Steps that are done anew until all of them hold, since others are at work meanwhile."""

    steps: tuple[Call | Verify | Walk, ...]


DerivedStep: TypeAlias = Call | Verify | Walk | Burst | Keep | Retried


def flat(steps: Iterable[DerivedStep]) -> Iterator[Call | Verify | Walk | Burst | Keep]:
    """The steps, and those inside of others."""
    for step in steps:
        if isinstance(step, Retried):
            yield from step.steps
        else:
            yield step


def values_of(step: DerivedStep) -> list[Value]:
    """The values that a step is made of."""
    match step:
        case Call(params=params, body=body) | Burst(params=params, body=body):
            return [*(value for _, value in params), *([] if body is None else [body])]
        case Walk(params=params):
            return [value for _, value in params]
        case Verify(arguments=arguments):
            return list(arguments)
        case Keep(value=value):
            return [value]
        case Retried(steps=steps):
            return [value for inner in steps for value in values_of(inner)]


def things_in(step: DerivedStep) -> Iterator[Thing]:
    """The things that a step is about."""
    for value in values_of(step):
        for item in walk(value):
            if isinstance(item, Thing):
                yield item


@attrs.frozen
class DerivedTest:
    """A test that the compiler derives. With `changes` it runs once for each of them."""

    function: str
    obligation: str
    place: str
    doc: str
    steps: tuple[DerivedStep, ...]
    changes: tuple[Change, ...] = ()


@attrs.frozen
class Obligation:
    """Something that must hold. Without a `test` it is not put to the test, for the `reason` given.
    `waived` says that the reason is the spec's own: it need not hold for now.

    `requests` are the calls that its test makes itself, as `METHOD /path`; `writes` tells whether
    one of them may write or delete on the server.
    """

    id: str
    kind: str
    endpoint: str | None
    place: str
    text: str
    requests: tuple[str, ...] = ()
    writes: bool = False
    reason: str | None = None
    test: str | None = None
    waived: bool = False


@attrs.frozen
class SetUp:
    """A fixture that makes a thing: by a call, or as what an actor's own steps made.

    `name` is the fixture; with `fresh` each test gets one of its own. `path` leads from the answer
    that made it to the thing; `sent` where the thing is what was sent.
    """

    name: str
    contract: str
    owner: str
    call: Call | None
    path: tuple[str, ...]
    sent: bool
    fresh: bool
    place: str


@attrs.frozen
class FromThing:
    """The field of what is to be deleted."""

    path: tuple[str, ...]


@attrs.frozen
class FromArgument:
    """What the call that made it was given as a parameter."""

    name: str


@attrs.frozen
class Undo:
    """The call that deletes what an endpoint has made: by whoever made it, or by `actor`.

    `gone` are the statuses, besides 404 and 410, that say there is nothing to delete any more.
    """

    endpoint: str
    params: tuple[tuple[str, FromThing | FromArgument | Const], ...]
    actor: str | None
    gone: tuple[int, ...]


@attrs.frozen
class EndpointPlan:
    """What must hold of one endpoint, and all its derived tests."""

    endpoint: str
    tests: tuple[DerivedTest, ...]
    obligations: tuple[Obligation, ...]


class EndpointPlans(Protocol):
    """The plans of a suite's endpoints, in the order of the spec."""

    def __iter__(self) -> Iterator[EndpointPlan]:
        """Plans one endpoint after the other."""

    def complete(self) -> None:
        """Makes sure that each endpoint was planned once, so that all set-ups are known."""


@attrs.frozen(eq=False, slots=False)
class Plan:
    """What is emitted for one suite.

    `endpoints` are planned as they are asked for, and again each time: of ten thousand endpoints
    only one is held at a time. `others` are the obligations that are no endpoint's, those of the
    spec's tests and profiles.
    """

    suite: Suite
    endpoints: EndpointPlans
    others: tuple[Obligation, ...]
    hosts: tuple[str, ...]
    undos: Mapping[str, Undo]
    """How what an endpoint makes is deleted, by the endpoint's name; where the spec says how."""
    needed: Mapping[tuple[str, bool], SetUp]
    """The set-ups, by contract and freshness, that the calls planned so far turned out to need."""
    loads: LoadPlan
    properties: Properties
    """What is put to the test with requests that are made up when the suite runs."""
    sequences: Sequences | None
    """What is put to the test with sequences of them."""
    security: SecurityPlan
    """What is put to the test as a security block asks."""

    @cached_property
    def obligations(self) -> tuple[Obligation, ...]:
        """All that must hold."""
        return (*(item for part in self.endpoints for item in part.obligations), *self.others)

    @cached_property
    def set_ups(self) -> tuple[SetUp, ...]:
        """The set-ups that any call needs."""
        self.endpoints.complete()
        return tuple(self.needed.values())

    def is_sent(self, contract: str, fresh: bool) -> bool:
        """Whether a thing that a planned call needs is what was sent, not what was answered."""
        set_up = self.needed.get((contract, fresh))
        return set_up is not None and set_up.sent
