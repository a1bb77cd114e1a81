"""Reading changes nothing (RFC 9110, section 9.2.1)."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.expressions import Captured
from specc.plan.derive.finding import Finding
from specc.plan.derive.lists import walk_of
from specc.plan.derive.showing import field_at, identity
from specc.plan.derive.walks import none_new
from specc.plan.nodes import Retried, Verify
from specc.plan.recipes import Recipes, UnreachableError


def safe(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Finding]:
    """`x.safe`: two reads are equal, and a list that was read has nothing new."""
    if endpoint.method != "GET":
        return
    for effect in endpoint.effects:
        if effect.at is None or effect.kind not in ("reads", "lists"):
            continue
        found = Finding(f"{endpoint.name}.safe", "safe", effect.place, "reading changes nothing")
        try:
            call = recipes.call(endpoint)
        except UnreachableError:
            return  # `conforms` says so.
        if effect.kind == "reads":
            before, after = (field_at(Captured(name), effect.at) for name in ("seen", "again"))
            yield found.tested(
                "test_safe",
                attrs.evolve(call, capture="seen"),
                attrs.evolve(call, capture="again"),
                Verify("equal", (after, before)),
            )
            return
        key = identity(recipes, effect.contract)
        if key is not None:
            walk = walk_of(recipes, endpoint, effect, call.actor)
            yield found.tested("test_safe", Retried(none_new(walk, None, key)))
        return
