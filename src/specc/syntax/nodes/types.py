"""Types as written: scalars with refinements, references, lists, maps, unions, objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import attrs

from specc.source import Span
from specc.syntax.nodes.base import Name, Ref, node

if TYPE_CHECKING:
    from specc.syntax.nodes.expressions import Expr, Regex


@node
class RangeLimit:
    """`1..80`, `..5MB`, `0..`, or an exact `16`; ends are numbers, dates, sizes or durations."""

    low: Expr | None
    high: Expr | None
    span: Span


@node
class NamedType:
    """A scalar (`string(1..80)`), a contract (`auth.User`) or a field's type (`Order.status`).

    Which of them is decided by resolution. Refinements are ranges and patterns.
    """

    ref: Ref
    limits: tuple[RangeLimit | Regex, ...]
    span: Span


@node
class LiteralType:
    """A value that stands for itself: `"pending"`, `1`, `true`, `null`."""

    value: Expr
    span: Span


@node
class ListType:
    """`[T](min..max, unique)`."""

    item: TypeNode
    limits: tuple[RangeLimit, ...]
    unique: bool
    span: Span


@node
class MapType:
    """`{string: T}`: any keys, each with a T."""

    key: TypeNode
    value: TypeNode
    span: Span


@node
class UnionType:
    """`A | B | null`."""

    options: tuple[TypeNode, ...]
    span: Span


@node
class TaggedType:
    """`T by kind`: the union T, told apart by the field `kind`."""

    base: TypeNode
    tag: Name
    span: Span


@node
class ObjectType:
    """A nested inline object; `open` where it tolerates fields that it does not name."""

    fields: tuple[Field, ...]
    open: bool
    span: Span


@node
class OnlyType:
    """`Order only id, status`."""

    base: TypeNode
    fields: tuple[Name, ...]
    span: Span


@node
class WithoutType:
    """`Order without note`."""

    base: TypeNode
    fields: tuple[Name, ...]
    span: Span


@node
class PartialType:
    """`Order partial`: every field may be absent."""

    base: TypeNode
    span: Span


@node
class WithType:
    """`Order with { paid_at: datetime }`."""

    base: TypeNode
    fields: tuple[Field, ...]
    span: Span


TypeNode: TypeAlias = (
    NamedType
    | LiteralType
    | ListType
    | MapType
    | UnionType
    | TaggedType
    | ObjectType
    | OnlyType
    | WithoutType
    | PartialType
    | WithType
)


@node
class Field:
    """One field of a contract or an inline object.

    `modifiers` is a subset of readonly, writeonly, secret, in the order written. `example` is the
    `= value` that stands for a typical valid value.
    """

    name: Name
    optional: bool
    type: TypeNode
    modifiers: tuple[str, ...]
    example: Expr | None
    doc: str | None
    span: Span = attrs.field(kw_only=True)
