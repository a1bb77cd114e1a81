"""A thing is found under the one that it was made under, and under no other."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.expressions import Captured, Const, Thing, Value, walk
from specc.plan.derive.finding import Finding
from specc.plan.derive.showing import identity
from specc.plan.derive.touching import touched
from specc.plan.nodes import Verify, Walk, values_of
from specc.plan.recipes import Recipes, UnreachableError


def misplaced(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Finding]:
    """`x.misplaced`: it is unknown under another parent, whose list does not show it."""
    named = [item for item in endpoint.parameters if item.place_in == "path" and item.feed]
    lists = endpoint.effect("lists")
    try:
        if lists is not None and lists.at is not None and named:
            yield from _listed(recipes, endpoint, lists, named[-1])
        elif len(named) > 1:
            yield from _asked_for(recipes, endpoint, named[-2], named[-1])
    except UnreachableError:
        return  # `conforms` says so.


def _asked_for(
    recipes: Recipes, endpoint: nodes.Endpoint, outer: nodes.Parameter, inner: nodes.Parameter
) -> Iterator[Finding]:
    assert outer.feed is not None
    assert inner.feed is not None
    statuses = _statuses(endpoint, outer, inner)
    makes = endpoint.method == "PUT" and any(item.status == 201 for item in endpoint.returns)
    if makes or not statuses:
        return
    call = recipes.call(endpoint, fresh=touched(endpoint) - {outer.feed.contract})
    fresh = inner.feed.contract in touched(endpoint)
    if not _made_under(recipes, inner.feed.contract, outer.feed.contract, fresh):
        return
    other = recipes.thing(outer.feed, frozenset({outer.feed.contract}))
    if other is None:
        return
    text = f"under another {outer.feed.contract}, the {inner.feed.contract} is unknown"
    found = Finding(f"{endpoint.name}.misplaced", "misplaced", inner.place, text)
    params = _with(call.params, outer.name, other)
    step = attrs.evolve(call, params=params, statuses=statuses, contract=None)
    yield found.tested("test_misplaced", step)


def _listed(
    recipes: Recipes, endpoint: nodes.Endpoint, effect: nodes.Effect, outer: nodes.Parameter
) -> Iterator[Finding]:
    assert outer.feed is not None
    key = identity(recipes, effect.contract)
    call = recipes.call(endpoint)
    set_up = recipes.set_up(effect.contract, False, frozenset())
    if key is None or set_up is None:
        return
    if not _made_under(recipes, effect.contract, outer.feed.contract, False):
        return
    other = recipes.thing(outer.feed, frozenset({outer.feed.contract}))
    if other is None:
        return
    text = f"the list under another {outer.feed.contract} does not show the {effect.contract}"
    found = Finding(f"{endpoint.name}.misplaced", "misplaced", effect.place, text)
    params = _with(call.params, outer.name, other)
    thing = Thing(effect.contract, (*set_up.path, *key), False)
    yield found.tested(
        "test_misplaced",
        Walk(call.actor, endpoint.name, params, effect.at or (), "listed"),
        Verify("not_listed", (Captured("listed"), Const(list(key)), thing)),
    )


def _made_under(recipes: Recipes, contract: str, parent: str, fresh: bool) -> bool:
    """Whether a thing is made by a call that names its parent, and one of the shared ones."""
    set_up = recipes.set_ups.get((contract, fresh))
    if set_up is None or set_up.call is None or contract == parent:
        return False
    return any(
        isinstance(item, Thing) and item.contract == parent and not item.fresh
        for value in values_of(set_up.call)
        for item in walk(value)
    )


def _statuses(
    endpoint: nodes.Endpoint, outer: nodes.Parameter, inner: nodes.Parameter
) -> tuple[int, ...]:
    """What says that nothing of that name is there; none where nothing is said to."""
    names = {outer.name, inner.name}
    said = dict.fromkeys(
        item.status
        for item in endpoint.returns
        if any(
            condition.kind == "unknown" and condition.parameter in names
            for condition in item.conditions
        )
    )
    return tuple(said) or tuple(
        dict.fromkeys(item.status for item in endpoint.returns if item.status in (404, 410))
    )


def _with(
    params: tuple[tuple[str, Value], ...], name: str, value: Value
) -> tuple[tuple[str, Value], ...]:
    return tuple((key, value if key == name else given) for key, given in params)
