"""A change or a deletion of one thing leaves the others alone."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.expressions import Captured
from specc.plan.derive.finding import Finding
from specc.plan.derive.lists import still_listed
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
        if effect.contract not in touched(endpoint) or effect.contract in recipes.owners:
            continue  # An account of its own is another actor's: `unaffected` looks at those.
        text = f"another {effect.contract} is as before"
        found = Finding(f"{endpoint.name}.spares", "spares", effect.place, text)
        try:
            call = recipes.call(endpoint, fresh=frozenset({effect.contract}))
            # The shared thing is another one than the test's own.
            if shown is None:
                steps = still_listed(recipes, effect.contract, call.actor)
                if steps and effect.kind == "deletes":
                    yield found.tested("test_spares", call, *steps)
                continue
            reading = recipes.call(shown[0])
        except UnreachableError:
            continue
        at = shown[1].at or ()
        after, before = (field_at(Captured(name), at) for name in ("after", "before"))
        yield found.tested(
            "test_spares",
            attrs.evolve(reading, capture="before"),
            call,
            attrs.evolve(reading, capture="after"),
            Verify("equal", (after, before)),
        )
