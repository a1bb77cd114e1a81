"""A list is in the order that it says, and as long as it says."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.expressions import Captured, Const, Fields, Items
from specc.plan.derive.finding import Finding
from specc.plan.derive.showing import field_at, identity, limit_of
from specc.plan.examples import varied
from specc.plan.nodes import Call, Retried, Verify, Walk
from specc.plan.recipes import Recipes, UnreachableError
from specc.semantics.orders import bare, is_descending
from specc.semantics.types import Literal, Record, Union

_PLACES = (2, 0, 1)
"""The which value of a field each of three things has: neither up nor down."""


def sorting(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Finding]:
    """`x.sorts.ORDER`, from `sorts by`, and `x.counts`, from `counts from`."""
    effect = endpoint.effect("lists")
    if effect is None or effect.at is None:
        return
    for key in endpoint.sorts:
        for asked, word in _orders(recipes, endpoint, key):
            text = f"the list is sorted by {word}"
            found = Finding(f"{endpoint.name}.sorts.{word}", "sorts", key.place, text)
            yield _sorted(recipes, endpoint, effect, found, asked, word)
    if endpoint.counted is not None:
        text = "each page says how many things there are on all"
        place = endpoint.counted.place
        found = Finding(f"{endpoint.name}.counts", "counts", place, text)
        yield _counted(recipes, endpoint, effect, found, endpoint.counted)


def _orders(
    recipes: Recipes, endpoint: nodes.Endpoint, key: nodes.SortedBy
) -> Iterator[tuple[tuple[tuple[str, Const], ...], str]]:
    """Each order: what asks for it, and its word."""
    for parameter in endpoint.parameters:
        if parameter.name == key.name and parameter.place_in == "query" and not key.descending:
            body = recipes.examples(endpoint, frozenset()).body_of(parameter.type)
            for option in body.options if isinstance(body, Union) else (body,):
                if isinstance(option, Literal):
                    yield ((key.name, Const(option.value)),), str(option.value)
            return
    yield (), f"-{key.name}" if key.descending else key.name


def _sorted(
    recipes: Recipes,
    endpoint: nodes.Endpoint,
    effect: nodes.Effect,
    found: Finding,
    asked: tuple[tuple[str, Const], ...],
    word: str,
) -> Finding:
    key = identity(recipes, effect.contract)
    try:
        makes = _makes(recipes, effect.contract, bare(word))
        walk = _walk(recipes, endpoint, effect)
    except UnreachableError as problem:
        return found.untested(problem)
    if not makes or key is None:
        return found.untested(f"nothing creates a {effect.contract} that could be told from others")
    made = [field_at(Captured(call.capture or ""), (*at, *key)) for call, at in makes]
    walk = attrs.evolve(walk, params=(*walk.params, *asked))
    order = (Const(list(key)), Items(tuple(made)), Const(bare(word)), Const(is_descending(word)))
    name = "".join(char if char.isalnum() else "_" for char in bare(word))
    return found.tested(
        f"test_sorts_{'down' if is_descending(word) else 'up'}_by_{name}",
        *(call for call, _ in makes),
        walk,
        Verify("in_order", (Captured("listed"), *order)),
    )


def _counted(
    recipes: Recipes,
    endpoint: nodes.Endpoint,
    effect: nodes.Effect,
    found: Finding,
    counted: nodes.Counted,
) -> Finding:
    try:
        makes = _makes(recipes, effect.contract, "")
        walk = _walk(recipes, endpoint, effect)
    except UnreachableError as problem:
        return found.untested(problem)
    limit = limit_of(endpoint)
    if limit is not None:
        walk = attrs.evolve(walk, params=(*walk.params, (limit, Const(2))))
    check = Verify("counts", (Captured("listed"), Const(list(counted.source))))
    # Others may make things meanwhile.
    made = (attrs.evolve(call, capture=None) for call, _ in makes)
    return found.tested("test_counts", *made, Retried((walk, check)))


def _walk(recipes: Recipes, endpoint: nodes.Endpoint, effect: nodes.Effect) -> Walk:
    call = recipes.call(endpoint)
    producer = next(iter(recipes.producers.get(effect.contract, ())), None)
    actor = call.actor
    if producer is not None and not producer.open:
        maker = recipes.call(producer).actor
        actor = maker if recipes.role_of(maker) in endpoint.allowed else actor
    return Walk(actor, endpoint.name, call.params, effect.at or (), "listed")


def _makes(recipes: Recipes, contract: str, field: str) -> list[tuple[Call, tuple[str, ...]]]:
    """Calls that make three things, of other values of a field where it can be sent."""
    producer = next(iter(recipes.producers.get(contract, ())), None)
    effect = None if producer is None else producer.effect("creates")
    if producer is None or producer.open or effect is None or effect.at is None:
        return []
    make = recipes.call(producer)
    examples = attrs.evolve(recipes.examples(producer, frozenset()), unique=False)
    record = None if producer.body_type is None else examples.body_of(producer.body_type)
    sent = record.get(field) if isinstance(record, Record) else None
    found: list[tuple[Call, tuple[str, ...]]] = []
    for number, place in enumerate(_PLACES, 1):
        call = attrs.evolve(make, capture=f"made_{number}")
        value = None if sent is None or sent.readonly else examples.of(sent.type)
        if value is not None and sent is not None and isinstance(call.body, Fields):
            given = dict(call.body.entries).get(field)
            if given is None or isinstance(given, Const):
                other = varied(value, place, examples.body_of(sent.type))
                entries = {**dict(call.body.entries), field: other}
                call = attrs.evolve(call, body=Fields(tuple(entries.items())))
        found.append((call, effect.at))
    return found
