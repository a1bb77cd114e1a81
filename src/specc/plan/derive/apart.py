"""A read answers the thing that was asked for, with others there."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.expressions import Captured, Thing
from specc.plan.derive.finding import Finding
from specc.plan.derive.showing import field_at, identity
from specc.plan.nodes import Verify
from specc.plan.recipes import Recipes, UnreachableError


def apart(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Finding]:
    """`x.reads`: another actor has made another thing, and the right one is shown."""
    effect = next((item for item in endpoint.effects if item.kind == "reads"), None)
    if effect is None or effect.of_self or effect.at is None:
        return
    feed = next(
        (
            item.feed
            for item in endpoint.parameters
            if item.feed is not None and item.feed.contract == effect.contract
        ),
        None,
    )
    producer = next(iter(recipes.producers.get(effect.contract, ())), None)
    key = identity(recipes, effect.contract)
    if feed is None or producer is None or key is None or feed.path != key:
        return
    try:
        call = recipes.call(endpoint)
        other = recipes.call(producer)
        set_up = recipes.set_up(effect.contract, False, frozenset())
    except UnreachableError:
        return  # `conforms` says so.
    if set_up is None:
        return
    stranger = None if producer.open else recipes.stranger_to(other.actor)
    if stranger is not None and recipes.role_of(stranger) in producer.allowed:
        other = attrs.evolve(other, actor=stranger)
    text = f"of several {effect.contract}s, the one that was asked for is shown"
    found = Finding(f"{endpoint.name}.reads", "reads", effect.place, text)
    asked = Thing(effect.contract, (*set_up.path, *key), False)
    shown = field_at(Captured("seen"), (*effect.at, *key))
    yield found.tested(
        "test_reads",
        other,
        attrs.evolve(call, capture="seen"),
        Verify("equal", (shown, asked)),
    )
