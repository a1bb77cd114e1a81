"""Kinds of values: the coarse view of types that says whether two can meet at all."""

from __future__ import annotations

from decimal import Decimal
from typing import assert_never

from specc.semantics.resolver import Resolver
from specc.semantics.types import (
    ContractType,
    FieldType,
    JsonScalar,
    ListOf,
    Literal,
    MapOf,
    Record,
    Scalar,
    Type,
    Union,
    Unknown,
)

Kinds = frozenset[str]

ANYTHING: Kinds = frozenset({"anything"})
STRING: Kinds = frozenset({"string"})
NUMBER: Kinds = frozenset({"number"})
NULL_KIND: Kinds = frozenset({"null"})
LIST: Kinds = frozenset({"list"})
OBJECT: Kinds = frozenset({"object"})
BOOL: Kinds = frozenset({"bool"})

_SCALARS: dict[str, Kinds] = {
    **dict.fromkeys(("int", "number", "decimal"), NUMBER),
    **dict.fromkeys(("any", "json"), ANYTHING),
    "bool": BOOL,
    "bytes": frozenset({"string", "file"}),
    "file": frozenset({"file"}),
    "date": frozenset({"string", "date"}),
    "datetime": frozenset({"string", "date"}),
    "duration": frozenset({"string", "duration"}),
    "quantity duration": frozenset({"duration"}),
    "quantity size": frozenset({"size"}),
    "quantity percent": frozenset({"percentage"}),
    "quantity rate": frozenset({"rate"}),
    "pattern": frozenset({"pattern"}),
    "range": frozenset({"range"}),
}
"""By a scalar's name; what isn't here is a string. Those with a space are of literals only."""


def kinds(type_: Type, resolver: Resolver) -> Kinds:
    """The kinds of values that a type has."""
    match type_:
        case Scalar(kind):
            return _SCALARS.get(kind, STRING)
        case Literal(value):
            return value_kinds(value)
        case ContractType(symbol):
            found = resolver.kinds.get(symbol)
            if found is None:
                found = resolver.kinds[symbol] = kinds(resolver.body_of(type_), resolver)
            return found
        case FieldType(_, _, inner):
            return kinds(inner, resolver)
        case Record() | MapOf():
            return OBJECT
        case ListOf():
            return LIST
        case Union(options):
            return Kinds().union(*(kinds(option, resolver) for option in options))
        case Unknown():
            return ANYTHING
    assert_never(type_)


def value_kinds(value: JsonScalar) -> Kinds:
    """The kind of a literal value."""
    match value:
        case None:
            return NULL_KIND
        case bool():
            return BOOL
        case int() | Decimal():
            return NUMBER
        case str():
            return STRING
    assert_never(value)


def can_meet(one: Kinds, other: Kinds) -> bool:
    """Whether some value is of both kinds."""
    return bool(one & other) or "anything" in one or "anything" in other


def kinds_text(found: Kinds) -> str:
    """The kinds as a message names them: `a string or a number`."""
    shown = sorted(found - NULL_KIND) or ["null"]
    return " or ".join(_WITH_ARTICLE.get(kind, f"a {kind}") for kind in shown)


_WITH_ARTICLE = {"anything": "anything", "null": "null", "object": "an object"}
