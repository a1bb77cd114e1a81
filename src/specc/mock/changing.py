"""What calls do to things: made, changed, deleted."""

from __future__ import annotations

import copy
from typing import Any

from specc.ir.nodes import Effect, Endpoint
from specc.mock.call import ABSENT, Call
from specc.mock.composing import completed, made_for
from specc.mock.defects import Quirk
from specc.mock.moving import begin, target_of
from specc.mock.state import State
from specc.mock.world import Thing
from specc.semantics.types import Property, Record, Type

_TOUCHED = ("updated", "modified", "changed", "version", "revision", "etag")


def described(state: State, endpoint: Endpoint, effect: Effect) -> tuple[str, ...]:
    """Where in a request's body the thing stands: where the answer has it, or the whole body."""
    if endpoint.body_type is None:
        return ()
    best: tuple[int, tuple[str, ...]] = (-1, ())
    record = state.record_of(effect.contract)
    names = {item.name for item in record.properties} if record else set()
    for path in ((), *_inner_paths(state, endpoint.body_type)):
        body = _at(state, endpoint.body_type, path)
        if not isinstance(body, Record):
            continue
        shared = len(names & {item.name for item in body.properties})
        score = shared * 2 + (path == (effect.at or ()))
        if shared and score > best[0]:
            best = (score, path)
    return best[1]


def _inner_paths(state: State, type_: Type) -> list[tuple[str, ...]]:
    body = state.types.body_of(type_)
    return [(item.name,) for item in body.properties] if isinstance(body, Record) else []


def _at(state: State, type_: Type | None, path: tuple[str, ...]) -> Type | None:
    """The type at a place in a record."""
    for name in path:
        body = None if type_ is None else state.types.body_of(type_)
        found = body.get(name) if isinstance(body, Record) else None
        type_ = None if found is None else found.type
    return None if type_ is None else state.types.body_of(type_)


def _described_value(state: State, call: Call, effect: Effect) -> dict[str, Any] | None:
    value: Any = call.body
    for name in described(state, call.endpoint, effect):
        value = value.get(name, ABSENT) if isinstance(value, dict) else ABSENT
    return value if isinstance(value, dict) else None


def _decided_by_client(state: State, call: Call, effect: Effect, item: Property) -> bool:
    """Whether what is sent for a field counts: if the body's own type leaves it to the client."""
    body = _at(state, call.endpoint.body_type, described(state, call.endpoint, effect))
    sent = body.get(item.name) if isinstance(body, Record) else None
    if sent is None or sent.readonly:
        return state.defects.on(Quirk.TAKES_READONLY, call.endpoint.name)
    # A password that is sent is not the hash that is shown.
    return not ((sent.secret or sent.writeonly) and item.readonly)


def creation(state: State, call: Call, effect: Effect) -> Thing:
    """The thing that a call makes. It is not kept yet."""
    given = _described_value(state, call, effect) or {}
    record = state.record_of(effect.contract)
    number = state.world.next_number()
    thing = Thing(
        effect.contract,
        number,
        {},
        sent=dict(given),
        owner=call.principal,
        parents=dict(call.things),
        maker=call.endpoint.name,
        version=number,
    )
    if record is None:
        thing.value.update(given)
        return thing
    fed = {item.name for item in call.endpoint.parameters if item.feed is not None}
    for item in record.properties:
        if item.name in given and (
            not item.readonly or _decided_by_client(state, call, effect, item)
        ):
            thing.value[item.name] = completed(state, copy.deepcopy(given[item.name]), item.type)
        elif item.name in call.params and item.name not in fed:
            thing.value[item.name] = call.params[item.name]
        elif item.writeonly or item.secret:
            continue
        elif not item.optional or (
            item.readonly and state.world.next_turn(effect.contract, (item.name,))
        ):
            thing.value[item.name] = _of_its_own(state, thing, item)
    begin(state, thing)
    _touch(state, thing, _claimed(state, call, given))
    return thing


def _claimed(state: State, call: Call, given: Any) -> frozenset[str]:
    """The fields that the mock leaves to the client, though only the server may set them."""
    taken = state.defects.on(Quirk.TAKES_READONLY, call.endpoint.name)
    return frozenset(given if taken and isinstance(given, dict) else ())


