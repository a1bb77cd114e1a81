"""References that a call may leave out: a coupon of an order, a folder to look in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import attrs

from specc.ir import nodes
from specc.ir.expressions import Fields, Thing
from specc.plan.nodes import Call
from specc.plan.recipes import Recipes, UnreachableError
from specc.semantics.types import FieldType, Record, Type, Union


def optional_references(
    recipes: Recipes, endpoint: nodes.Endpoint, call: Call
) -> Mapping[str, Callable[[Call], Call]]:
    """The contracts that an optional field or parameter names, each with how a call names one."""
    found: dict[str, Callable[[Call], Call]] = {}
    given = {name for name, _ in call.params}
    for item in endpoint.parameters:
        if item.place_in == "query" and item.feed is not None and item.name not in given:
            thing = _own_thing(recipes, item.feed)
            if thing is not None:
                found.setdefault(thing.contract, _as_parameter(item.name, thing))
    for name, feed in _in_body(recipes, endpoint, call):
        thing = _own_thing(recipes, feed)
        if thing is not None:
            found.setdefault(thing.contract, _as_field(name, thing))
    return found


def _in_body(
    recipes: Recipes, endpoint: nodes.Endpoint, call: Call
) -> Iterator[tuple[str, nodes.Feed]]:
    if endpoint.body_type is None or not isinstance(call.body, Fields):
        return
    body = recipes.examples(endpoint, frozenset()).body_of(endpoint.body_type)
    sent = {name: value for name, value in call.body.entries if isinstance(value, Thing)}
    for item in body.properties if isinstance(body, Record) else ():
        if not item.optional or item.readonly or item.name in sent:
            continue
        for type_ in _options(item.type):
            name = recipes.suite.names.get(type_.contract)
            if name is not None and recipes.is_key(name, type_):
                yield item.name, nodes.Feed(name, tuple(type_.field.split(".")))


def _options(type_: Type) -> Iterator[FieldType]:
    match type_:
        case FieldType():
            yield type_
        case Union(options):
            yield from (option for option in options if isinstance(option, FieldType))
        case _:
            return


def _own_thing(recipes: Recipes, feed: nodes.Feed) -> Thing | None:
    try:
        return recipes.thing(feed, frozenset({feed.contract}))
    except UnreachableError:
        return None


def _as_parameter(name: str, thing: Thing) -> Callable[[Call], Call]:
    return lambda call: attrs.evolve(call, params=(*call.params, (name, thing)))


def _as_field(name: str, thing: Thing) -> Callable[[Call], Call]:
    def named(call: Call) -> Call:
        entries = call.body.entries if isinstance(call.body, Fields) else ()
        kept = tuple(pair for pair in entries if pair[0] != name)
        return attrs.evolve(call, body=Fields((*kept, (name, thing))))

    return named
