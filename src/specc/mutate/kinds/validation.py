"""Validation that lets through what it must not, or refuses what it must not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import TypeAlias

import attrs

from specc.ir.nodes import Endpoint, Parameter
from specc.mock.defects import Defect
from specc.mock.state import State
from specc.mock.validity import Types
from specc.mutate.mutant import Mutant
from specc.mutate.places import Spot, edited, spots, with_property, without_null
from specc.plan.derive.answers import to_invalid
from specc.semantics.types import (
    ANY,
    NULL,
    TEMPORAL,
    ListOf,
    Literal,
    Property,
    Record,
    Scalar,
    Type,
    Union,
)

Edit: TypeAlias = tuple[str, str, Callable[[Type], Type]]
"""What it is called, what it means in words, and what becomes of the type."""

LONGEST = 20_000
"""Lengths above this are a matter of load."""


_NOTICED_AS = {
    "null": ("null", "null"),
    "few": ("too_few", "minimum"),
    "many": ("too_many", "maximum"),
    "repetition": ("repeated_item", ""),
    "pattern": ("pattern_mismatch", ""),
    "format": ("malformed", ""),
    "word": ("not_in_enum", ""),
    "fraction": ("fraction", ""),
    "anything": ("wrong_type", ""),
    "missing": ("missing", ""),
}
"""The cases of `rejects` and of `accepts` that are about a rule, by what a mutant is called."""
_ENDS = {
    ("low", True): ("below_minimum", "minimum"),
    ("low", False): ("too_short", "minimum_length"),
    ("high", True): ("above_maximum", "maximum"),
    ("high", False): ("too_long", "maximum_length"),
}
"""The same for the ends of a range: of values, or else of lengths."""


def _expected(endpoint: Endpoint, verb: str, label: str, what: str, body: Type) -> tuple[str, ...]:
    """The obligations that ought to notice, the one that is about this very rule first."""
    is_lax = verb == "accepts"
    family = f"{endpoint.name}.{'rejects' if is_lax else 'accepts'}.{label}"
    rule, _, word = what.partition("_")
    of_values = isinstance(body, Scalar) and (_is_number(body.kind) or body.kind in TEMPORAL)
    pair = _ENDS.get((rule, of_values)) or _NOTICED_AS.get(rule, ("", ""))
    case = f"value_{word}" if word else pair[0 if is_lax else 1]
    exact = (f"{family}.{case}",) if case else ()
    return (*exact, family, f"{endpoint.name}.conforms")


def body_bounds(state: State, endpoint: Endpoint) -> Iterator[Mutant]:
    """Each rule of the body's type, one too lax and one too strict."""
    type_ = endpoint.body_type
    if type_ is None or endpoint.body_form not in ("json", "form", "multipart"):
        return
    promised = endpoint.when("invalid", "body")
    success = endpoint.success
    for spot in spots(state.types, type_, answered=False):
        if promised is not None:
            for name, text, change in _lax(state.types, spot):
                if name == "null" and endpoint.body_form != "json":
                    continue  # A form has no null.
                new = edited(state.types, type_, spot.path, change)
                yield _body(endpoint, f"accepts.{name}", spot, text, new, promised.place)
        if promised is not None and spot.item is not None and not spot.item.optional:
            new = with_property(state.types, type_, spot.path, _optional)
            text = "may be missing"
            yield _body(endpoint, "accepts.missing", spot, text, new, promised.place)
        if success is not None and not _is_secret(spot):
            for name, text, change in _strict(state.types, spot):
                new = edited(state.types, type_, spot.path, change)
                yield _body(endpoint, f"refuses.{name}", spot, text, new, success.place)
    if promised is not None and isinstance(state.types.body_of(type_), Record):
        yield Mutant(
            "body_unchecked",
            endpoint.name,
            "",
            promised.place,
            "takes whatever body it is sent",
            Defect(endpoint.name, spec=lambda item: attrs.evolve(item, body_type=ANY)),
            (f"{endpoint.name}.rejects",),
        )


def _is_secret(spot: Spot) -> bool:
    return spot.item is not None and spot.item.secret


def _optional(item: Property) -> Property:
    return attrs.evolve(item, optional=True)


def _body(endpoint: Endpoint, name: str, spot: Spot, text: str, type_: Type, place: str) -> Mutant:
    verb, _, what = name.partition(".")
    return Mutant(
        f"body_{verb}",
        endpoint.name,
        f"{spot.label}.{what}",
        place,
        f"{spot.label} {text}",
        Defect(endpoint.name, spec=lambda item: attrs.evolve(item, body_type=type_)),
        _expected(endpoint, verb, spot.label, what, spot.body),
    )


def parameter_bounds(state: State, endpoint: Endpoint) -> Iterator[Mutant]:
    """Each rule of a parameter's type, one too lax and one too strict."""
    success = endpoint.success
    for parameter in endpoint.parameters:
        promised = endpoint.when("invalid", parameter.name)
        if promised is None and parameter.place_in == "query":
            promised = endpoint.when("invalid", "query")
        body, nullable = without_null(state.types, parameter.type)
        spot = Spot((parameter.name,), None, parameter.type, body, nullable)
        if promised is not None:
            for name, text, change in _lax(state.types, spot):
                # Any text is a string; and a parameter that is null is not sent.
                free = name == "anything" and body == Scalar("string")
                if name != "null" and not free:
                    yield _parameter(
                        endpoint, spot, parameter, f"accepts.{name}", text, change, promised.place
                    )
            if parameter.required and parameter.place_in != "path":
                text = "may be missing"
                yield _parameter(
                    endpoint, spot, parameter, "accepts.missing", text, None, promised.place
                )
        # What nothing says is refused may be passed over.
        heeded = to_invalid(endpoint, parameter.name, parameter.place_in) is not None
        is_query = parameter.place_in == "query"
        if success is not None and parameter.feed is None and is_query and heeded:
            for name, text, change in _strict(state.types, spot):
                yield _parameter(
                    endpoint, spot, parameter, f"refuses.{name}", text, change, success.place
                )