def _of_its_own(state: State, thing: Thing, item: Property) -> Any:
    """A value for a field; for a key one that no other thing has, if the type has so many."""
    value = made_for(state, thing, item)
    if (item.name,) not in state.keys_of(thing.contract):
        return value
    for _ in range(50):
        if all(other.value.get(item.name) != value for other in state.world.all_of(thing.contract)):
            break
        value = made_for(state, thing, item)
    return value


def as_known(state: State, call: Call, effect: Effect) -> Thing | None:
    """The thing that is there already under the key that a call would give to a new one."""
    given = _described_value(state, call, effect) or {}
    for path in state.keys_of(effect.contract):
        name = path[0]
        item = state.field_type(effect.contract, name)
        if len(path) != 1 or item is None:
            continue
        wanted = call.params.get(name, ABSENT)
        if any(each.name == name and each.feed is not None for each in call.endpoint.parameters):
            wanted = ABSENT
        if wanted is ABSENT and _decided_by_client(state, call, effect, item):
            wanted = given.get(name, ABSENT)
        for thing in state.world.of(effect.contract):
            if wanted is not ABSENT and thing.field(path) == wanted and thing.under(call.things):
                return thing
    return None


def update(state: State, call: Call, effect: Effect, thing: Thing) -> None:
    """Change a thing as a call says."""
    given = _described_value(state, call, effect)
    record = state.record_of(effect.contract)
    moved = target_of(state, call)
    if isinstance(call.body, list):
        _patch(thing, call.body, effect.at or ())
    if given is not None and record is not None:
        clears = call.endpoint.method == "PUT" or state.defects.on(
            Quirk.CLEARS_UNSENT, call.endpoint.name
        )
        for item in record.properties:
            if item.readonly and not _decided_by_client(state, call, effect, item):
                continue
            if item.name in given:
                _put(state, thing, item, given[item.name])
            elif clears and item.optional:
                thing.value.pop(item.name, None)
        thing.sent.update(given)
    if moved is not None:
        thing.value[moved[0]] = moved[1]
    thing.version = state.world.next_number()
    _touch(state, thing, _claimed(state, call, given))
    state.world.changed(thing.contract)


def _put(state: State, thing: Thing, item: Property, value: Any) -> None:
    if value is None and item.optional and not state.types.fits(None, item.type):
        thing.value.pop(item.name, None)  # RFC 7396: null takes a field away
    else:
        thing.value[item.name] = completed(state, copy.deepcopy(value), item.type)


def _patch(thing: Thing, operations: list[Any], at: tuple[str, ...]) -> None:
    """What RFC 6902 says of add, replace and remove; other operations change nothing."""
    for operation in operations:
        if not isinstance(operation, dict) or not isinstance(operation.get("path"), str):
            continue
        path = [
            part.replace("~1", "/").replace("~0", "~") for part in operation["path"].split("/")[1:]
        ]
        if tuple(path[: len(at)]) == at:
            path = path[len(at) :]
        holder: Any = thing.value
        for name in path[:-1]:
            holder = holder.get(name) if isinstance(holder, dict) else None
        if not path or not isinstance(holder, dict):
            continue
        match operation.get("op"):
            case "add" | "replace":
                holder[path[-1]] = operation.get("value")
            case "remove":
                holder.pop(path[-1], None)
            case _:
                pass


def _touch(state: State, thing: Thing, claimed: frozenset[str]) -> None:
    """Set what tells of a change: a version, or a time of the last one."""
    record = state.record_of(thing.contract)
    for item in record.properties if record else ():
        if item.name in claimed:
            continue
        if not item.readonly or not any(word in item.name.lower() for word in _TOUCHED):
            continue
        if state.types.fits(thing.version, item.type):
            thing.value[item.name] = thing.version
        elif isinstance(thing.value.get(item.name), str):
            again = state.maker.make(item.type, item.name)
            if state.types.fits(again, item.type):
                thing.value[item.name] = again


def taught(state: State, call: Call, thing: Thing, at: tuple[str, ...]) -> None:
    """Have a thing be what the spec's own tests say of such a call."""
    for lesson in state.lessons.get(call.endpoint.name, ()):
        if lesson.path[: len(at)] != at or len(lesson.path) != len(at) + 1:
            continue
        item = state.field_type(thing.contract, lesson.path[-1])
        same = lesson.body == () or lesson.body == call.body
        if (
            item is not None
            and item.readonly
            and same
            and state.types.fits(lesson.value, item.type)
        ):
            thing.value[item.name] = lesson.value
