"""Changes to what a type neither clearly allows nor clearly forbids: a server must survive them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from specc.ir.expressions import Value
from specc.plan.changes.change import Change, Place
from specc.plan.changes.constants import constant
from specc.plan.changes.sort import Sort
from specc.plan.changes.temporal import LOOSE_FORMS
from specc.plan.changes.variants import Variant
from specc.semantics.types import NUMERIC, ListOf, Record, Scalar, Type

if TYPE_CHECKING:
    from specc.plan.changes.finder import Changes

_VERY_LONG = "a" * 100_000
_IN_TARGET = "a" * 4_000
"""Longer parameters are refused by the web server, and never get to what is under test."""
UNKNOWN = "specc_unknown"


def _nothing(*_: object) -> Iterator[Change]:
    yield from ()


def _record(finder: Changes, record: Record, base: Value | None, place: Place) -> Iterator[Change]:
    if not record.open and (base is not None or not place.path):
        yield attrs.evolve(place.field(UNKNOWN), label=place.label).put("unknown_field", "text")


def _union(_: Changes, variants: list[Variant], value: object, place: Place) -> Iterator[Change]:
    """A field that only another variant has."""
    if not isinstance(value, dict):
        return
    for each in variants:
        others = each.example if isinstance(each.example, dict) else {}
        for name, other in others.items():
            if name not in value:
                yield place.field(name).put("other_variants_field", other)
                return


def _list(finder: Changes, sequence: ListOf, base: Value | None, place: Place) -> Iterator[Change]:
    value = constant(base)
    if not isinstance(value, list) or not value or finder.textual:
        return
    if sequence.high is None and not sequence.unique:
        yield place.put("very_many", [value[0]] * 1_000)


def _map(finder: Changes, inner: Type, place: Place) -> Iterator[Change]:
    value = constant(finder.example(inner))
    if value != () and not finder.textual:
        keys = ("", "__proto__", "a.b", "$set", "\u202e", "a\u0000b")
        yield place.put("odd_keys", dict.fromkeys(keys, value))


def _scalar(finder: Changes, scalar: Scalar, _: Value | None, place: Place) -> Iterator[Change]:
    if scalar.kind in NUMERIC:
        yield from _number(finder, scalar, place)
    elif scalar.kind == "string":
        yield from _text(finder, scalar, place)
    for name, text in LOOSE_FORMS.get(scalar.kind, ()):
        yield place.put(name, text)


def _number(finder: Changes, scalar: Scalar, place: Place) -> Iterator[Change]:
    if scalar.high is None:
        yield place.put("beyond_doubles", 2**53 + 1)
        yield place.put("beyond_64_bits", 2**63)
        if not finder.textual:
            yield place.put("huge", Decimal("1E+400"))
    if scalar.low is None:
        yield place.put("below_64_bits", -(2**63) - 1)
    if scalar.kind != "int" and not finder.textual:
        yield place.put("tiny", Decimal("1E-400"))
        yield place.put("many_digits", Decimal("1." + "0123456789" * 10))


def _text(finder: Changes, scalar: Scalar, place: Place) -> Iterator[Change]:
    if scalar.high is None and not scalar.patterns:
        yield place.put("very_long", _IN_TARGET if finder.textual else _VERY_LONG)
    if scalar.high is None and scalar.low is None and not scalar.patterns:
        yield place.put("empty", "")
    if scalar.patterns:
        return
    yield place.put("quotes", "'\"`;--%s\\")
    yield place.put("nul", "a\u0000b")
    yield place.put("bidi_override", "\u202ea\u202c\ufeff")
    yield place.put("stacked_marks", "e" + "\u0301" * 60)
    if finder.textual:
        yield place.put("not_utf8", "\ud800")
    else:
        yield place.put("lone_surrogate", "\ud800")
        yield place.put("blank", " ")


SORT = Sort(
    of_null=_nothing,
    of_literals=_nothing,
    of_union=_union,
    of_record=_record,
    of_field=_nothing,
    of_list=_list,
    of_map=_map,
    of_scalar=_scalar,
    breaks=False,
    of_things=False,
    of_secrets=False,
)
