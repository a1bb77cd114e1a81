"""Expressions of the IR: names are resolved, captures are typed, values are plain."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import attrs


@attrs.frozen
class Const:
    """A JSON value, or a duration in seconds or size in bytes as Decimal."""

    value: object


@attrs.frozen
class Template:
    """Text with interpolated expressions."""

    parts: tuple[str | Value, ...]


@attrs.frozen
class Builtin:
    """A value made when the suite runs (env, secret, unique ...); `spec` names the spec's file."""

    name: str
    arguments: tuple[Value, ...]
    spec: str


MADE_ANEW = frozenset(["unique", "unique_email", "unique_like", "uuid", "now"])
"""The builtins that give another value each time that they are asked."""


@attrs.frozen
class Captured:
    """A captured answer, by the name of its variable; as a whole it is JSON, text or bytes."""

    name: str
    form: str = "json"


@attrs.frozen
class Column:
    """A column of a test's cases."""

    name: str


@attrs.frozen
class FlowCapture:
    """`done.order`: what a called flow captured."""

    flow: Value
    name: str
    form: str = "json"


@attrs.frozen
class Thing:
    """A thing that the graph sets up, at a field of it: `order["id"]`.

    `fresh` asks for one of the test's own; `path` leads from the answer that made it.
    """

    contract: str
    path: tuple[str, ...]
    fresh: bool = False


@attrs.frozen
class Field:
    """`x.name`: a field; `maybe` where it may be absent (then it reads as null)."""

    subject: Value
    name: str
    maybe: bool = False


@attrs.frozen
class Item:
    """`x[0]`."""

    subject: Value
    index: Value


@attrs.frozen
class Each:
    """`x[*].a.b`: the value at `path` of every item of a list."""

    subject: Value
    path: tuple[str, ...]


@attrs.frozen
class Function:
    """A function over values: `len`, `sum`, `status`, `header` and their like."""

    name: str
    arguments: tuple[Value, ...]


@attrs.frozen
class Operation:
    """An operator over one or two operands."""

    operator: str
    operands: tuple[Value, ...]


@attrs.frozen
class Conforms:
    """`x is Order`: `contract` is the name of a contract of the suite."""

    subject: Value
    contract: str


@attrs.frozen
class Span:
    """`1..5` on the right of `in`."""

    low: Value | None
    high: Value | None


@attrs.frozen
class Items:
    items: tuple[Value, ...]


@attrs.frozen
class Fields:
    entries: tuple[tuple[str, Value], ...]


Value: TypeAlias = (
    Const
    | Template
    | Builtin
    | Captured
    | Column
    | FlowCapture
    | Thing
    | Field
    | Item
    | Each
    | Function
    | Operation
    | Conforms
    | Span
    | Items
    | Fields
)


def children(value: Value) -> tuple[Value, ...]:
    """The expressions that a value is made of, one level down."""
    match value:
        case Const() | Captured() | Column() | Thing():
            return ()
        case Template(parts):
            return tuple(part for part in parts if not isinstance(part, str))
        case Builtin(_, arguments, _) | Function(_, arguments) | Operation(_, arguments):
            return arguments
        case FlowCapture(flow=flow):
            return (flow,)
        case Field(subject, _, _) | Each(subject, _) | Conforms(subject, _):
            return (subject,)
        case Item(subject, index):
            return (subject, index)
        case Span(low, high):
            return tuple(end for end in (low, high) if end is not None)
        case Items(items):
            return items
        case Fields(entries):
            return tuple(entry for _, entry in entries)


def replaced(value: Value, change: Callable[[Value], Value]) -> Value:
    """The value with `change` made to it, or else to what lists, objects and texts in it hold.

    What `change` gives back as it is, is looked into; what it changes is not.
    """
    changed = change(value)
    if changed is not value:
        return changed
    match value:
        case Fields(entries):
            return Fields(tuple((key, replaced(item, change)) for key, item in entries))
        case Items(items):
            return Items(tuple(replaced(item, change) for item in items))
        case Template(parts):
            return Template(
                tuple(part if isinstance(part, str) else replaced(part, change) for part in parts)
            )
        case _:
            return value


def walk(value: Value) -> list[Value]:
    """A value and all that it is made of, outermost first."""
    found = [value]
    for item in found:
        found.extend(children(item))
    return found
