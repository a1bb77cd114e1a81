"""Changes to the very edge of what a type allows, and to what is allowed but seldom seen."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from specc.ir.expressions import Builtin, Value
from specc.plan.changes.admits import admits
from specc.plan.changes.change import LONGEST, MOST_ITEMS, Change, Place, word
from specc.plan.changes.constants import constant
from specc.plan.changes.sort import Sort
from specc.plan.changes.temporal import beside
from specc.plan.changes.texts import text_of_length, with_lengths
from specc.plan.changes.variants import Variant
from specc.plan.regex_example import accepts
from specc.semantics.types import NUMERIC, TEMPORAL, ListOf, Property, Record, Scalar, Type

if TYPE_CHECKING:
    from specc.plan.changes.finder import Changes

RARE_TEXTS = (
    ("emoji", "\U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f1ea\U0001f1fa"),
    ("right_to_left", "\u05e9\u05dc\u05d5\u05dd \u0639\u0627\u0644\u0645"),
    ("composed", "\u00e9\u00f1\u00fc"),
    ("decomposed", "e\u0301n\u0303u\u0308"),
    ("punctuation", "a < b & c > 'd' \"e\" \\ 100%"),
)
"""Texts that are like any other, and come back changed or not at all from some servers."""
_UNIQUE_LENGTH = 24
"""A text that is made for the run has its own part within so many characters."""


def _null(finder: Changes, place: Place, nullable: bool, _: bool) -> Iterator[Change]:
    if nullable and not finder.textual:
        yield place.put("null", None)


def _literals(_: Changes, place: Place, values: list[object]) -> Iterator[Change]:
    for value in values if len(values) > 1 else ():
        yield place.put(f"value_{word(value)}", value)


def _union(finder: Changes, variants: list[Variant], _: object, place: Place) -> Iterator[Change]:
    for each in variants:
        if each.example != () and not finder.textual:
            yield place.put(f"as_{each.name}", each.example)


def _record(_: Changes, __: Record, ___: Value | None, ____: Place) -> Iterator[Change]:
    yield from ()


def _field(finder: Changes, item: Property, given: Value | None, at: Place) -> Iterator[Change]:
    if item.optional and given is not None:
        yield at.edit("absent", "drop")
    elif item.optional and item.example is None:
        value = constant(finder.example(item.type))
        if value != () and not (finder.textual and isinstance(value, dict | list)):
            yield at.put("present", value)


def _list(finder: Changes, sequence: ListOf, base: Value | None, place: Place) -> Iterator[Change]:
    value = constant(base)
    items = value if isinstance(value, list) else []
    low, high = sequence.low or 0, sequence.high
    if not low and items and place.path:
        yield place.put("minimum", [])
    if not items:
        return
    sizes = [("minimum", low), ("near_minimum", low + 1)] if low else []
    if high is not None and 0 < high < MOST_ITEMS:
        sizes += [("near_maximum", high - 1), ("maximum", high)]
    seen: set[int] = set()
    for name, size in sorted(sizes, key=lambda pair: pair[0].startswith("near")):
        if size in seen or size < max(low, 1) or (high is not None and size > high):
            continue
        seen.add(size)
        several: object = [items[0]] * size
        if sequence.unique:
            several = constant(finder.example(ListOf(sequence.item, size, None, True)))
            if isinstance(several, list):
                several.reverse()  # In no order that a server might bring them into.
        if isinstance(several, list) and several:
            yield place.put(name, several)


def _map(finder: Changes, inner: Type, place: Place) -> Iterator[Change]:
    if finder.textual:
        return
    if place.path:
        yield place.put("empty", {})
    value = constant(finder.example(inner))
    if value != ():
        yield place.put("two_entries", {"one": value, "two words": value})


def _scalar(finder: Changes, scalar: Scalar, base: Value | None, place: Place) -> Iterator[Change]:
    low, high = scalar.low, scalar.high
    made = isinstance(base, Builtin)
    if made and scalar.kind not in ("string", "file"):
        return  # What is made for the run has to be just that.
    match scalar.kind:
        case "file":
            for end, name in ((low, "minimum"), (high, "maximum")):
                if isinstance(end, int | Decimal):
                    yield place.edit(name, "resize", int(end))
        case kind if kind in NUMERIC:
            yield from _number(scalar, place)
        case "bool":
            for value in (True, False):
                yield place.put(str(value).lower(), value)
        case kind if kind in TEMPORAL:
            yield from _time(scalar, place)
        case "string" if scalar.patterns:
            if not made:
                yield from _patterned(scalar, place)
        case "string":
            yield from _text(finder, scalar, place, made=made)
        case _:
            pass


def _number(scalar: Scalar, place: Place) -> Iterator[Change]:
    low, high = scalar.low, scalar.high
    step = 1 if scalar.kind == "int" else Decimal("0.01")
    found: list[tuple[str, int | Decimal]] = []
    if isinstance(low, int | Decimal):
        found.append(("minimum", low))
    if isinstance(high, int | Decimal):
        found.append(("maximum", high))
    if isinstance(low, int | Decimal):
        found.append(("near_minimum", low + step))
    if isinstance(high, int | Decimal):
        found.append(("near_maximum", high - step))
    seen: set[int | Decimal] = set()
    for name, value in found:
        above = not isinstance(low, int | Decimal) or low <= value
        below = not isinstance(high, int | Decimal) or value <= high
        if above and below and value not in seen:
            seen.add(value)
            yield place.put(name, value)


def _time(scalar: Scalar, place: Place) -> Iterator[Change]:
    for end, name in ((scalar.low, "minimum"), (scalar.high, "maximum")):
        text = beside(scalar.kind, end, 0)
        if text is not None:
            yield place.put(name, text)
    if scalar.low is not None or scalar.high is not None:
        return
    if scalar.kind == "date":
        yield place.put("leap_day", "2028-02-29")
    elif scalar.kind == "datetime":
        yield place.put("other_zone", "2030-01-01T12:00:00+05:30")


def _patterned(scalar: Scalar, place: Place) -> Iterator[Change]:
    lengths: list[tuple[str, str | None]] = []
    for end, name in ((scalar.low, "minimum_length"), (scalar.high, "maximum_length")):
        if isinstance(end, int) and end < LONGEST:
            lengths.append((name, text_of_length(scalar, end)))
    lengths.extend(zip(("shortest", "longest"), with_lengths(scalar.patterns[0]), strict=False))
    seen: set[str] = set()
    for name, text in lengths:
        if text is None or text in seen or not _fits(scalar, text):
            continue
        seen.add(text)
        yield place.put(name, text)


def _fits(scalar: Scalar, text: str) -> bool:
    low = scalar.low if isinstance(scalar.low, int) else 0
    high = scalar.high if isinstance(scalar.high, int) else len(text)
    return low <= len(text) <= high and all(accepts(item, text) for item in scalar.patterns)


def _text(finder: Changes, scalar: Scalar, place: Place, *, made: bool) -> Iterator[Change]:
    low = scalar.low if isinstance(scalar.low, int) else None
    high = scalar.high if isinstance(scalar.high, int) else None
    if high is not None and low is None and not (made and finder.taken):
        yield place.put("empty", "")
    lengths = []
    if low is not None:
        lengths += [("minimum_length", low), ("near_minimum_length", low + 1)]
    if high is not None and high < LONGEST:
        lengths += [("maximum_length", high), ("near_maximum_length", high - 1)]
    seen: set[int] = set()
    for name, length in sorted(lengths, key=lambda pair: pair[0].startswith("near")):
        if length in seen or length < (low or 0) or (high is not None and length > high):
            continue
        seen.add(length)
        if not made:
            yield place.put(name, "a" * length)
        elif length >= _UNIQUE_LENGTH:
            yield place.edit(name, "fill", length)
        elif not finder.taken:
            yield place.put(name, "a" * length)
    if finder.textual:
        return
    if high is not None and _UNIQUE_LENGTH <= high < LONGEST and not made:
        yield place.put("maximum_length_not_ascii", "\u00e9" * high)
    for name, text in RARE_TEXTS:
        if made and (high is None or high >= _UNIQUE_LENGTH + len(text)):
            yield place.edit(name, "append", text)
        elif not made and admits(finder.body_of, scalar, text):
            yield place.put(name, text)


SORT = Sort(
    of_null=_null,
    of_literals=_literals,
    of_union=_union,
    of_record=_record,
    of_field=_field,
    of_list=_list,
    of_map=_map,
    of_scalar=_scalar,
    breaks=False,
    of_things=False,
    of_secrets=False,
)
