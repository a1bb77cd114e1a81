"""What all AST nodes share: how their classes are made, spans, names and references."""

from typing import TypeVar, dataclass_transform

import attrs

from specc.source import Span

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(attrs.field,))
def node(cls: type[T]) -> type[T]:
    """Makes a frozen, slotted attrs class, compared by identity, that no weak reference can hold.

    Equality and repr are left out on purpose: `syntax.dump` compares and prints whole trees, and
    the code that attrs would compile for each class is a measurable part of start-up.
    """
    return attrs.frozen(cls, eq=False, repr=False, weakref_slot=False)


@node
class Name:
    """A name where it is declared."""

    text: str
    span: Span


@node
class Ref:
    """A mention of something declared elsewhere; dotted if qualified (`auth.login`, `Order.id`)."""

    text: str
    span: Span
