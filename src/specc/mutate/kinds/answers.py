"""Answers that are not what they should be: fields, statuses, headers, media types."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import attrs

from specc.ir.nodes import Endpoint, Return
from specc.mock.call import ABSENT, Call, Reply
from specc.mock.defects import Defect
from specc.mock.state import State
from specc.mutate.mutant import Mutant
from specc.mutate.places import Path, Spot, spots, without_null
from specc.semantics.types import ListOf, Literal, MapOf, Record, Scalar, Type, Union

GONE: Any = object()
"""In place of a value: the field is left out."""

EXTRA = "leftover"
"""A field that no contract names."""


def answered_fields(state: State, endpoint: Endpoint) -> Iterator[Mutant]:
    """Each field of a success: left out, null, of another type, out of its bounds; one too many."""
    returned = _told(endpoint)
    if returned is None or returned.type is None:
        return
    found = list(spots(state.types, returned.type, answered=True))
    for spot in found:
        if spot.item is not None and not spot.item.optional:
            yield _field(endpoint, returned, "drops_field", spot, "is left out", lambda _: GONE)
        if _anything(spot.body):
            continue
        if not spot.nullable:
            yield _field(endpoint, returned, "nulls_field", spot, "is null", lambda _: None)
        retyped = _retyped(spot.body)
        if retyped is not None:
            text = "is of another type"
            yield _field(endpoint, returned, "retypes_field", spot, text, retyped)
        broken = _broken(spot.body)
        if broken is not None:
            text = "is out of its bounds"
            yield _field(endpoint, returned, "breaks_field", spot, text, broken)
    for path in _records(state, returned.type, found):
        label = ".".join(path) or "body"
        yield Mutant(
            "adds_field",
            endpoint.name,
            label.replace(".[]", "[]"),
            returned.place,
            f"{label} has a field that its contract does not name",
            _edits(endpoint, returned, path, _with_extra),
            (f"{endpoint.name}.conforms",),
        )


def leaks(_state: State, endpoint: Endpoint) -> Iterator[Mutant]:
    """A secret that is sent comes back."""
    returned = _told(endpoint)
    if returned is None or returned.type is None:
        return
    for name in endpoint.secret:

        def leaked(value: Any, name: str = name) -> Any:
            return {**value, name: "swordfish"} if isinstance(value, dict) else value

        effect = next((item for item in endpoint.effects if item.at is not None), None)
        path = effect.at if effect is not None and effect.at is not None else ()
        yield Mutant(
            "leaks_secret",
            endpoint.name,
            name,
            returned.place,
            f"the secret {name} comes back in the answer",
            _edits(endpoint, returned, path, leaked),
            (f"{endpoint.name}.conforms",),
        )


def _told(endpoint: Endpoint) -> Return | None:
    """The success whose body says something."""
    return next(
        (
            item
            for item in endpoint.returns
            if item.success and item.form == "json" and item.type is not None
        ),
        None,
    )


def _anything(body: Type) -> bool:
    return isinstance(body, Scalar) and body.kind in ("any", "json")


def _records(state: State, type_: Type, found: list[Spot]) -> Iterator[Path]:
    """Where closed objects stand."""
    body, _ = without_null(state.types, type_)
    if isinstance(body, Record) and not body.open:
        yield ()
    for spot in found:
        if isinstance(spot.body, Record) and not spot.body.open:
            yield spot.path
        if isinstance(spot.body, ListOf):
            inner, _ = without_null(state.types, spot.body.item)
            if isinstance(inner, Record) and not inner.open:
                yield (*spot.path, "[]")


def _field(
    endpoint: Endpoint,
    returned: Return,
    kind: str,
    spot: Spot,
    text: str,
    change: Callable[[Any], Any],
) -> Mutant:
    return Mutant(
        kind,
        endpoint.name,
        spot.label,
        returned.place,
        f"{spot.label} {text}",
        _edits(endpoint, returned, spot.path, change),
        (f"{endpoint.name}.conforms",),
    )


def _edits(
    endpoint: Endpoint, returned: Return, path: Path, change: Callable[[Any], Any]
) -> Defect:
    """A defect of each answer with a return's status: the value at a place is another one."""

    def reply(_call: Call, answer: Reply) -> Reply:
        if answer.status != returned.status or answer.value is ABSENT:
            return answer
        value = copy.deepcopy(answer.value)
        return attrs.evolve(answer, value=_changed(value, path, change))

    return Defect(endpoint.name, reply=reply)


def _changed(value: Any, path: Path, change: Callable[[Any], Any]) -> Any:
    if not path:
        return change(value)
    name, *rest = path
    if name == "[]":
        items = [_changed(item, tuple(rest), change) for item in value or ()]
        return [item for item in items if item is not GONE]
    if isinstance(value, dict) and name in value:
        value[name] = _changed(value[name], tuple(rest), change)
        if value[name] is GONE:
            del value[name]
    return value


def _retyped(body: Type) -> Callable[[Any], Any] | None:
    match body:
        case Scalar(kind="int" | "number" | "decimal"):
            return str
        case Scalar(kind="bool"):
            return lambda value: "yes" if value else "no"
        case Scalar():
            return lambda _: 12345
        case Literal(value=str()) | Union():
            return lambda _: [12345]
        case Literal():
            return str
        case ListOf():
            return lambda value: {"items": value}
        case Record() | MapOf():
            return lambda value: [value]
        case _:
            return None


def _broken(body: Type) -> Callable[[Any], Any] | None:
    """A value of the same kind that the type does not allow; None where it allows them all."""
    match body:
        case Scalar(kind="int" | "number" | "decimal", low=low, high=high):
            if isinstance(low, int | Decimal):
                return _always(low - 1)
            return _always(high + 1) if isinstance(high, int | Decimal) else None
        case Scalar(kind="string", patterns=patterns, low=low, high=high):
            if patterns:
                return _always("no match \u2603!")
            if isinstance(high, int):
                return _always("x" * (high + 1))
            return _always("x" * (low - 1)) if isinstance(low, int) and low > 0 else None
        case Scalar(kind="bool" | "any" | "json" | "bytes"):
            return None
        case Scalar(kind=kind):
            return _always(f"not a {kind}")
        case Union(options, _) if all(isinstance(item, Literal) for item in options):
            return lambda value: "no_such_value" if isinstance(value, str) else 987_654
        case Literal(value=str()):
            return _always("no_such_value")
        case ListOf(low=low) if low:
            return lambda value: value[: low - 1] if isinstance(value, list) else value
        case _:
            return None


def _with_extra(value: Any) -> Any:
    return {**value, EXTRA: "value"} if isinstance(value, dict) else value


def _always(value: Any) -> Callable[[Any], Any]:
    return lambda _: value
