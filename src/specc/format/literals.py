"""Literals and names: as they are written, or, in a tree that was made, as one would write them."""

from __future__ import annotations

import re
from decimal import Decimal

from specc.format.written import Written
from specc.source import Span
from specc.syntax.nodes.base import Name
from specc.syntax.nodes.expressions import Bool, Date, Number, Quantity, Regex

_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_ESCAPED = re.compile(r'["\\{\x00-\x1f\x7f]')
_SHORT = {'"': '\\"', "\\": "\\\\", "{": "\\{", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def number(written: Written, node: Number) -> str:
    """A number, its sign included."""
    return written.compact(node.span) if written.text else _digits(node.value)


def quantity(written: Written, node: Quantity) -> str:
    """A number with its unit."""
    return written.slice(node.span) if written.text else f"{_digits(node.value)}{node.unit}"


def date(node: Date) -> str:
    """A day."""
    return node.value


def boolean(node: Bool) -> str:
    """`true` or `false`."""
    return "true" if node.value else "false"


def regex(written: Written, node: Regex) -> str:
    """A regular expression with its slashes."""
    if written.text:
        return written.slice(node.span)
    return "/" + re.sub(r"(?<!\\)((?:\\\\)*)/", r"\1\\/", node.pattern) + "/"


def name(written: Written, node: Name) -> str:
    """A name, or a key, with its quotes if it has some."""
    return label_at(written, node.text, node.span)


def label_at(written: Written, text: str, span: Span) -> str:
    """A name that is written at a span, with its quotes if it has some."""
    return written.slice(span) if written.text else label(text)


def label(text: str) -> str:
    """A name, in quotes if it needs them."""
    return text if _WORD.fullmatch(text) else f'"{escaped(text)}"'


def escaped(text: str) -> str:
    """Text as it stands between quotes."""
    return _ESCAPED.sub(lambda found: _SHORT.get(found[0], f"\\u{ord(found[0]):04x}"), text)


def _digits(value: int | Decimal) -> str:
    return format(value, "f") if isinstance(value, Decimal) else str(value)
