"""What of a call is fixed when a suite is written, and what is known only when it is sent."""

from __future__ import annotations

import attrs

from specc.ir.expressions import (
    Builtin,
    Captured,
    Column,
    Field,
    Fields,
    FlowCapture,
    Item,
    Items,
    Template,
    Value,
    replaced,
    walk,
)
from specc.ir.steps import Request

_ONCE = frozenset({"env", "secret", "file"})
"""What is made at run time, but is the same all the time."""


@attrs.frozen
class Split:
    """A call with slots in it, and the values that go there, in their order."""

    params: tuple[tuple[str, Value], ...]
    body: Value | None
    path: Value | None
    slots: tuple[Value, ...]


def split(step: Request) -> Split:
    """Take out of a call what is known only when it is sent. A slot is a Column named `slot N`."""
    found: list[Value] = []

    def cut(value: Value) -> Value:
        if isinstance(value, Fields | Items) or not is_late(value):
            return value
        found.append(value)
        return Column(f"slot {len(found) - 1}")

    path = None if step.path is None else replaced(step.path, cut)
    params = tuple((key, replaced(value, cut)) for key, value in step.params)
    body = None if step.body is None else replaced(step.body, cut)
    return Split(params, body, path, tuple(found))


def is_late(value: Value) -> bool:
    """Whether a value is known only when a request is sent."""
    return any(
        isinstance(item, Captured | FlowCapture | Column)
        or (isinstance(item, Builtin) and item.name not in _ONCE)
        for item in walk(value)
    )


def said(value: Value) -> str:
    """What a value is, for a reader: `order.id`."""
    match value:
        case Captured(name=name) | Column(name=name):
            return name
        case FlowCapture(flow=flow, name=name):
            return f"{said(flow)}.{name}"
        case Field(subject=subject, name=name):
            return f"{said(subject)}.{name}"
        case Item(subject=subject):
            return f"an item of {said(subject)}"
        case Builtin(name=name):
            return name
        case Template(parts=parts):
            return "".join(part if isinstance(part, str) else f"{{{said(part)}}}" for part in parts)
        case _:
            return "what it comes to"
