"""Walks a type and a value of it, and finds the changes of one sort at each place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from specc.ir.expressions import Fields, Items, Thing, Value
from specc.plan.changes import breaking, disturbing, stretching
from specc.plan.changes.admits import admits
from specc.plan.changes.change import Change, Place
from specc.plan.changes.constants import constant, edited, value_of
from specc.plan.changes.sort import Sort
from specc.plan.changes.variants import variants
from specc.semantics.types import (
    ContractType,
    FieldType,
    ListOf,
    Literal,
    MapOf,
    Record,
    Scalar,
    Type,
    Union,
    Unknown,
)

DEEPEST = 12
ROUNDS = 2
"""So often a contract that holds itself is looked into."""


@attrs.frozen(eq=False)
class Changes:
    """Finds changes. `textual` is for places where all values travel as text."""

    body_of: Callable[[Type], Type]
    textual: bool = False
    secrets: bool = False
    """Whether a changed secret is still valid: not where it must be an account's."""
    taken: bool = False
    """Whether a text that is made for the run must stay one that nobody else has."""
    example: Callable[[Type], Value | None] = lambda _: None
    """A valid value of a type: what is changed inside of where the base has nothing."""

    def invalid(self, type_: Type, base: Value | None, place: Place | None = None) -> list[Change]:
        """Each change that breaks exactly one rule of the type."""
        return list(self._of(breaking.SORT, type_, base, place or Place()))

    def valid(self, type_: Type, base: Value | None, place: Place | None = None) -> list[Change]:
        """Each change to the very edge of what the type allows."""
        return list(self._of(stretching.SORT, type_, base, place or Place()))

    def odd(self, type_: Type, base: Value | None, place: Place | None = None) -> list[Change]:
        """Each change to what the type neither clearly allows nor clearly forbids."""
        return list(self._of(disturbing.SORT, type_, base, place or Place()))

    def _of(self, sort: Sort, type_: Type, base: Value | None, place: Place) -> Iterator[Change]:
        if len(place.path) > DEEPEST:
            return
        entered = self._entered(type_, base, place)
        if entered is None:
            return
        place = entered
        if isinstance(base, Thing) and not sort.of_things:
            return
        options = self.options(type_)
        plain = [item for item in options if item != Literal(None)]
        anything = any(self._is_any(item) for item in options)
        yield from sort.of_null(self, place, len(plain) < len(options), anything)
        if not plain or anything:
            return
        literals: list[object] = [item.value for item in plain if isinstance(item, Literal)]
        if len(literals) == len(plain):
            yield from sort.of_literals(self, place, literals)
        elif len(plain) > 1:
            yield from self._union(sort, type_, plain, base, place)
        else:
            yield from self._single(sort, plain[0], base, place)

    def _single(
        self, sort: Sort, type_: Type, base: Value | None, place: Place
    ) -> Iterator[Change]:
        match type_:
            case Record() as record:
                yield from sort.of_record(self, record, base, place)
                yield from self._fields(sort, record, base, place)
            case ListOf() as sequence:
                yield from sort.of_list(self, sequence, base, place)
                items = base.items if isinstance(base, Items) else ()
                # Of different items, one that is changed might be another one's equal.
                if len(items) == 1 or (items and (sort.breaks or not sequence.unique)):
                    yield from self._of(sort, sequence.item, items[0], place.item())
            case MapOf(inner):
                yield from sort.of_map(self, inner, place)
                yield from self._entries(sort, inner, base, place)
            case Scalar() as scalar:
                yield from sort.of_scalar(self, scalar, base, place)
            case _:
                pass

    def _fields(
        self, sort: Sort, record: Record, base: Value | None, place: Place
    ) -> Iterator[Change]:
        if place.path and base is None:
            return  # It is not in the base value: there is no place for its fields.
        present = dict(base.entries) if isinstance(base, Fields) else {}
        for item in record.properties:
            if item.readonly or (item.secret and not self.secrets and not sort.of_secrets):
                continue
            at, given = place.field(item.name), present.get(item.name)
            yield from sort.of_field(self, item, given, at)
            yield from self._inside(sort, item.type, given, at)

    def _entries(
        self, sort: Sort, inner: Type, base: Value | None, place: Place
    ) -> Iterator[Change]:
        entries = base.entries if isinstance(base, Fields) else ()
        if entries:
            key, given = entries[0]
            yield from self._of(sort, inner, given, place.entry(key))
            return
        sample = constant(self.example(inner))
        if sample == ():
            return
        for change in self._of(sort, inner, value_of(sample), place.entry("key")):
            if change.operation != "drop" or len(change.path) > len(place.path) + 1:
                value = edited(sample, change.path[len(place.path) + 1 :], change)
                yield attrs.evolve(change, operation="put", path=place.path, value={"key": value})

    def _inside(
        self, sort: Sort, type_: Type, base: Value | None, place: Place
    ) -> Iterator[Change]:
        """The changes of a field; where the base has none, deeper ones change an example of it."""
        if base is not None:
            yield from self._of(sort, type_, base, place)
            return
        sample = self.example(type_) if self._entered(type_, None, place) else None
        whole = constant(sample)
        inner = None if whole == () else sample
        yield from self._replaced(self._of(sort, type_, inner, place), whole, place)

    def _replaced(self, changes: Iterator[Change], whole: object, place: Place) -> Iterator[Change]:
        """Changes of a value that is not in the base: each puts all of the value there."""
        for change in changes:
            if change.path == place.path and change.operation in ("put", "resize"):
                yield change
            elif whole != ():
                value = edited(whole, change.path[len(place.path) :], change)
                yield attrs.evolve(change, operation="put", path=place.path, value=value)

    def _union(
        self, sort: Sort, type_: Type, plain: list[Type], base: Value | None, place: Place
    ) -> Iterator[Change]:
        """The changes where one of several types stands: of that one, and of examples of others."""
        found = variants(self.body_of, self.example, type_, plain)
        value = constant(base)
        yield from sort.of_union(self, found, value, place)
        current = None
        if value != ():
            current = next((each for each in found if admits(self.body_of, each.type, value)), None)
        whole: object
        for each in found:
            at = place.variant(each.name)
            if each is current:
                whole = value
                changes = self._single(sort, self.body_of(each.type), base, at)
            elif each.example != () and not self.textual:
                inner = value_of(each.example)
                of_other = self._single(sort, self.body_of(each.type), inner, at)
                whole = each.example
                changes = self._replaced(of_other, whole, place)
            else:
                continue
            for change in changes:
                result: object = change.value
                if each is current or change.path != place.path:
                    result = edited(whole, change.path[len(place.path) :], change)
                # What breaks one type may be just what another one allows.
                if not sort.breaks or not admits(self.body_of, type_, result):
                    yield change

    def _entered(self, type_: Type, base: Value | None, place: Place) -> Place | None:
        """The place inside the contracts of a type; None where it would go round in circles."""
        match type_:
            case ContractType(symbol):
                if base is None and place.within.count(symbol) >= ROUNDS:
                    return None
                return attrs.evolve(place, within=(*place.within, symbol))
            case FieldType(_, _, inner):
                return self._entered(inner, base, place)
            case Union(options, _):
                entered: Place | None = place
                for option in options:
                    entered = None if entered is None else self._entered(option, base, entered)
                return entered
            case ListOf(item, _, _, _):
                return self._entered(item, base, place)
            case _:
                return place

    def options(self, type_: Type) -> list[Type]:
        """The types that may stand there, unions looked through."""
        body = self.body_of(type_)
        if isinstance(body, Union):
            return [inner for option in body.options for inner in self.options(option)]
        return [body]

    def _is_any(self, type_: Type) -> bool:
        return isinstance(type_, Unknown) or (
            isinstance(type_, Scalar) and type_.kind in ("any", "json")
        )
