"""One field alone is changed, or taken away, and all others stay as they are."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.plan.changes import Change, constant
from specc.plan.derive.deciding import decided
from specc.plan.derive.filled import full_call
from specc.plan.derive.finding import Finding
from specc.plan.derive.keeping import as_sent, part_at, sent_fields
from specc.plan.derive.showing import own_reader_of, reader_of
from specc.plan.examples import Examples, varied
from specc.plan.nodes import Call, DerivedStep, Verify
from specc.plan.recipes import Recipes
from specc.semantics.types import Literal, Property, Union


def each_alone(
    recipes: Recipes,
    endpoint: nodes.Endpoint,
    effect: nodes.Effect,
    found: Finding,
    steps: tuple[DerivedStep, ...],
) -> Iterator[Finding]:
    """`x.updates.only.FIELD`, by a PATCH in which any field may be left out.

    `steps` are a look, the change, another look, and checks. Only what is there can be lost: all
    that may be set is set before.
    """
    if endpoint.method != "PATCH" or endpoint.body_type is None:
        return
    path, names = sent_fields(recipes, endpoint, effect)
    examples = attrs.evolve(recipes.examples(endpoint, frozenset()), unique=False)
    record = part_at(examples.body_of, endpoint.body_type, path)
    if record is None or any(not (item.optional or item.readonly) for item in record.properties):
        return
    changes: list[Change] = []
    for item in record.properties if len(names) > 1 else ():
        if item.name in names:
            changes.extend(_changes(examples, item, path))
    if not changes:
        return
    before, change, after, *checks = steps
    assert isinstance(before, Call)
    assert isinstance(change, Call)
    fill = full_call(recipes, endpoint, effect, change) or change
    alone = attrs.evolve(change, changed="body")
    shown = (own_reader_of if effect.of_self else reader_of)(recipes, effect.contract)
    if shown and not any(isinstance(item, Verify) and item.check == "as_sent" for item in checks):
        checks.append(as_sent(shown[1].at or (), path, names, "after", "changed"))
    only = attrs.evolve(
        found,
        id=f"{found.id}.only",
        text=f"a change of one field leaves the rest of the {effect.contract} as it was",
    )
    yield only.tested(
        "test_updates_only",
        *decided(endpoint, attrs.evolve(fill, capture=None), "filled"),
        before,
        *decided(endpoint, alone),
        after,
        *checks,
        changes=tuple(changes),
    )


def _changes(examples: Examples, item: Property, path: tuple[str, ...]) -> Iterator[Change]:
    """Another value of a field than the one that it was filled with, and null where it may be."""
    body = examples.body_of(item.type)
    value = examples.stated.get(item.example) or examples.of(item.type)
    if isinstance(body, Union):
        literals = [option.value for option in body.options if isinstance(option, Literal)]
        others = [literal for literal in literals if literal is not None]
        if len(others) > 1 and item.example is None:
            yield Change(item.name, "put", path, {item.name: others[1]})
            value = None
    if value is not None:
        other = constant(varied(value, 1, body))
        if other != ():
            yield Change(item.name, "put", path, {item.name: other})
    if isinstance(body, Union) and Literal(None) in body.options:
        yield Change(f"{item.name}.null", "put", path, {item.name: None})
