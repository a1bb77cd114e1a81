"""The answer of a call that is done, as its return declares it."""

from __future__ import annotations

from typing import Any

from specc.ir.nodes import Effect, Return
from specc.mock import access
from specc.mock.call import ABSENT, Call, Reply
from specc.mock.composing import Composer
from specc.mock.headers import declared, location
from specc.mock.state import State
from specc.semantics.types import ListOf, Record, Scalar, Type, Union

_TOTALS = ("total", "count")


def success(call: Call) -> Return | None:
    """The return of a call that is done: of several, the one that its kind of effect has."""
    found = [item for item in call.endpoint.returns if item.success and not item.conditions]
    creates = call.endpoint.effect("creates") is not None or (
        access.may_make(call.endpoint) and call.subject_is_missing
    )
    wanted = 201 if creates else 200
    first = [item for item in found if item.status == wanted] or found
    return first[0] if first else call.endpoint.success


def type_at(state: State, call: Call, path: tuple[str, ...]) -> Type | None:
    """The type that an answer has at a place."""
    returned = success(call)
    type_ = None if returned is None else returned.type
    for name in path:
        body = None if type_ is None else state.types.body_of(type_)
        if isinstance(body, Union):
            body = next(
                (
                    each
                    for each in map(state.types.body_of, body.options)
                    if isinstance(each, Record)
                ),
                None,
            )
        item = body.get(name) if isinstance(body, Record) else None
        type_ = None if item is None else item.type
    return type_


def may_be_absent(state: State, call: Call, path: tuple[str, ...]) -> bool:
    """Whether an answer may do without a field."""
    type_ = type_at(state, call, path[:-1])
    record = None if type_ is None else state.types.body_of(type_)
    item = record.get(path[-1]) if isinstance(record, Record) else None
    return item is None or item.optional


def item_type(state: State, call: Call, effect: Effect) -> Type:
    type_ = type_at(state, call, effect.at or ())
    body = None if type_ is None else state.types.body_of(type_)
    if isinstance(body, ListOf):
        return body.item
    return state.recipes.types[effect.contract]


def totals(state: State, call: Call, effect: Effect) -> list[tuple[str, ...]]:
    """Where an answer says how many things there are: in numbers beside the list."""
    at = effect.at or ()
    if not at:
        return []
    type_ = type_at(state, call, at[:-1])
    record = None if type_ is None else state.types.body_of(type_)
    return [
        (*at[:-1], item.name)
        for item in (record.properties if isinstance(record, Record) else ())
        if any(word in item.name.lower() for word in _TOTALS)
        and isinstance(field := state.types.body_of(item.type), Scalar)
        and field.kind == "int"
    ]


def reply_to(
    state: State,
    call: Call,
    returned: Return,
    placed: dict[tuple[str, ...], Any],
    headers: list[tuple[str, str]],
) -> Reply:
    """The answer of a call that is done."""
    promised = declared(state, call, returned)
    known = {name.lower() for name, _ in promised}
    where = location(state, call) if returned.status == 201 else None
    if where is not None and "location" not in known:
        promised.append(where)
    promised = [pair for pair in promised if pair[0].lower() not in {n.lower() for n, _ in headers}]
    all_headers = (*promised, *headers)
    media = returned.media
    if returned.form == "none":
        return Reply(returned.status, ABSENT, None, all_headers, returned)
    if returned.form == "bytes":
        content = (
            b"bytes" if returned.type is None else str(state.maker.make(returned.type)).encode()
        )
        return Reply(
            returned.status, content, media or "application/octet-stream", all_headers, returned
        )
    if returned.form == "text":
        text = "text" if returned.type is None else str(state.maker.make(returned.type, "text"))
        return Reply(
            returned.status, text, media or "text/plain; charset=utf-8", all_headers, returned
        )
    value: Any = {}
    if returned.type is not None:
        echo = call.body if isinstance(call.body, dict) else ABSENT
        value = Composer(state, call, placed).compose(returned.type, (), echo)
    return Reply(returned.status, value, media or "application/json", all_headers, returned)
