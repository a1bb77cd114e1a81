"""Effects are done: what is written, and what the answer shows of it."""

from __future__ import annotations

import copy
from typing import Any

from specc.ir.nodes import Counted, Effect
from specc.mock import access, changing
from specc.mock.call import ABSENT, Call
from specc.mock.composing import rendered
from specc.mock.defects import Quirk
from specc.mock.listing import body_source, page_of
from specc.mock.replying import item_type, may_be_absent, totals, type_at
from specc.mock.state import State
from specc.mock.values import NoValueError
from specc.mock.world import Thing
from specc.semantics.types import Scalar, Type, Union


def apply(
    state: State,
    call: Call,
    effect: Effect,
    existing: Thing | None,
    placed: dict[tuple[str, ...], Any],
    headers: list[tuple[str, str]],
) -> None:
    """Do one effect; what the answer shows of it is placed."""
    name = call.endpoint.name
    thing = call.things.get(effect.contract)
    match effect.kind:
        case "creates":
            _create(state, call, effect, existing)
            thing = call.made
        case "updates":
            thing = _update(state, call, effect, thing)
        case "deletes" if thing is not None:
            if not state.defects.on(Quirk.DELETES_NOTHING, name):
                state.world.delete(_other(state, call, thing))
        case "reads" if thing is not None and state.defects.on(Quirk.READING_WRITES, name):
            _disturb(state, thing)
        case "lists":
            page = page_of(state, call, effect)
            items = item_type(state, call, effect)
            placed[effect.at or ()] = [rendered(state, each, items) for each in page.things]
            source = body_source(call.endpoint)
            if source and (page.ahead is not None or not may_be_absent(state, call, source)):
                placed[source] = page.ahead
            if page.header is not None:
                headers.append(page.header)
            total = page.total + state.defects.on(Quirk.MISCOUNTS, name)
            for path in totals(state, call, effect):
                placed[path] = total
            match call.endpoint.counted:
                case Counted(("header", header)):
                    headers.append((header, str(total)))
                case Counted((_, *inner)):
                    placed[tuple(inner)] = total
                case _:
                    pass
        case _:
            pass
    if effect.kind != "lists" and thing is not None and effect.at is not None:
        type_ = type_at(state, call, effect.at)
        if type_ is not None:
            placed[effect.at] = rendered(state, thing, type_)


def _create(state: State, call: Call, effect: Effect, existing: Thing | None) -> None:
    name = call.endpoint.name
    if existing is not None and not state.defects.on(Quirk.IGNORES_REPETITION, name):
        changing.update(state, call, effect, existing)
        call.made = existing
        return
    made = changing.creation(state, call, effect)
    changing.taught(state, call, made, effect.at or ())
    call.made = made
    if state.defects.on(Quirk.LOSES_WRITE, name):
        return
    lost = state.defects.of(Quirk.WRITES_IN_PART, name)
    if lost is not None and lost in made.value:
        kept = copy.copy(made)
        kept.value = _without(state, made, lost)
        state.world.add(kept)
        return
    state.world.add(made)


def _without(state: State, thing: Thing, name: str) -> dict[str, Any]:
    """A thing's fields with one that is not what was sent: absent, or another value."""
    item = state.field_type(thing.contract, name)
    value = {key: each for key, each in thing.value.items() if key != name}
    if item is not None and not item.optional:
        for _ in range(8):
            other = state.maker.make(item.type, name)
            if other != thing.value.get(name):
                value[name] = other
                break
        else:
            value[name] = thing.value.get(name)
    return value


def _update(state: State, call: Call, effect: Effect, thing: Thing | None) -> Thing | None:
    name = call.endpoint.name
    if thing is None:
        if access.may_make(call.endpoint):
            _create(state, call, effect, None)
            return call.made
        return None
    target = _other(state, call, thing)
    lost = state.defects.of(Quirk.WRITES_IN_PART, name)
    if target is thing and lost is None and not state.defects.on(Quirk.LOSES_WRITE, name):
        before = (thing.version, dict(thing.value))
        changing.update(state, call, effect, thing)
        changing.taught(state, call, thing, effect.at or ())
        if state.defects.on(Quirk.KEEPS_VERSION, name):
            thing.version = before[0]
        return thing
    # The answer is about what the thing would be; what is kept is something else.
    seen = copy.copy(thing)
    seen.value, seen.sent = copy.deepcopy(thing.value), dict(thing.sent)
    changing.update(state, call, effect, seen)
    changing.taught(state, call, seen, effect.at or ())
    if target is not thing:
        changing.update(state, call, effect, target)
        changing.taught(state, call, target, effect.at or ())
    elif lost is not None:
        old = thing.value.get(lost, ABSENT)
        thing.value = dict(seen.value)
        thing.value.pop(lost, None)
        if old is not ABSENT:
            thing.value[lost] = old
    call.things[effect.contract] = seen
    return seen


def _other(state: State, call: Call, thing: Thing) -> Thing:
    """The thing that a write goes to: the one that is meant."""
    if not state.defects.on(Quirk.WRITES_ELSEWHERE, call.endpoint.name):
        return thing
    return next((each for each in state.world.of(thing.contract) if each is not thing), thing)


def _disturb(state: State, thing: Thing) -> None:
    """Change a thing where nothing has asked for it."""
    record = state.record_of(thing.contract)
    keys = {path[0] for path in state.keys_of(thing.contract)}
    for item in record.properties if record else ():
        if item.name in keys or item.name not in thing.value:
            continue
        other = _different(state, item.type, thing.value[item.name])
        if other is not None:
            thing.value[item.name] = other
            thing.version = state.world.next_number()
            return


def _different(state: State, type_: Type, value: Any) -> Any:
    """Another value of a type; None where none was found."""
    body = state.types.body_of(type_)
    candidates: list[Any] = []
    match body:
        case Union(options, _):
            candidates = [_made(state, option) for option in options]
        case Scalar(kind="bool"):
            candidates = [not value]
        case Scalar(kind="int" | "number" | "decimal") if isinstance(value, int):
            candidates = [value + 1, value - 1]
        case _:
            candidates = [_made(state, type_)]
    return next(
        (
            each
            for each in candidates
            if each not in (None, value) and state.types.fits(each, type_)
        ),
        None,
    )


def _made(state: State, type_: Type) -> Any:
    try:
        return state.maker.make(type_)
    except NoValueError:
        return None
