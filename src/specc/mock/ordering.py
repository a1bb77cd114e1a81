"""The order of a list, as `sorts by` says."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from specc.mock.call import Call
from specc.mock.defects import Quirk
from specc.mock.state import State
from specc.mock.world import Thing
from specc.semantics.orders import bare, is_descending


def in_order(state: State, call: Call, things: list[Thing]) -> list[Thing]:
    """The things in the order that a call asks for, or that the list always has."""
    for key in call.endpoint.sorts:
        word = f"-{key.name}" if key.descending else key.name
        if not key.descending and any(item.name == key.name for item in call.endpoint.parameters):
            word = str(call.params.get(key.name, ""))
        if not word:
            continue
        things = sorted(things, key=_by(bare(word)))
        wrong = state.defects.on(Quirk.IGNORES_ORDER, call.endpoint.name)
        if is_descending(word) != wrong:
            things.reverse()
    return things


def _by(field: str) -> Callable[[Thing], tuple[str, Any]]:
    """What is there first, by its kind and then by itself."""

    def place(thing: Thing) -> tuple[str, Any]:
        value: Any = thing.value.get(field)
        if isinstance(value, str):
            return "text", value
        return ("number", value) if isinstance(value, int | float | Decimal) else ("none", 0)

    return place
