"""A PUT replaces the whole thing: what it leaves out is not kept from before."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.expressions import Captured, Field, Fields
from specc.plan.derive.deciding import decided
from specc.plan.derive.filled import full_call
from specc.plan.derive.finding import Finding
from specc.plan.derive.keeping import part_at, sent_fields
from specc.plan.derive.showing import field_at, reader_of
from specc.plan.nodes import Call, DerivedStep, Verify
from specc.plan.recipes import Recipes

_LOOKS = ("after", "before")


def replaces(
    recipes: Recipes,
    endpoint: nodes.Endpoint,
    effect: nodes.Effect,
    found: Finding,
    steps: tuple[DerivedStep, ...],
) -> Iterator[Finding]:
    """`x.updates.whole`, by a PUT (RFC 9110, 9.3.4) beside a PATCH that changes a part.

    `steps` begin with a look and the change.
    The thing is written with little, with all, and with little again: then it is as at first.
    """
    look, change, *_ = steps
    shown = reader_of(recipes, effect.contract)
    if endpoint.method != "PUT" or endpoint.body_type is None or shown is None:
        return
    writers = recipes.by_effect.get(("updates", effect.contract), ())
    if not any(other.method == "PATCH" for other, _ in writers):
        return  # Where nothing else changes a part, many a service lets PUT do it.
    assert isinstance(look, Call)
    assert isinstance(change, Call)
    path, names = sent_fields(recipes, endpoint, effect)
    full = full_call(recipes, endpoint, effect, change)
    record = part_at(recipes.examples(endpoint, frozenset()).body_of, endpoint.body_type, path)
    if full is None or record is None or path or not isinstance(change.body, Fields):
        return
    given = {name for name, _ in change.body.entries}
    spare = [item.name for item in record.properties if item.optional and item.name not in given]
    spare = [name for name in spare if name in names]
    if not spare:
        return
    at = shown[1].at or ()
    whole = attrs.evolve(
        found,
        id=f"{found.id}.whole",
        text=f"what is left out of the {effect.contract} that is put is not kept from before",
    )
    same = tuple(
        Verify("equal", tuple(Field(field_at(Captured(one), at), name, True) for one in _LOOKS))
        for name in spare
    )
    yield whole.tested(
        "test_updates_whole",
        *decided(endpoint, attrs.evolve(change, capture=None), "first"),
        attrs.evolve(look, capture="before"),
        *decided(endpoint, attrs.evolve(full, capture=None), "filled"),
        *decided(endpoint, attrs.evolve(change, capture=None), "changed"),
        attrs.evolve(look, capture="after"),
        *same,
    )
