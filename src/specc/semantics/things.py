"""Things: where in a type a contract's value is held."""

from __future__ import annotations

from typing import TypeAlias

from specc.semantics.resolver import Resolver
from specc.semantics.symbols import Symbol
from specc.semantics.types import (
    ContractType,
    FieldType,
    ListOf,
    MapOf,
    Record,
    Type,
    Union,
)

ENOUGH = 8
"""How many places are worth finding: more than one is a mistake already."""

Path: TypeAlias = tuple[str, ...]
"""Names from the body on; `*` stands for the items of a list or map."""


def places_of(thing: Symbol, type_: Type, resolver: Resolver) -> list[Path]:
    """Where a type holds the thing: under its own name, or else as a type made from it."""
    search = _Search(thing, resolver)
    search.walk(type_, (), frozenset())
    return list(search.exact or search.alike)


class _Search:
    def __init__(self, thing: Symbol, resolver: Resolver) -> None:
        self.thing = thing
        self.resolver = resolver
        self.exact: dict[Path, None] = {}
        self.alike: dict[Path, None] = {}
        self.barren: set[Symbol] = set()
        body = resolver.body_of(ContractType(thing))
        self.fields = (
            {item.name: item.type for item in body.properties} if isinstance(body, Record) else {}
        )

    def walk(self, type_: Type, path: Path, above: frozenset[Symbol]) -> None:
        match type_:
            case ContractType(symbol):
                if symbol is self.thing:
                    self.exact[path] = None
                elif symbol not in above and symbol not in self.barren:
                    found = len(self.exact) + len(self.alike)
                    if found < ENOUGH:
                        self.walk(self.resolver.definition(symbol), path, above | {symbol})
                    if found == len(self.exact) + len(self.alike):
                        self.barren.add(symbol)
            case FieldType(_, _, inner):
                self.walk(inner, path, above)
            case ListOf(item) | MapOf(item):
                self.walk(item, (*path, "*"), above)
            case Union(options):
                for option in options:
                    self.walk(option, path, above)
            case Record(properties):
                if self.is_alike(type_):
                    self.alike[path] = None
                for field in properties:
                    self.walk(field.type, (*path, field.name), above)
            case _:
                pass

    def is_alike(self, record: Record) -> bool:
        """Whether a record has some of the thing's fields alone, or all of them and more."""
        shared = [item for item in record.properties if item.name in self.fields]
        if not shared or len(shared) < min(len(record.properties), len(self.fields)):
            return False
        return all(_same(item.type, self.fields[item.name]) for item in shared)


def _same(one: Type, other: Type) -> bool:
    """Whether two fields are of one type, one of them perhaps named by way of the other."""
    while isinstance(one, FieldType):
        one = one.type
    while isinstance(other, FieldType):
        other = other.type
    return one == other
