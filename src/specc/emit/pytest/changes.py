"""The rows of a test that runs once for each change of a valid request."""

from __future__ import annotations

from unicodedata import combining, normalize

from specc.emit.pytest.imports import Imports
from specc.emit.pytest.values import has_decimal
from specc.emit.python.code import Call as CallCode
from specc.emit.python.code import Code, DictOf, Infix, ListOf, Raw, literal
from specc.plan.changes import Change

_CLASSES = {
    "append": "Append",
    "drop": "Drop",
    "fill": "Fill",
    "put": "Put",
    "repeat": "Repeat",
    "resize": "Resize",
}
"""What makes each change when the suite runs."""
_LONG = 40
"""Longer texts of a single character are said shortly."""


def change_row(change: Change, imports: Imports) -> Code:
    """`Put("lines", [], "too_few")`; a change that has another name than its place has an `id`."""
    name = _CLASSES[change.operation]
    imports.runtime(name)
    arguments: tuple[Code, ...] = (literal(path_text(change.path)),)
    if change.operation not in ("drop", "repeat"):
        arguments = (*arguments, _value(change, imports))
    place, _, kind = change.label.rpartition(".")
    if place and place == _place(change.path):
        return CallCode(name, (*arguments, literal(kind)))
    return CallCode(name, arguments, (("id", literal(change.label)),))


def _place(path: tuple[str | int, ...]) -> str:
    """What a change of this place is called, but for its kind: `lines[].quantity`."""
    place = ""
    for step in path:
        if isinstance(step, int):
            place += "[]"
        else:
            place += f".{step}" if place else step
    return place


def _value(change: Change, imports: Imports) -> Code:
    value = change.value
    if change.text and isinstance(value, str):
        imports.runtime("Raw")
        return CallCode("Raw", (literal(value),))
    if has_decimal(value):
        imports.add("decimal", "Decimal")
    return _said(value)


def _said(value: object) -> Code:
    """The code of a value, what repeats itself in it said shortly."""
    short = _shortly(value)
    if short is not None:
        return short
    match value:
        case dict() if value:
            return DictOf(tuple((literal(key), _said(item)) for key, item in value.items()))
        case list() if value:
            return ListOf(tuple(map(_said, value)))
        case _:
            return literal(value)


def _shortly(value: object) -> Code | None:
    """The code of a value that is one thing many times over, if it is."""
    match value:
        case list() if repeats(value):
            return Infix("*", literal(value[:1]), literal(len(value)))
        case str() if len(value) > _LONG and value == value[0] * len(value):
            return Raw(f"{literal(value[0]).flat} * {len(value)}")
        case str() if len(value) > _LONG and value[1:] == value[1] * (len(value) - 1):
            first, rest = literal(value[0]).flat, ascii(value[1]).replace("'", '"')
            return Raw(f"{first} + {rest} * {len(value) - 1}")
        case str() if not value.isascii() and normalize("NFC", value) != value:
            # Marks by themselves are told, so that a reader sees how the text is made.
            return Raw("".join(['"', *map(_marked, value), '"']))
        case bytes() if len(value) > _LONG:
            half = len(value) // 2
            opening, closing = value[:1], value[-1:]
            if value == opening * half + closing * half:
                return Raw(f"{literal(opening).flat} * {half} + {literal(closing).flat} * {half}")
    return None


def _marked(character: str) -> str:
    if combining(character):
        return f"\\u{ord(character):04x}"
    return literal(character).flat[1:-1]


def repeats(value: object) -> bool:
    """Whether a value is a list of several equal items."""
    return isinstance(value, list) and len(value) > 2 and all(item == value[0] for item in value)


def path_text(path: tuple[str | int, ...]) -> str:
    """`lines[0].quantity`, keys that are no plain names in quotes: `["a.b"]`."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        elif step.isidentifier():
            text += f".{step}" if text else step
        else:
            escaped = step.replace("\\", "\\\\").replace('"', '\\"')
            text += f'["{escaped}"]'
    return text
