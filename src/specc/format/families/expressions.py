"""Prints expressions, with the parentheses that they need."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import assert_never

from specc.format import literals
from specc.format.documents import NOTHING, Doc, IfBroken, concat, flattened, group, nest
from specc.format.families import types
from specc.format.gaps import Item
from specc.format.layout import lay_out
from specc.format.lists import bracketed, chained
from specc.format.written import Written
from specc.source import Span
from specc.syntax.nodes.expressions import (
    Between,
    Binary,
    Bool,
    Call,
    Date,
    Entry,
    Expr,
    Index,
    IsType,
    ListExpr,
    Member,
    Null,
    Number,
    ObjectExpr,
    Quantity,
    Regex,
    Text,
    Unary,
    Variable,
)


class Level(IntEnum):
    """How tightly an expression holds together: the grammar's rules, from the loosest."""

    OR = 1
    AND = 2
    NOT = 3
    COMPARISON = 4
    SUM = 5
    PRODUCT = 6
    SIGN = 7
    SUFFIX = 8


VALUE = Level.SUM
"""What the grammar calls a value: an expression without comparisons."""

_BINARY = {
    "or": Level.OR,
    "and": Level.AND,
    "+": Level.SUM,
    "-": Level.SUM,
    "*": Level.PRODUCT,
    "/": Level.PRODUCT,
    "%": Level.PRODUCT,
}
_OPERANDS = {
    Level.OR: (Level.OR, Level.AND),
    Level.AND: (Level.AND, Level.NOT),
    Level.COMPARISON: (VALUE, VALUE),
    Level.SUM: (Level.SUM, Level.PRODUCT),
    Level.PRODUCT: (Level.PRODUCT, Level.SIGN),
}
"""What may stand left and right of an operator without parentheses. Chains grow to the left."""


def expression(
    written: Written, node: Expr, least: Level = Level.OR, *, listed: bool = False
) -> Doc:
    """An expression, in parentheses if it holds together less tightly than `least`.

    `listed` says that a comma may follow it.
    """
    if _level(written, node) < least:
        return concat("(", _plain(written, node, listed=False), ")")
    return _plain(written, node, listed=listed)


def value(written: Written, node: Expr) -> Doc:
    """An expression where the grammar wants a value."""
    return expression(written, node, VALUE)


def condition(written: Written, node: Expr, place: Span) -> Doc:
    """A condition. If `and` or `or` makes it too long, it is broken there, in parentheses."""
    if not isinstance(node, Binary) or node.operator not in ("and", "or"):
        return expression(written, node)
    left, right = _OPERANDS[_BINARY[node.operator]]
    operands: list[Expr] = []
    rest: Expr = node
    while (
        isinstance(rest, Binary)
        and rest.operator == node.operator
        and (rest is node or not written.in_parentheses(rest))
    ):
        operands.append(rest.right)
        rest = rest.left
    items = [Item(rest.span, _operand(written, rest, left))]
    items += [Item(one.span, _operand(written, one, right)) for one in reversed(operands)]
    first, others = chained(written, node.operator, items, Span(rest.span.start, place.end))
    return group(
        IfBroken("("),
        nest(NOTHING, first, others),
        NOTHING,
        IfBroken(")"),
        broken=written.broken(place.start, rest.span.start),
    )


def _operand(written: Written, node: Expr, least: Level, *, listed: bool = False) -> Doc:
    """An operand. Parentheses that only make a reader's life easier are kept."""
    if isinstance(node, Binary | Unary | IsType) and written.in_parentheses(node):
        least = Level.SUFFIX
    return expression(written, node, least, listed=listed)


def _level(written: Written, node: Expr) -> Level:
    match node:
        case Binary():
            return _BINARY.get(node.operator, Level.COMPARISON)
        case Unary():
            return Level.NOT if node.operator == "not" else Level.SIGN
        case IsType():
            return Level.COMPARISON
        case Number():
            return Level.SIGN if literals.number(written, node).startswith("-") else Level.SUFFIX
        case _:
            return Level.SUFFIX


def _plain(written: Written, node: Expr, *, listed: bool) -> Doc:
    match node:
        case Number():
            return literals.number(written, node)
        case Text():
            return text(written, node)
        case Bool():
            return literals.boolean(node)
        case Null():
            return "null"
        case Quantity():
            return literals.quantity(written, node)
        case Date():
            return literals.date(node)
        case Regex():
            return literals.regex(written, node)
        case Variable():
            return node.name
        case Member():
            subject = _operand(written, node.subject, Level.SUFFIX)
            return concat(subject, ".", literals.label_at(written, node.name, node.name_span))
        case Index():
            at = "*" if node.index is None else expression(written, node.index)
            return concat(_operand(written, node.subject, Level.SUFFIX), "[", at, "]")
        case Call():
            place = Span(node.function_span.end, node.span.end)
            return concat(node.function, _list(written, "()", node.arguments, place))
        case Unary():
            least = Level.NOT if node.operator == "not" else Level.SIGN
            sign = "not " if node.operator == "not" else node.operator
            return concat(sign, _operand(written, node.operand, least, listed=listed))
        case Binary():
            left, right = _OPERANDS[_level(written, node)]
            return concat(
                _operand(written, node.left, left),
                f" {node.operator} ",
                _operand(written, node.right, right, listed=listed),
            )
        case IsType():
            type_ = (
                types.type_in_list(written, node.type)
                if listed
                else types.type_(written, node.type)
            )
            return concat(_operand(written, node.subject, VALUE), " is ", type_)
        case Between():
            low = "" if node.low is None else value(written, node.low)
            high = "" if node.high is None else value(written, node.high)
            return concat(low, "..", high)
        case ListExpr():
            return _list(written, "[]", node.items, node.span)
        case ObjectExpr():
            return bracketed(written, "{}", entries(written, node.entries), node.span, padded=True)
        case _:
            assert_never(node)


def _list(written: Written, brackets: str, items: Sequence[Expr], place: Span) -> Doc:
    printed = [Item(item.span, expression(written, item, listed=True)) for item in items]
    return bracketed(written, brackets, printed, place)


def entries(written: Written, nodes: Sequence[Entry]) -> list[Item]:
    """The `key: value`s of an object, or the arguments of a step."""
    return [
        Item(
            Span(entry.key_span.start, entry.value.span.end),
            concat(
                literals.label_at(written, entry.key, entry.key_span),
                ": ",
                expression(written, entry.value, listed=True),
            ),
        )
        for entry in nodes
    ]


def text(written: Written, node: Text) -> str:
    """A string, or a name that stands for one."""
    if written.text:
        return written.slice(node.span)
    return f'"{"".join(_part(written, part) for part in node.parts)}"'


def _part(written: Written, part: str | Expr) -> str:
    if isinstance(part, str):
        return literals.escaped(part)
    return f"{{{lay_out(flattened(expression(written, part)))}}}"
