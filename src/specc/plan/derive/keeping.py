"""What was sent is what is read again, but for what only the server decides."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from specc.ir import nodes
from specc.ir.expressions import Captured, Const, Function
from specc.plan.derive.showing import bound, field_at, reader_of
from specc.plan.derive.touching import touched
from specc.plan.nodes import Call, DerivedStep, Verify
from specc.plan.recipes import ANONYMOUS, Recipes, UnreachableError
from specc.semantics.types import (
    UNKNOWN,
    ContractType,
    FieldType,
    ListOf,
    Literal,
    MapOf,
    Record,
    Type,
    Union,
)


def kept(recipes: Recipes, endpoint: nodes.Endpoint, call: Call) -> tuple[DerivedStep, ...]:
    """The call, followed by a look at what became of what it sent; the call alone where none is.

    It takes an endpoint that shows the thing, and fields that it takes and shows alike.
    """
    for effect in endpoint.effects:
        if effect.kind not in ("creates", "updates") or effect.at is None:
            continue
        looked = _look(recipes, endpoint, effect, call)
        if looked:
            return looked
    return (call,)


def _look(
    recipes: Recipes, endpoint: nodes.Endpoint, effect: nodes.Effect, call: Call
) -> tuple[DerivedStep, ...]:
    shown = reader_of(recipes, effect.contract)
    path, names = sent_fields(recipes, endpoint, effect)
    if shown is None or not names or effect.from_request or effect.of_self or endpoint.open:
        return ()
    own = effect.kind == "updates"
    if own and effect.contract not in touched(endpoint):
        return ()
    fresh = frozenset({effect.contract}) if own else frozenset[str]()
    try:
        reading = recipes.call(shown[0], fresh=fresh)
        set_up = recipes.set_up(effect.contract, own, fresh)
    except UnreachableError:
        return ()
    if set_up is None or set_up.sent:
        return ()
    reading = bound(reading, effect.contract, "made", set_up.path, effect.at or ())
    actor = call.actor if call.actor != ANONYMOUS else reading.actor
    return (
        attrs.evolve(call, capture="made"),
        attrs.evolve(reading, actor=actor, capture="again"),
        as_sent(shown[1].at or (), path, names),
    )


def as_sent(
    read_at: tuple[str, ...],
    path: tuple[str, ...],
    names: tuple[str, ...],
    read: str = "again",
    made: str = "made",
) -> Verify:
    """The check that what is read has the fields that were sent; `read` and `made` are captures."""
    sent = Function("request", (Captured(made),))
    again = field_at(Captured(read), read_at)
    extra = (Const(list(path)),) if path else ()
    return Verify("as_sent", (again, sent, Const(list(names)), *extra))


def sent_fields(
    recipes: Recipes, endpoint: nodes.Endpoint, effect: nodes.Effect
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Where in a body the thing stands, and the fields that are sent as the thing has them."""
    record = recipes.types.get(effect.contract)
    if endpoint.body_form != "json" or endpoint.body_type is None:
        return (), ()
    path = sent_path(recipes, endpoint, effect)
    body_of = recipes.examples(endpoint, frozenset()).body_of
    body = part_at(body_of, endpoint.body_type, path)
    if not isinstance(record, Record) or body is None:
        return (), ()
    return path, tuple(_alike(body, record))


def sent_path(recipes: Recipes, endpoint: nodes.Endpoint, effect: nodes.Effect) -> tuple[str, ...]:
    """Where in a body the thing stands: where it stands in the answer, if there is such a place."""
    body_of = recipes.examples(endpoint, frozenset()).body_of
    body = UNKNOWN if endpoint.body_type is None else body_of(endpoint.body_type)
    for name in effect.at or ():
        inner = body.get(name) if isinstance(body, Record) else None
        body = UNKNOWN if inner is None else body_of(inner.type)
        if not isinstance(body, Record):
            return ()
    return effect.at or ()


def part_at(body_of: Callable[[Type], Type], type_: Type, path: tuple[str, ...]) -> Record | None:
    """The object that stands at a path of a body."""
    body = body_of(type_)
    for name in path:
        inner = body.get(name) if isinstance(body, Record) else None
        body = UNKNOWN if inner is None else body_of(inner.type)
    return body if isinstance(body, Record) else None


def _alike(body: Record, record: Record) -> list[str]:
    found = []
    for item in body.properties:
        shown = record.get(item.name)
        if shown is None or item.readonly or shown.readonly:
            continue
        if item.writeonly or item.secret or shown.writeonly or shown.secret:
            continue
        if _whole(shown.type) != _whole(item.type) or _hides(item.type):
            continue
        # What becomes of null where the thing always has a value is the server's to say.
        if not _nullable(item.type) or shown.optional or _nullable(shown.type):
            found.append(item.name)
    return found


def _whole(type_: Type) -> Type:
    """A type without what only says whether there may be a value at all."""
    while isinstance(type_, FieldType):
        type_ = type_.type
    match type_:
        case Union(options, None):
            rest = tuple(_whole(option) for option in options if option != Literal(None))
            return rest[0] if len(rest) == 1 else Union(rest, None)
        case _:
            return type_


def _nullable(type_: Type) -> bool:
    """Whether null may stand there, as far as the type itself says."""
    while isinstance(type_, FieldType):
        type_ = type_.type
    return isinstance(type_, Union) and Literal(None) in type_.options


def _hides(type_: Type) -> bool:
    """Whether a part of a value is never shown again."""
    match type_:
        case Record(properties, _):
            return any(
                item.writeonly or item.secret or item.readonly or _hides(item.type)
                for item in properties
            )
        case ListOf(item, _, _, _):
            return _hides(item)
        case MapOf(inner):
            return _hides(inner)
        case Union(options, _):
            return any(_hides(option) for option in options)
        case ContractType():
            return False  # Compared as far as it is shown: see `as_sent`.
        case _:
            return False
