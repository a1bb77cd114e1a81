"""Prints types and the fields of contracts and objects."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from itertools import pairwise
from typing import assert_never

from specc.format import literals
from specc.format.blocks import table
from specc.format.documents import Align, Doc, concat, group, nest, words
from specc.format.families import expressions
from specc.format.gaps import Item
from specc.format.lists import chained
from specc.format.written import Written
from specc.source import Span
from specc.syntax.nodes.expressions import Expr, Regex
from specc.syntax.nodes.types import (
    Field,
    ListType,
    LiteralType,
    MapType,
    NamedType,
    ObjectType,
    OnlyType,
    PartialType,
    RangeLimit,
    TaggedType,
    TypeNode,
    UnionType,
    WithoutType,
    WithType,
)


class Level(IntEnum):
    """How tightly a type holds together: the grammar's rules, from the loosest."""

    TAGGED = 1
    UNION = 2
    SHAPED = 3
    PLAIN = 4


def type_(written: Written, node: TypeNode, least: Level = Level.TAGGED) -> Doc:
    """A type, in parentheses if it holds together less tightly than `least`."""
    if _level(node) < least:
        return concat("(", _plain(written, node), ")")
    return _plain(written, node)


def type_in_list(written: Written, node: TypeNode) -> Doc:
    """A type that a comma may follow: names at its end would take what comes then for one more."""
    if ends_in_names(node):
        return concat("(", _plain(written, node), ")")
    return _plain(written, node)


def ends_in_names(node: TypeNode) -> bool:
    """Whether the last thing in a type is the names after `only` or `without`."""
    match node:
        case OnlyType() | WithoutType():
            return True
        case UnionType():
            return ends_in_names(node.options[-1])
        case _:
            return False


def _level(node: TypeNode) -> Level:
    match node:
        case TaggedType():
            return Level.TAGGED
        case UnionType():
            return Level.UNION
        case OnlyType() | WithoutType() | PartialType() | WithType():
            return Level.SHAPED
        case _:
            return Level.PLAIN


def _plain(written: Written, node: TypeNode) -> Doc:
    match node:
        case NamedType():
            return node.ref.text + _limits([limit(written, one) for one in node.limits])
        case LiteralType():
            return expressions.expression(written, node.value)
        case ListType():
            limits = [limit(written, one) for one in node.limits]
            limits += ["unique"] if node.unique else []
            return concat("[", type_(written, node.item), "]", _limits(limits))
        case MapType():
            key, held = type_(written, node.key), type_(written, node.value)
            return concat("{", key, ": ", held, "}")
        case UnionType():
            options = [
                Item(option.span, type_(written, option, Level.SHAPED)) for option in node.options
            ]
            first, others = chained(written, "|", options, node.span)
            return group(first, nest(others))
        case TaggedType():
            return words(type_(written, node.base, Level.UNION), "by", node.tag.text)
        case ObjectType():
            return words("open" if node.open else None, fields(written, node.fields, node.span))
        case OnlyType() | WithoutType():
            word = "only" if isinstance(node, OnlyType) else "without"
            names = ", ".join(name.text for name in node.fields)
            return words(type_(written, node.base, Level.SHAPED), word, names)
        case PartialType():
            return words(type_(written, node.base, Level.SHAPED), "partial")
        case WithType():
            base = type_(written, node.base, Level.SHAPED)
            place = Span(node.base.span.end, node.span.end)
            return words(base, "with", fields(written, node.fields, place))
        case _:
            assert_never(node)


def fields(written: Written, nodes: Sequence[Field], place: Span, *, declared: bool = False) -> Doc:
    """Fields in braces: of a type, or of a contract that is declared with them."""
    items = [_field(written, node) for node in nodes]
    # On one line a comma stands between two fields, and names would go on behind it.
    clear = bool(written.text or not declared) and not any(
        first.example is None and ends_in_names(first.type) and second.modifiers
        for first, second in pairwise(nodes)
    )
    return table(written, items, place, Align.FIELDS, may_be_flat=clear)


def _field(written: Written, node: Field) -> Item:
    name = literals.name(written, node.name) + ("?:" if node.optional else ":")
    label = " ".join([*node.modifiers, name])
    return Item(node.span, _with_example(written, node.type, node.example), label, node.doc)


def typed(written: Written, name: str, node: TypeNode, example: Expr | None = None) -> Doc:
    """`name: type = example`."""
    return words(f"{name}:", _with_example(written, node, example))


def _with_example(written: Written, node: TypeNode, example: Expr | None) -> Doc:
    if example is None:
        return type_(written, node)
    return words(type_(written, node), "=", expressions.value(written, example))


def limit(written: Written, node: RangeLimit | Regex) -> str:
    """A refinement: `1..80`, `..5MB`, `16`, `/^[A-Z]+$/`."""
    if isinstance(node, Regex):
        return literals.regex(written, node)
    if node.low is node.high and node.low is not None:
        return _bound(written, node.low)
    return f"{_bound(written, node.low)}..{_bound(written, node.high)}"


def _bound(written: Written, node: Expr | None) -> str:
    if node is None:
        return ""
    printed = expressions.expression(written, node)
    assert isinstance(printed, str)
    return printed


def _limits(limits: Sequence[str]) -> str:
    return f"({', '.join(limits)})" if limits else ""
