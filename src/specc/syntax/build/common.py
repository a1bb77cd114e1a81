"""What rules of all families are made of: names, references, lists and blocks."""

from typing import Any

from specc.source import Span
from specc.syntax.nodes.base import Name, Ref


def ref(span: Span, first: Name, *rest: Name) -> Ref:
    if not rest:
        return Ref(first.text, first.span)
    return Ref(".".join([first.text, *(name.text for name in rest)]), span)


def comma(span: Span, *items: Any) -> tuple[Any, ...]:
    return items


def block(span: Span, *statements: Any) -> tuple[Any, ...]:
    """The last statement is None where the closing brace has a line of its own."""
    return statements if statements[-1] is not None else statements[:-1]


def table(span: Span, *rows: Any) -> tuple[Any, ...]:
    return rows if rows[-1] is not None else rows[:-1]


def doc(span: Span, text: str) -> str:
    return text


def module_doc(span: Span, text: str) -> str:
    return text
