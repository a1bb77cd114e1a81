"""References to several things of one kind: a transfer from one account to another."""

from __future__ import annotations

import attrs

from specc.ir.expressions import Fields, Thing, Value
from specc.plan.nodes import Call
from specc.plan.recipes import Recipes, UnreachableError


def apart(recipes: Recipes, call: Call) -> Call:
    """The call with another thing at each second field of its body that refers to such a thing.

    From an account to the very same nothing is transferred, and nothing shows.
    """
    if not isinstance(call.body, Fields):
        return call
    seen: dict[tuple[str, tuple[str, ...]], int] = {}
    entries: list[tuple[str, Value]] = []
    for name, value in call.body.entries:
        if isinstance(value, Thing):
            key = (value.contract, value.path)
            seen[key] = seen.get(key, 0) + 1
            if seen[key] % 2 == 0:
                value = _another(recipes, value)
        entries.append((name, value))
    return attrs.evolve(call, body=Fields(tuple(entries)))


def _another(recipes: Recipes, thing: Thing) -> Thing:
    """The same field of the thing that tests share, or of the test's own: whichever it is not."""
    fresh = frozenset() if thing.fresh else frozenset({thing.contract})
    try:
        found = recipes.set_up(thing.contract, not thing.fresh, fresh)
    except UnreachableError:
        return thing
    return thing if found is None else attrs.evolve(thing, fresh=not thing.fresh)
