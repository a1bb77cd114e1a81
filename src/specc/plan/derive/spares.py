"""A change or a deletion of one thing leaves the others alone."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.expressions import Captured
from specc.plan.derive.finding import Finding
from specc.plan.derive.showing import field_at, reader_of
from specc.plan.derive.touching import touched
from specc.plan.nodes import Verify
from specc.plan.recipes import Recipes, UnreachableError


def spares(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Finding]:
    """`x.spares`: another thing of the same owner reads as before."""
    for effect in endpoint.effects:
        if effect.kind not in ("updates", "deletes") or effect.of_self:
            continue
        shown = reader_of(recipes, effect.contract)
        if shown is None or effect.contract not in touched(endpoint):
            continue
        text = f"another {effect.contract} is as before"
        found = Finding(f"{endpoint.name}.spares", "spares", effect.place, text)
        try:
            call = recipes.call(endpoint, fresh=frozenset({effect.contract}))
            # The shared thing is another one than the test's own.
            reading = recipes.call(shown[0])
        except UnreachableError:
            continue
        if effect.contract in recipes.owners:
            continue  # An account of its own is another actor's: `unaffected` looks at those.
        at = shown[1].at or ()
        after, before = (field_at(Captured(name), at) for name in ("after", "before"))
        yield found.tested(
            "test_spares",
            attrs.evolve(reading, capture="before"),
            call,
            attrs.evolve(reading, capture="after"),
            Verify("equal", (after, before)),
        )
