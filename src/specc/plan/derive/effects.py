"""Effects are real: what is created can be read, what is changed stays so, what is deleted goes."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.expressions import Captured, Const, Function
from specc.plan.derive.alone import each_alone
from specc.plan.derive.finding import Finding
from specc.plan.derive.keeping import as_sent, sent_fields
from specc.plan.derive.lists import gone_from_list, lists
from specc.plan.derive.own import seen_to_change, signs_up, updates_own
from specc.plan.derive.replacing import replaces
from specc.plan.derive.showing import bound, field_at, reader_of
from specc.plan.derive.touching import touched
from specc.plan.nodes import Call, DerivedStep, Verify
from specc.plan.recipes import Recipes, UnreachableError
from specc.semantics.types import ListOf, MapOf, Record


def effects(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Finding]:
    """`x.creates`, `x.updates`, `x.deletes`, `x.lists`, `x.hides`, `x.pages`."""
    for effect in endpoint.effects:
        match effect.kind:
            case "creates":
                yield from _creates(recipes, endpoint, effect)
            case "updates":
                yield from _updates(recipes, endpoint, effect)
            case "deletes":
                yield from _deletes(recipes, endpoint, effect)
            case "lists":
                yield from lists(recipes, endpoint, effect)
            case _:
                pass


def _creates(recipes: Recipes, endpoint: nodes.Endpoint, effect: nodes.Effect) -> Iterator[Finding]:
    if endpoint.open and effect.contract in recipes.owners:
        yield from signs_up(recipes, endpoint, effect)
        return
    shown = reader_of(recipes, effect.contract)
    if shown is None or effect.from_request or effect.at is None:
        return
    reader, read = shown
    text = f"the {effect.contract} that it makes can be read, and is what was sent"
    found = Finding(f"{endpoint.name}.creates", "creates", effect.place, text)
    try:
        call = recipes.call(endpoint)
        set_up = recipes.set_up(effect.contract, False, frozenset())
        reading = recipes.call(reader)
    except UnreachableError as problem:
        yield found.untested(problem)
        return
    if set_up is None or set_up.sent:
        return
    reading = bound(reading, effect.contract, "made", set_up.path, effect.at)
    actor = call.actor if call.actor != "anonymous" else reading.actor
    steps: tuple[DerivedStep, ...] = (
        attrs.evolve(call, capture="made"),
        attrs.evolve(reading, actor=actor, capture="again"),
        Verify(
            "reads_back",
            (
                field_at(Captured("again"), read.at or ()),
                field_at(Captured("made"), effect.at),
                Const(_sent_fields(recipes, effect)),
            ),
        ),
    )
    path, names = sent_fields(recipes, endpoint, effect)
    if names:
        steps = (*steps, as_sent(read.at or (), path, names))
    yield found.tested("test_creates", *steps)


def _sent_fields(recipes: Recipes, effect: nodes.Effect) -> list[object]:
    """The fields of the thing that the client decides, which must stay as they were answered."""
    record = recipes.types.get(effect.contract)
    if not isinstance(record, Record):
        return []
    return [
        item.name
        for item in record.properties
        if not (item.readonly or item.writeonly or item.secret)
    ]


def _updates(recipes: Recipes, endpoint: nodes.Endpoint, effect: nodes.Effect) -> Iterator[Finding]:
    if effect.of_self:
        for each in updates_own(recipes, endpoint, effect):
            yield each
            if each.test is not None:
                yield from each_alone(recipes, endpoint, effect, each, each.test.steps)
        return
    shown = reader_of(recipes, effect.contract)
    if shown is None:
        return
    if effect.contract not in touched(endpoint) or effect.at is None:
        return
    reader, read = shown
    text = f"the change that it answers is seen when the {effect.contract} is read again"
    found = Finding(f"{endpoint.name}.updates", "updates", effect.place, text)
    fresh = frozenset({effect.contract})
    try:
        call = recipes.call(endpoint, fresh=fresh)
        reading = attrs.evolve(recipes.call(reader, fresh=fresh), actor=call.actor)
        set_up = recipes.set_up(effect.contract, True, fresh)
    except UnreachableError as problem:
        yield found.untested(problem)
        return
    if set_up is None:
        return
    after = bound(reading, effect.contract, "changed", set_up.path, effect.at)
    steps = seen_to_change(reading, call, after, read.at or (), effect.at)
    path, names = sent_fields(recipes, endpoint, effect)
    if call.body is not None and endpoint.method != "PUT" and (names or _flat(recipes, endpoint)):
        steps = (
            *steps,
            Verify(
                "rest_kept",
                (
                    field_at(Captured("before"), read.at or ()),
                    field_at(Captured("after"), read.at or ()),
                    Function("request", (Captured("changed"),)),
                    Const(_sent_fields(recipes, effect)),
                    *((Const(list(path)),) if path else ()),
                ),
            ),
        )
    yield found.tested("test_updates", *steps)
    yield from each_alone(recipes, endpoint, effect, found, steps)
    yield from replaces(recipes, endpoint, effect, found, steps)


def _flat(recipes: Recipes, endpoint: nodes.Endpoint) -> bool:
    """Whether a body is an object of single values: none that could say what is to be changed."""
    body_of = recipes.examples(endpoint, frozenset()).body_of
    body = None if endpoint.body_type is None else body_of(endpoint.body_type)
    return isinstance(body, Record) and not any(
        isinstance(body_of(item.type), Record | ListOf | MapOf) for item in body.properties
    )


def _deletes(recipes: Recipes, endpoint: nodes.Endpoint, effect: nodes.Effect) -> Iterator[Finding]:
    if effect.contract not in touched(endpoint):
        return
    shown = reader_of(recipes, effect.contract)
    text = f"the {effect.contract} is gone afterwards"
    found = Finding(f"{endpoint.name}.deletes", "deletes", effect.place, text)
    fresh = frozenset({effect.contract})
    try:
        call = recipes.call(endpoint, fresh=fresh)
        steps: tuple[DerivedStep, ...] = (call,)
        if shown is not None:
            steps = (call, _gone(recipes, shown[0], call, fresh))
    except UnreachableError as problem:
        yield found.untested(problem)
        return
    steps = (*steps, *gone_from_list(recipes, effect.contract, call.actor))
    if len(steps) == 1:
        yield found.untested(f"nothing shows whether a {effect.contract} is still there")
        return
    yield found.tested("test_deletes", *steps)


def _gone(recipes: Recipes, reader: nodes.Endpoint, call: Call, fresh: frozenset[str]) -> Call:
    """A look at what a call has deleted."""
    reading = recipes.call(reader, fresh=fresh)
    if recipes.role_of(call.actor) in reader.allowed:
        # Where the thing is an actor's account, the actor is gone with it.
        reading = attrs.evolve(reading, actor=call.actor)
    statuses = tuple(
        dict.fromkeys(
            item.status
            for item in reader.returns
            if any(condition.kind in ("deleted", "unknown") for condition in item.conditions)
        )
    ) or (404, 410)
    return attrs.evolve(reading, statuses=statuses, contract=None)
