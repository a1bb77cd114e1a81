"""The plan: what must hold, and how each of it is put to the test."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeAlias

import attrs

from specc.ir.expressions import Const, Thing, Value, replaced, walk
from specc.ir.nodes import Return, Suite
from specc.plan.changes import Change


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
    """All derived tests of one endpoint."""

    endpoint: str
    tests: tuple[DerivedTest, ...]


@attrs.frozen(slots=False)
class Plan:
    """What is emitted for one suite. `fresh_actors` are those that a test may have made anew."""

    suite: Suite
    endpoints: tuple[EndpointPlan, ...]
    set_ups: tuple[SetUp, ...]
    fresh_actors: tuple[str, ...]
    obligations: tuple[Obligation, ...]
    hosts: tuple[str, ...]
    undos: Mapping[str, Undo]
    """How what an endpoint makes is deleted, by the endpoint's name; where the spec says how."""

    @cached_property
    def sent_things(self) -> frozenset[tuple[str, bool]]:
        """The things, by contract and freshness, that are what was sent, not what was answered."""
        return frozenset((item.contract, item.fresh) for item in self.set_ups if item.sent)
