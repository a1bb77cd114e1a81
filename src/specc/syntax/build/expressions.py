"""Builds expressions."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from specc.source import Span
from specc.syntax.nodes.base import Name
from specc.syntax.nodes.expressions import (
    Between,
    Binary,
    Call,
    Entry,
    Expr,
    Index,
    IsType,
    ListExpr,
    Member,
    Number,
    ObjectExpr,
    Text,
    Unary,
    Variable,
)
from specc.syntax.nodes.types import TypeNode

Suffix: TypeAlias = Callable[[Expr], Expr]
"""What follows a value, as in `x.name`: makes the whole of the value."""


def disjunction(span: Span, first: Expr, *others: Expr) -> Expr:
    return _chain(first, (("or", other) for other in others))


def conjunction(span: Span, first: Expr, *others: Expr) -> Expr:
    return _chain(first, (("and", other) for other in others))


def addition(span: Span, first: Expr, *rest: str | Expr) -> Expr:
    return _chain(first, _pairs(rest))


def multiplication(span: Span, first: Expr, *rest: str | Expr) -> Expr:
    return _chain(first, _pairs(rest))


def _pairs(rest: tuple[str | Expr, ...]) -> Iterable[tuple[str, Expr]]:
    """Operators and operands in turn."""
    return zip(rest[::2], rest[1::2], strict=True)  # type: ignore[arg-type]


def _chain(left: Expr, rest: Iterable[tuple[str, Expr]]) -> Expr:
    """`a - b - c` is `(a - b) - c`."""
    for operator, right in rest:
        left = Binary(operator, left, right, Span(left.span.start, right.span.end))
    return left


def negated(span: Span, operand: Expr) -> Unary:
    return Unary("not", operand, span)


def minus(span: Span, operand: Expr) -> Number | Unary:
    """A minus before a number is the number's sign."""
    if isinstance(operand, Number) and operand.value >= 0:
        return Number(-operand.value, span)
    return Unary("-", operand, span)


def compare(span: Span, left: Expr, operator: str, right: Expr) -> Binary:
    return Binary(operator, left, right, span)


def not_in(span: Span, left: Expr, right: Expr) -> Binary:
    return Binary("not in", left, right, span)


def is_type(span: Span, subject: Expr, type_: TypeNode) -> IsType:
    return IsType(subject, type_, span)


def between(span: Span, low: Expr, high: Expr | None) -> Between:
    return Between(low, high, span)


def up_to(span: Span, high: Expr) -> Between:
    return Between(None, high, span)


def postfix(span: Span, subject: Expr, *suffixes: Suffix) -> Expr:
    for suffix in suffixes:
        subject = suffix(subject)
    return subject


def member(span: Span, label: Name | Text) -> Suffix:
    name = label.text if isinstance(label, Name) else label.plain or ""
    return lambda subject: Member(subject, name, label.span, Span(subject.span.start, span.end))


def index(span: Span, at: Expr) -> Suffix:
    return lambda subject: Index(subject, at, Span(subject.span.start, span.end))


def every_item(span: Span) -> Suffix:
    return lambda subject: Index(subject, None, Span(subject.span.start, span.end))


def variable(span: Span, name: Name) -> Variable:
    return Variable(name.text, name.span)


def call(span: Span, function: Name, arguments: tuple[Expr, ...] | None) -> Call:
    return Call(function.text, function.span, arguments or (), span)


def list_expression(span: Span, items: tuple[Expr, ...] | None) -> ListExpr:
    return ListExpr(items or (), span)


def object_expression(span: Span, entries: tuple[Entry, ...] | None) -> ObjectExpr:
    return ObjectExpr(entries or (), span)


def entry(span: Span, key: Name, value: Expr) -> Entry:
    return Entry(key.text, key.span, value)


def negative(span: Span, number: Number) -> Number:
    return Number(-number.value, span)
