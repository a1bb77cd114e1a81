"""What was made in a thing is gone with it."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.expressions import Thing, Value, walk
from specc.plan.derive.finding import Finding
from specc.plan.derive.gone import remover_of
from specc.plan.derive.showing import bound
from specc.plan.nodes import values_of
from specc.plan.recipes import Recipes, UnreachableError


def orphans(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Finding]:
    """`x.deleted.PARENT`, where a path names a thing under another one that can be deleted."""
    named = [item for item in endpoint.parameters if item.place_in == "path" and item.feed]
    if len(named) < 2 or endpoint.method not in ("GET", "HEAD"):
        return
    outer, inner = named[-2].feed, named[-1].feed
    assert outer is not None
    assert inner is not None
    remover = remover_of(recipes, outer.contract)
    producer = next(iter(recipes.producers.get(inner.contract, ())), None)
    made = None if producer is None else producer.effect("creates")
    statuses = _statuses(endpoint)
    if remover is None or producer is None or made is None or made.at is None or not statuses:
        return
    fresh = frozenset({outer.contract})
    try:
        make = recipes.call(producer, fresh=fresh)
        removal = recipes.call(remover, fresh=fresh)
        call = recipes.call(endpoint, fresh=fresh)
        set_up = recipes.set_up(inner.contract, False, frozenset())
    except UnreachableError:
        return  # Other families say so.
    if set_up is None or set_up.sent or make.actor.startswith("new_") or producer.open:
        return
    if not any(_is_fresh(value, outer.contract) for value in values_of(make)):
        return
    text = f"what was made in a {outer.contract} is gone with it"
    identifier = f"{endpoint.name}.deleted.{named[-2].name}"
    found = Finding(identifier, "deleted", named[-2].place, text)
    call = bound(call, inner.contract, "made", set_up.path, made.at)
    yield found.tested(
        f"test_deleted_with_its_{outer.contract.lower()}",
        attrs.evolve(make, capture="made"),
        removal,
        attrs.evolve(call, statuses=statuses, contract=None),
    )


def _statuses(endpoint: nodes.Endpoint) -> tuple[int, ...]:
    """What says that nothing is there; none where nothing is said to."""
    return tuple(
        dict.fromkeys(
            item.status
            for item in endpoint.returns
            if item.status in (404, 410)
            or any(each.kind in ("deleted", "unknown") for each in item.conditions)
        )
    )


def _is_fresh(value: Value, contract: str) -> bool:
    return any(
        isinstance(item, Thing) and item.contract == contract and item.fresh for item in walk(value)
    )
