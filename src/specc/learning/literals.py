"""Values as the literals that a spec says them with. Whatever a text holds, it stays a text."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

import attrs

WIDTH = 100

_PLAIN_KEY = re.compile(r"[a-z_][a-z0-9_]*")
_ESCAPES = {
    '"': '\\"',
    "\\": "\\\\",
    "{": "\\{",
    "}": "\\}",
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\b": "\\b",
    "\f": "\\f",
}


class UnsayableError(ValueError):
    """The language has no literal for a value; the message says which."""


@attrs.frozen
class Reference:
    """A value that an earlier step has bound: `order.id`."""

    text: str


def literal(value: object, indent: int = 0, column: int = 0) -> str:
    """The literal of a JSON value, whose parts may be references.

    What does not fit on a line, from `column` on, is laid out on several, indented by `indent`.
    Raises UnsayableError.
    """
    flat = _flat(value)
    if column + len(flat) <= WIDTH or not isinstance(value, dict | list) or not value:
        return flat
    inner = indent + 2
    pad = " " * inner
    if isinstance(value, dict):
        rows = [
            f"{pad}{_key(name)}: {literal(item, inner, inner + len(_key(name)) + 2)}"
            for name, item in value.items()
        ]
        return "{\n" + ",\n".join(rows) + "\n" + " " * indent + "}"
    rows = [f"{pad}{literal(item, inner, inner)}" for item in value]
    return "[\n" + ",\n".join(rows) + "\n" + " " * indent + "]"


def _flat(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case Decimal():
            return _number(value)
        case str():
            return quoted(value)
        case Reference(text):
            return text
        case list():
            return "[" + ", ".join(_flat(item) for item in value) + "]"
        case dict():
            entries = [f"{_key(name)}: {_flat(item)}" for name, item in value.items()]
            return "{ " + ", ".join(entries) + " }" if entries else "{}"
        case _:
            raise UnsayableError(f"a {type(value).__name__} has no literal")


def _number(value: Decimal) -> str:
    if not value.is_finite():
        raise UnsayableError(f"{value} is no number of the language")
    text = format(value, "f")
    if len(text) > 400:
        raise UnsayableError(f"{value} would have {len(text)} digits")
    return text


def _key(name: str) -> str:
    return name if _PLAIN_KEY.fullmatch(name) else quoted(name)


def quoted(text: str) -> str:
    """A string literal of exactly this text: nothing in it is filled in, or ends it."""
    return '"' + "".join(_character(char) for char in text) + '"'


def _character(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if "\ud800" <= char <= "\udfff":
        raise UnsayableError("half of a surrogate pair is no character of the language")
    if char == " " or (char.isprintable() and unicodedata.category(char) != "Cf"):
        return char
    if ord(char) <= 0xFFFF:
        return f"\\u{ord(char):04x}"
    code = ord(char) - 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
