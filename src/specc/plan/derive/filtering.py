"""A query parameter that has the type of a listed thing's field chooses by that field."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.expressions import Captured, Const, Thing, Value
from specc.plan.derive.finding import Finding
from specc.plan.derive.moving import brought_to
from specc.plan.nodes import DerivedStep, SetUp, Verify, Walk
from specc.plan.recipes import Recipes, UnreachableError
from specc.plan.states import states_of
from specc.semantics.types import FieldType, Literal, Record, Scalar, Type, Union


def filters(
    recipes: Recipes,
    endpoint: nodes.Endpoint,
    effect: nodes.Effect,
    walk: Walk,
    set_up: SetUp,
) -> Iterator[Finding]:
    """`x.filters.PARAM`; `walk` is over the whole list, `set_up` makes a thing of its own."""
    body_of = recipes.examples(endpoint, frozenset()).body_of
    for parameter in endpoint.parameters:
        if parameter.place_in != "query" or parameter.feed is None:
            continue
        path = _field(recipes, effect.contract, parameter.feed)
        if path is None:
            continue
        present = Thing(effect.contract, (*set_up.path, *path), True)
        values = _values(body_of(parameter.type))
        if values:
            steps = _one_of_each(walk, parameter.name, path, values, present)
            steps = [*_in_another_state(recipes, effect.contract, path), *steps]
        elif parameter.name == path[-1] and _is_sure(recipes, effect.contract, path):
            steps = _its_own(walk, parameter.name, path, present)
            other = _another(recipes, effect.contract, parameter.feed)
            if other is not None:
                none = Verify("not_listed", (Captured("listed"), Const(list(path)), present))
                steps = [*steps, _chosen(walk, parameter.name, other), none]
        else:
            continue
        text = f"the list by {parameter.name} shows only what has it"
        identifier = f"{endpoint.name}.filters.{parameter.name}"
        found = Finding(identifier, "filters", parameter.place, text)
        yield found.tested(f"test_filters_{parameter.name}", *steps)


def _in_another_state(
    recipes: Recipes, contract: str, path: tuple[str, ...]
) -> tuple[DerivedStep, ...]:
    """The calls that bring the test's own thing into another state than a new one's."""
    for endpoint in recipes.suite.endpoints:
        states = states_of(recipes.suite, endpoint)
        if states is None or (states.contract, (states.field,)) != (contract, path):
            continue
        after = next((to for state, to, _ in states.edges if state == states.initial), None)
        return () if after is None else brought_to(recipes, states, after) or ()
    return ()


def _one_of_each(
    walk: Walk, name: str, path: tuple[str, ...], values: list[object], present: Thing
) -> list[DerivedStep]:
    """The list by each value. A thing is there that at most one of the values chooses."""
    steps: list[DerivedStep] = []
    for value in values:
        steps.append(_chosen(walk, name, Const(value)))
        steps.append(_all_have(path, Const(value)))
    return [*steps, Verify("one_of", (present, Const(values)))]


def _its_own(walk: Walk, name: str, path: tuple[str, ...], present: Thing) -> list[DerivedStep]:
    """The list by what a thing has, which is in it."""
    shown = Verify("is_listed", (Captured("listed"), Const(list(path)), present))
    return [_chosen(walk, name, present), _all_have(path, present), shown]


def _another(recipes: Recipes, contract: str, feed: nodes.Feed) -> Value | None:
    """What another thing is called that nothing listed refers to; None for a thing's own field."""
    if feed.contract == contract or feed.contract in recipes.owners:
        return None
    try:
        return recipes.thing(feed, frozenset({feed.contract}))
    except UnreachableError:
        return None


def _chosen(walk: Walk, name: str, value: Value) -> Walk:
    return attrs.evolve(walk, params=(*walk.params, (name, value)))


def _all_have(path: tuple[str, ...], value: Value) -> Verify:
    return Verify("all_have", (Captured("listed"), Const(list(path)), value))


def _field(recipes: Recipes, contract: str, feed: nodes.Feed) -> tuple[str, ...] | None:
    """Where a thing has what a parameter names: its own field, or one that refers to another."""
    if feed.contract == contract:
        return feed.path
    record = recipes.types.get(contract)
    for item in record.properties if isinstance(record, Record) else ():
        match item.type:
            case FieldType(contract=symbol, field=field) if (
                recipes.suite.names.get(symbol) == feed.contract
                and tuple(field.split(".")) == feed.path
            ):
                return (item.name,)
            case _:
                pass
    return None


def _values(type_: Type) -> list[object]:
    """All values of a type that has few."""
    match type_:
        case Scalar("bool"):
            return [True, False]
        case Union(options, _):
            values: list[object] = [item.value for item in options if isinstance(item, Literal)]
            return values if len(values) == len(options) else []
        case _:
            return []


def _is_sure(recipes: Recipes, contract: str, path: tuple[str, ...]) -> bool:
    """Whether each thing has a single value there."""
    record = recipes.types.get(contract)
    field = record.get(path[0]) if isinstance(record, Record) and len(path) == 1 else None
    if field is None or field.optional or field.writeonly or field.secret:
        return False
    inner = field.type
    while isinstance(inner, FieldType):
        inner = inner.type
    return isinstance(inner, Scalar) and inner.kind in ("string", "int", "uuid", "email", "date")
