"""The fields of a body, and which of their states a run could see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

import attrs

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
from specc.semantics.types import Literal as LiteralType

State: TypeAlias = Literal["present", "absent", "null"]

MAX_DEPTH = 12
"""Of contracts within contracts: recursive ones have no end."""


@attrs.frozen
class BodyField:
    """A field: the place of its object, its key, and whether it may be absent or null.

    `owner` is what its object is called wherever it turns up: a contract, or a path from one.
    """

    place: str
    key: str
    optional: bool
    nullable: bool
    owner: str

    @property
    def path(self) -> str:
        """`body.lines[].note`."""
        return f"{self.place}.{self.key}"

    @property
    def states(self) -> tuple[State, ...]:
        """What there is to see of it."""
        states: tuple[State, ...] = ("present",)
        states += ("absent",) if self.optional else ()
        return states + (("null",) if self.nullable else ())


@attrs.frozen
class Bodies:
    """Walks the types of bodies. `sent` ones have no readonly fields, answers no hidden ones."""

    definitions: Mapping[Symbol, Type]
    sent: bool

    def fields(self, type_: Type | None, owner: str) -> tuple[BodyField, ...]:
        """All fields, those of inner objects too; of recursive contracts the first round.

        `owner` is what a type that is no contract is called.
        """
        found: dict[tuple[str, str], BodyField] = {}
        for field in self._fields(type_, "body", owner, ()) if type_ is not None else ():
            known = found.setdefault((field.place, field.key), field)
            if known != field:  # variants of a union: what any of them allows may be seen
                found[field.place, field.key] = attrs.evolve(
                    known,
                    optional=known.optional or field.optional,
                    nullable=known.nullable or field.nullable,
                )
        return tuple(found.values())

    def _fields(
        self, type_: Type, place: str, owner: str, within: tuple[Symbol, ...]
    ) -> Iterator[BodyField]:
        match type_:
            case ContractType(symbol):
                if symbol not in within and len(within) < MAX_DEPTH:
                    inner = self.definitions.get(symbol)
                    if inner is not None:
                        yield from self._fields(inner, place, symbol.name, (*within, symbol))
            case FieldType(_, _, inner):
                yield from self._fields(inner, place, owner, within)
            case ListOf(item):
                yield from self._fields(item, f"{place}[]", f"{owner}[]", within)
            case Union(options):
                for option in options:
                    yield from self._fields(option, place, owner, within)
            case Record(properties):
                for each in properties:
                    hidden = each.readonly if self.sent else each.writeonly or each.secret
                    if hidden:
                        continue
                    nullable = self._is_nullable(each.type, ())
                    yield BodyField(place, each.name, each.optional, nullable, owner)
                    inside = f"{place}.{each.name}", f"{owner}.{each.name}"
                    yield from self._fields(each.type, *inside, within)
            case MapOf():
                pass  # its keys are nobody's fields
            case _:
                pass

    def _is_nullable(self, type_: Type, within: tuple[Symbol, ...]) -> bool:
        match type_:
            case LiteralType(value):
                return value is None
            case Union(options):
                return any(self._is_nullable(option, within) for option in options)
            case FieldType(_, _, inner):
                return self._is_nullable(inner, within)
            case ContractType(symbol) if symbol not in within:
                inner_type = self.definitions.get(symbol)
                return inner_type is not None and self._is_nullable(inner_type, (*within, symbol))
            case _:
                return False
