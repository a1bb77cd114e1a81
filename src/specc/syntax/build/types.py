"""Builds contracts, their fields, and types."""

from specc.source import Span
from specc.syntax.nodes.base import Name, Ref
from specc.syntax.nodes.declarations import Contract
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


def contract(
    span: Span, doc: str | None, name: Name, open_: str | None, fields: tuple[Field, ...]
) -> Contract:
    return Contract(name, open_ is not None, fields, None, doc, span)


def contract_alias(span: Span, doc: str | None, name: Name, definition: TypeNode) -> Contract:
    return Contract(name, False, None, definition, doc, span)


def fields(span: Span, rows: tuple[Field, ...]) -> tuple[Field, ...]:
    return rows


def field(
    span: Span,
    doc: str | None,
    modifiers: tuple[str, ...] | None,
    name: Name,
    optional: str | None,
    type_: TypeNode,
    example: Expr | None,
) -> Field:
    return Field(name, optional is not None, type_, modifiers or (), example, doc, span=span)


def modifiers(span: Span, *words: str) -> tuple[str, ...]:
    return words


def tagged_type(span: Span, base: TypeNode, tag: Name) -> TaggedType:
    return TaggedType(base, tag, span)


def union(span: Span, *options: TypeNode) -> UnionType:
    return UnionType(options, span)


def only_type(span: Span, base: TypeNode, names: tuple[Name, ...]) -> OnlyType:
    return OnlyType(base, names, span)


def without_type(span: Span, base: TypeNode, names: tuple[Name, ...]) -> WithoutType:
    return WithoutType(base, names, span)


def partial_type(span: Span, base: TypeNode) -> PartialType:
    return PartialType(base, span)


def with_type(span: Span, base: TypeNode, fields: tuple[Field, ...]) -> WithType:
    return WithType(base, fields, span)


def names(span: Span, *names: Name) -> tuple[Name, ...]:
    return names


def named_type(span: Span, name: Ref, limits: tuple[RangeLimit | Regex, ...] | None) -> NamedType:
    # Spans are a large part of a tree: where two nodes stand at one place, they share one.
    return NamedType(name, limits, span) if limits else NamedType(name, (), name.span)


def literal_type(span: Span, value: Expr) -> LiteralType:
    return LiteralType(value, value.span)


def list_type(span: Span, item: TypeNode, limits: tuple[RangeLimit | str, ...] | None) -> ListType:
    """A limit that is a string is the word `unique`."""
    ranges = tuple(limit for limit in limits or () if not isinstance(limit, str))
    return ListType(item, ranges, len(ranges) < len(limits or ()), span)


def object_type(span: Span, fields: tuple[Field, ...]) -> ObjectType | MapType:
    """`{string: T}` is a map; a field of that name is written `{"string": T}`."""
    match fields:
        case (Field(name=name, optional=False, modifiers=(), type=value),) if _is_key_type(name):
            return MapType(NamedType(Ref(name.text, name.span), (), name.span), value, span)
    return ObjectType(fields, False, span)


def _is_key_type(name: Name) -> bool:
    unquoted = name.span.end - name.span.start == len(name.text)
    return name.text == "string" and unquoted


def open_type(span: Span, fields: tuple[Field, ...]) -> ObjectType:
    return ObjectType(fields, True, span)


def map_type(
    span: Span, key: Ref, limits: tuple[RangeLimit | Regex, ...] | None, value: TypeNode
) -> MapType:
    return MapType(NamedType(key, limits or (), key.span), value, span)


def exactly(span: Span, bound: Expr) -> RangeLimit:
    return RangeLimit(bound, bound, span)


def at_least(span: Span, low: Expr, high: Expr | None) -> RangeLimit:
    return RangeLimit(low, high, span)


def at_most(span: Span, high: Expr) -> RangeLimit:
    return RangeLimit(None, high, span)
