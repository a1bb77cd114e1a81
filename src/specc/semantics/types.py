"""Resolved types: every name looked up, every limit made plain."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

import attrs

if TYPE_CHECKING:
    from specc.semantics.symbols import Symbol
    from specc.syntax.nodes.expressions import Expr

JsonScalar: TypeAlias = bool | int | Decimal | str | None

NUMERIC = frozenset({"int", "number", "decimal"})
"""Scalars whose range is one of values, written as numbers."""
TEMPORAL = frozenset({"date", "datetime", "time", "duration"})
"""Scalars whose range is one of values, written as dates or durations."""
LENGTHS = frozenset({"string", "bytes", "uri", "email", "hostname", "file"})
"""Scalars whose range is one of lengths (characters; bytes for `bytes` and `file`)."""
SCALARS = frozenset(
    [
        "string",
        "int",
        "number",
        "decimal",
        "bool",
        "uuid",
        "email",
        "uri",
        "date",
        "datetime",
        "time",
        "duration",
        "ipv4",
        "ipv6",
        "hostname",
        "bytes",
        "json",
        "any",
        "file",
    ]
)
"""Every scalar's name. `null` is a literal."""


@attrs.frozen
class Scalar:
    """A scalar and its refinements.

    `low` and `high` bound the value (numbers as int or Decimal; dates and times as ISO text;
    durations in seconds) or, for scalars in LENGTHS, the length. Both ends are inclusive.
    """

    kind: str
    low: int | Decimal | str | None = None
    high: int | Decimal | str | None = None
    patterns: tuple[str, ...] = ()


@attrs.frozen
class Literal:
    value: JsonScalar


@attrs.frozen
class ListOf:
    item: Type
    low: int | None = None
    high: int | None = None
    unique: bool = False


@attrs.frozen
class MapOf:
    value: Type


@attrs.frozen
class Property:
    """A field of a record. `example` is the expression written after `=`, if any."""

    name: str
    type: Type
    optional: bool = False
    readonly: bool = False
    writeonly: bool = False
    secret: bool = False
    example: Expr | None = attrs.field(default=None, eq=False)
    doc: str | None = None


@attrs.frozen
class Record:
    """An object with named fields; closed unless `open`."""

    properties: tuple[Property, ...]
    open: bool = False

    def get(self, name: str) -> Property | None:
        """The field of that name."""
        for item in self.properties:
            if item.name == name:
                return item
        return None


@attrs.frozen
class Union:
    """One of several types; told apart by the field `tag` where it is given."""

    options: tuple[Type, ...]
    tag: str | None = None


@attrs.frozen
class ContractType:
    """A contract by name; `Program.definitions` says what it is, so that it may be recursive."""

    symbol: Symbol


@attrs.frozen
class FieldType:
    """`Order.id`: the type of a contract's field, that remembers whose it is."""

    contract: Symbol
    field: str
    type: Type


@attrs.frozen
class Unknown:
    """The type of what could not be resolved. A diagnostic was given; it fits everything."""


Type: TypeAlias = (
    Scalar | Literal | ListOf | MapOf | Record | Union | ContractType | FieldType | Unknown
)

ANY = Scalar("any")
NULL = Literal(None)
UNKNOWN = Unknown()

_FARTHEST = 100
"""Contracts that may stand for each other in a row; a circle is reported where it is declared."""


def looked_through(type_: Type, definitions: Mapping[Symbol, Type]) -> Type:
    """The type with contracts and field types looked through, one level at the top."""
    for _ in range(_FARTHEST):
        match type_:
            case ContractType(symbol):
                type_ = definitions.get(symbol, UNKNOWN)
            case FieldType(_, _, inner):
                type_ = inner
            case _:
                return type_
    return UNKNOWN
