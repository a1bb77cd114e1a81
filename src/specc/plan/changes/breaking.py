"""Changes that break exactly one rule of a type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from specc.ir.expressions import Value
from specc.plan.changes.admits import admits
from specc.plan.changes.breaking_scalars import of_scalar
from specc.plan.changes.change import MOST_ITEMS, Change, Place
from specc.plan.changes.constants import constant
from specc.plan.changes.sort import Sort
from specc.plan.changes.variants import Variant
from specc.semantics.types import ListOf, Property, Record, Type, Union

if TYPE_CHECKING:
    from specc.plan.changes.finder import Changes

NO_SUCH = "no_such_value"


def _null(finder: Changes, place: Place, nullable: bool, anything: bool) -> Iterator[Change]:
    if not (finder.textual or nullable or anything) and place.path:
        yield place.put("null", None)


def _literals(_: Changes, place: Place, values: list[object]) -> Iterator[Change]:
    name = "not_in_enum" if len(values) > 1 else "not_allowed"
    if any(isinstance(value, str) for value in values):
        yield place.put(name, NO_SUCH)
    elif all(isinstance(value, int) and not isinstance(value, bool) for value in values):
        yield place.put(name, max(value for value in values if isinstance(value, int)) + 1)
    elif len(values) == 1:
        yield place.put(name, not values[0] if isinstance(values[0], bool) else NO_SUCH)
    texts = [value for value in values if isinstance(value, str)]
    other = texts[0].swapcase() if texts else ""
    if other not in texts:
        yield place.put("other_case", other)


def _union(
    finder: Changes, variants: list[Variant], value: object, place: Place
) -> Iterator[Change]:
    whole = Union(tuple(each.type for each in variants))
    # A query or header is text: it can only be known not to be allowed where no text is.
    others: tuple[object, ...] = ("no such value", 12345, True, [], {})
    for wrong in others[:1] if finder.textual else others:
        if not admits(finder.body_of, whole, wrong):
            yield place.put("not_allowed", wrong)
            break
    tags = [each.tag for each in variants if each.tag is not None]
    if not isinstance(value, dict):
        return
    for name, tag in tags:
        if value.get(name) != tag:
            wrong_tag = {**value, name: tag}
            if not admits(finder.body_of, whole, wrong_tag):
                yield place.field(name).put("other_variant", tag)
                break


def _record(finder: Changes, _: Record, __: Value | None, place: Place) -> Iterator[Change]:
    if place.path and not finder.textual:
        yield place.put("wrong_type", "text")


def _field(_: Changes, item: Property, _given: Value | None, at: Place) -> Iterator[Change]:
    if not item.optional:
        yield at.edit("missing", "drop")


def _list(finder: Changes, sequence: ListOf, base: Value | None, place: Place) -> Iterator[Change]:
    if not finder.textual:
        yield place.put("wrong_type", "text")
    value = constant(base)
    items = value if isinstance(value, list) else []
    low, high = sequence.low or 0, sequence.high
    if low == 1 and place.path:
        yield place.put("too_few", [])
    elif low > 1 and len(items) >= low:
        yield place.put("too_few", items[: low - 1])
    if high is not None and items and high < MOST_ITEMS:
        many = _several(finder, sequence, items, high + 1)
        if many:
            yield place.put("too_many", many)
    if sequence.unique and items and (high is None or high >= 2):
        yield place.put("repeated_item", [items[0], items[0]])
    if items and low <= 2 and (high is None or high >= 2) and not finder.textual:
        for wrong in (None, 12345, "no such value"):
            if not admits(finder.body_of, sequence.item, wrong):
                yield place.put("invalid_second_item", [items[0], wrong])
                break


def _several(finder: Changes, sequence: ListOf, items: list[object], count: int) -> list[object]:
    """So many items, different ones where they must be; none where there are not as many."""
    if not sequence.unique:
        return [items[0]] * count
    made = constant(finder.example(ListOf(sequence.item, count, None, True)))
    return made if isinstance(made, list) else []


def _map(finder: Changes, _: Type, place: Place) -> Iterator[Change]:
    if not finder.textual:
        yield place.put("wrong_type", "text")


SORT = Sort(
    of_null=_null,
    of_literals=_literals,
    of_union=_union,
    of_record=_record,
    of_field=_field,
    of_list=_list,
    of_map=_map,
    of_scalar=of_scalar,
    breaks=True,
    of_things=True,
    of_secrets=True,
)