def _parameter(
    endpoint: Endpoint,
    spot: Spot,
    parameter: Parameter,
    name: str,
    text: str,
    change: Callable[[Type], Type] | None,
    place: str,
) -> Mutant:
    changed = (
        attrs.evolve(parameter, required=False)
        if change is None
        else attrs.evolve(parameter, type=change(parameter.type))
    )

    def believed(item: Endpoint) -> Endpoint:
        return attrs.evolve(
            item,
            parameters=tuple(
                changed
                if each.name == parameter.name and each.place_in == parameter.place_in
                else each
                for each in item.parameters
            ),
        )

    verb, _, what = name.partition(".")
    label = f"{parameter.place_in}.{parameter.name}"
    return Mutant(
        f"parameter_{verb}",
        endpoint.name,
        f"{label}.{what}",
        place,
        f"{label} {text}",
        Defect(endpoint.name, spec=believed),
        _expected(endpoint, verb, label, what, spot.body),
    )


def _within(types: Types, change: Callable[[Type], Type]) -> Callable[[Type], Type]:
    """A change of what a type is besides null, made to the type as a whole."""

    def changed(type_: Type) -> Type:
        body, nullable = without_null(types, type_)
        new = change(body)
        return Union((new, NULL)) if nullable and new != ANY else new

    return changed


def _lax(types: Types, spot: Spot) -> Iterator[Edit]:
    """What lets through more than the type does, by one rule each."""
    if not spot.nullable and not _anything(spot.body):
        yield "null", "may be null", lambda type_: Union((type_, NULL))
    for name, text, change in _loosened(spot.body):
        yield name, text, _within(types, change)
    if not _anything(spot.body):
        yield "anything", "may be of any type", lambda _: ANY


def _anything(body: Type) -> bool:
    return isinstance(body, Scalar) and body.kind in ("any", "json", "file")


def _loosened(body: Type) -> Iterator[Edit]:
    match body:
        case Scalar(kind=kind, low=low, high=high, patterns=patterns):
            step = _step(kind)
            if kind in TEMPORAL:
                for end in ("low", "high"):
                    if getattr(body, end) is not None:
                        yield end, f"has no {end}est value", _set(**{end: None})
            elif kind not in ("bytes", "file"):
                if isinstance(low, int | Decimal) and (low > 0 or _is_number(kind)):
                    yield "low", "may be a little below its range", _set(low=low - step)
                if isinstance(high, int | Decimal) and (_is_number(kind) or high < LONGEST):
                    yield "high", "may be a little above its range", _set(high=high + step)
            if patterns:
                yield "pattern", "need not match its pattern", _set(patterns=())
            if kind in (
                "uuid",
                "email",
                "uri",
                "date",
                "datetime",
                "time",
                "ipv4",
                "ipv6",
                "duration",
                "hostname",
            ):
                yield "format", f"need be no {kind}", lambda _: Scalar("string")
            if kind == "int":
                yield "fraction", "may be a fraction", _set(kind="number")
        case ListOf(low=low, high=high, unique=unique):
            if low:
                yield "few", "may have an item too few", _set(low=low - 1)
            if high is not None and high < LONGEST:
                yield "many", "may have an item too many", _set(high=high + 1)
            if unique:
                yield "repetition", "may have an item twice", _set(unique=False)
        case Union(options, _) if all(isinstance(item, Literal) for item in options):
            kind = (
                "int"
                if all(isinstance(item.value, int) for item in options if isinstance(item, Literal))
                else "string"
            )
            yield "word", "need be none of its words", lambda _: Scalar(kind)
        case _:
            pass


def _strict(types: Types, spot: Spot) -> Iterator[Edit]:
    """What refuses some of what the type allows."""
    if spot.nullable:
        yield "null", "may not be null", lambda type_: without_null(types, type_)[0]
    for name, text, change in _tightened(spot.body):
        yield name, text, _within(types, change)


def _tightened(body: Type) -> Iterator[Edit]:
    match body:
        case Scalar(kind=kind, low=low, high=high, patterns=patterns) if kind not in TEMPORAL:
            if kind in ("bytes", "file") or patterns or low == high is not None:
                return
            step = _step(kind)
            if isinstance(low, int | Decimal):
                yield "low", "may not be the least of its range", _set(low=low + step)
            if isinstance(high, int | Decimal) and (_is_number(kind) or high < LONGEST):
                yield "high", "may not be the most of its range", _set(high=high - step)
        case ListOf(low=low, high=high, unique=False) if low != high or low is None:
            if low is not None:
                yield "few", "may not be as short as allowed", _set(low=low + 1)
            if high is not None and 0 < high < LONGEST:
                yield "many", "may not be as long as allowed", _set(high=high - 1)
        case Union(options, _) if all(isinstance(item, Literal) for item in options):
            for option in options:
                assert isinstance(option, Literal)
                rest = tuple(item for item in options if item != option)
                yield f"word_{option.value}", "may not be one of its words", _one_of(rest)
        case _:
            pass


def _one_of(options: tuple[Type, ...]) -> Callable[[Type], Type]:
    return lambda _: Union(options)


def _is_number(kind: str) -> bool:
    return kind in ("int", "number", "decimal")


def _step(kind: str) -> int | Decimal:
    return Decimal("0.01") if kind in ("number", "decimal") else 1


def _set(**changes: object) -> Callable[[Type], Type]:
    def changed(body: Type) -> Type:
        return attrs.evolve(body, **changes)  # type: ignore[arg-type]

    return changed
