"""A sort of changes: what it makes of each kind of type."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import attrs

from specc.ir.expressions import Value
from specc.plan.changes.change import Change, Place
from specc.plan.changes.variants import Variant
from specc.semantics.types import ListOf, Property, Record, Scalar, Type

if TYPE_CHECKING:
    from specc.plan.changes.finder import Changes


@attrs.frozen(eq=False)
class Sort:
    """One function a kind of type. `of_null` is told whether null, and whether all is allowed."""

    of_null: Callable[[Changes, Place, bool, bool], Iterator[Change]]
    of_literals: Callable[[Changes, Place, list[object]], Iterator[Change]]
    of_union: Callable[[Changes, list[Variant], object, Place], Iterator[Change]]
    of_record: Callable[[Changes, Record, Value | None, Place], Iterator[Change]]
    of_field: Callable[[Changes, Property, Value | None, Place], Iterator[Change]]
    of_list: Callable[[Changes, ListOf, Value | None, Place], Iterator[Change]]
    of_map: Callable[[Changes, Type, Place], Iterator[Change]]
    of_scalar: Callable[[Changes, Scalar, Value | None, Place], Iterator[Change]]
    breaks: bool
    """Whether what it makes must not be allowed."""
    of_things: bool
    """Whether it changes what is taken from a thing."""
    of_secrets: bool
    """Whether it changes secrets that must be an account's."""
