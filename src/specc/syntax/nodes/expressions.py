"""Expressions: the values and conditions of steps, and the arguments of declarations."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal as OneOf
from typing import TypeAlias

from specc.source import Span
from specc.syntax.nodes.base import node
from specc.syntax.nodes.types import TypeNode


@node
class Number:
    """An integer or decimal literal: `2`, `-1`, `19.98`."""

    value: int | Decimal
    span: Span


@node
class Text:
    """A string literal. `parts` holds plain text and interpolated expressions in turn."""

    parts: tuple[str | Expr, ...]
    span: Span

    @property
    def plain(self) -> str | None:
        """The text where nothing is interpolated, else None."""
        match self.parts:
            case ():
                return ""
            case (str() as only,):
                return only
        return None


@node
class Bool:
    value: bool
    span: Span


@node
class Null:
    span: Span


@node
class Quantity:
    """A literal with a unit: `200ms`, `50/s`, `5MB`, `0.1%`, `5MB/h`.

    `value` is as written, in `unit`.
    """

    value: Decimal
    unit: str
    span: Span

    @property
    def dimension(self) -> OneOf["duration", "rate", "size", "percent", "growth"]:
        """What the unit measures."""
        if self.unit == "%":
            return "percent"
        if self.unit.startswith("/"):
            return "rate"
        if "B/" in self.unit:
            return "growth"
        return "size" if self.unit.endswith("B") else "duration"

    @property
    def base(self) -> Decimal:
        """The value in the base unit: seconds, bytes, per second, or a fraction of one."""
        return self.value * BASE_UNITS[self.unit]


BASE_UNITS: dict[str, Decimal] = {
    "ms": Decimal("0.001"),
    "s": Decimal(1),
    "m": Decimal(60),
    "h": Decimal(3600),
    "d": Decimal(86400),
    "/s": Decimal(1),
    "/min": Decimal(1) / Decimal(60),
    "/h": Decimal(1) / Decimal(3600),
    "B": Decimal(1),
    "KB": Decimal(1000),
    "MB": Decimal(1000_000),
    "GB": Decimal(1000_000_000),
    "%": Decimal("0.01"),
}
BASE_UNITS |= {
    size + rate: BASE_UNITS[size] * BASE_UNITS[rate]
    for size in ("B", "KB", "MB", "GB")
    for rate in ("/s", "/min", "/h")
}


@node
class Date:
    """A date literal `2030-01-01`; `value` is its ISO text, checked later to be a real day."""

    value: str
    span: Span


@node
class Regex:
    """`/pattern/`, the pattern without its slashes and with `\\/` unescaped."""

    pattern: str
    span: Span


@node
class Variable:
    """A bare name: a capture, a case's column, or (in an actor's block) a thing of its own."""

    name: str
    span: Span


@node
class Member:
    """`x.name` or `x."any name"`."""

    subject: Expr
    name: str
    name_span: Span
    span: Span


@node
class Index:
    """`x[0]`, `x["key"]`; `x[*]` (every item) where `index` is None."""

    subject: Expr
    index: Expr | None
    span: Span


@node
class Call:
    """`len(x)`, `env("N", default)`, `header(x, "N")`: a built-in function."""

    function: str
    function_span: Span
    arguments: tuple[Expr, ...]
    span: Span


@node
class Unary:
    """`not x`, `-x`."""

    operator: str
    operand: Expr
    span: Span


@node
class Binary:
    """Two operands: `== != < <= > >= in contains matches + - * / % and or`, and `not in`."""

    operator: str
    left: Expr
    right: Expr
    span: Span


@node
class IsType:
    """`x is Order`."""

    subject: Expr
    type: TypeNode
    span: Span


@node
class Between:
    """`1..5` on the right of `in`; either end may be open."""

    low: Expr | None
    high: Expr | None
    span: Span


@node
class ListExpr:
    items: tuple[Expr, ...]
    span: Span


@node
class Entry:
    """One `key: value` of an object."""

    key: str
    key_span: Span
    value: Expr


@node
class ObjectExpr:
    entries: tuple[Entry, ...]
    span: Span


Expr: TypeAlias = (
    Number
    | Text
    | Bool
    | Null
    | Quantity
    | Date
    | Regex
    | Variable
    | Member
    | Index
    | Call
    | Unary
    | Binary
    | IsType
    | Between
    | ListExpr
    | ObjectExpr
)
