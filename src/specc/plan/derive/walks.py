"""Lists as they are before and after a call."""

from __future__ import annotations

import attrs

from specc.ir.expressions import Captured, Const
from specc.plan.nodes import Call, Verify, Walk

BEFORE = "listed_before"
"""The variable of a list that was walked before; no part of a spec is called so."""


def none_new(
    walk: Walk, call: Call | None, key: tuple[str, ...]
) -> tuple[Call | Verify | Walk, ...]:
    """A list, a call if there is one, and the list again, which must have nothing new."""
    between = () if call is None else (call,)
    return (
        attrs.evolve(walk, capture=BEFORE),
        *between,
        walk,
        Verify("none_new", (Captured("listed"), Captured(BEFORE), Const(list(key)))),
    )
