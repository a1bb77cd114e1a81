"""What an answer says: things where its type has them, what was sent where it has that field."""

from __future__ import annotations

from typing import Any

import attrs

from specc.mock.access import own_thing
from specc.mock.call import ABSENT, Call
from specc.mock.listing import body_source
from specc.mock.state import State
from specc.mock.values import NoValueError
from specc.mock.world import Thing
from specc.semantics.types import (
    ContractType,
    FieldType,
    ListOf,
    MapOf,
    Property,
    Record,
    Type,
    Union,
)


@attrs.frozen(eq=False)
class Composer:
    """Composes the body of one call's answer. `placed` are values that stand at certain places."""

    state: State
    call: Call
    placed: dict[tuple[str, ...], Any]

    def compose(self, type_: Type, path: tuple[str, ...] = (), echo: Any = ABSENT) -> Any:
        """A value of the type. `echo` is what was sent at the same place. Raises NoValueError."""
        if path in self.placed:
            return self.placed[path]
        found = self.source(type_)
        if found is not None:
            return found
        body = self.state.types.body_of(type_)
        inside = any(place[: len(path)] == path for place in self.placed)
        match body:
            case Record() if inside or len(path) < 4:
                return self._record(body, path, echo)
            case Union(options, _) if inside:
                return self.compose(options[0], path, echo)
            case _:
                return self.state.maker.make(type_, path[-1] if path else "", self.source)

    def _record(self, record: Record, path: tuple[str, ...], echo: Any) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for item in record.properties:
            if item.writeonly or item.secret:
                continue
            value = self._field(item, (*path, item.name), echo)
            if value is not ABSENT:
                made[item.name] = value
        return made

    def _field(self, item: Property, path: tuple[str, ...], echo: Any) -> Any:
        if any(place[: len(path)] == path for place in self.placed):
            inner = echo.get(item.name, ABSENT) if isinstance(echo, dict) else ABSENT
            return self.compose(item.type, path, inner)
        known = self._known(item, echo)
        if known is not ABSENT:
            return known
        if not item.optional:
            return self.compose(item.type, path)
        return self._perhaps(item, path)

    def _perhaps(self, item: Property, path: tuple[str, ...]) -> Any:
        """A value for a field that may be absent, every second time: clients must bear both."""
        goes_on = path == body_source(self.call.endpoint)
        if goes_on or not self.state.world.next_turn(self.call.endpoint.name, path):
            return ABSENT
        try:
            return self.compose(item.type, path)
        except NoValueError:
            return ABSENT

    def _known(self, item: Property, echo: Any) -> Any:
        """What was sent under a field's name, in the body or as a parameter, or the thing has."""
        call = self.call
        candidates = [echo.get(item.name, ABSENT)] if isinstance(echo, dict) else []
        candidates.append(call.params.get(item.name, ABSENT))
        thing = call.made or call.subject
        if thing is not None and not any(
            effect.kind == "lists" for effect in call.endpoint.effects
        ):
            candidates.append(thing.value.get(item.name, ABSENT))
        for value in candidates:
            if value is not ABSENT and self.state.types.fits(value, item.type):
                return shown(self.state, value, item.type)
        return ABSENT

    def source(self, type_: Type) -> Any:
        """The thing of a contract, or its field, if the call is about one; None if it isn't."""
        match type_:
            case ContractType(symbol):
                thing = self._thing(self.state.suite.names.get(symbol, ""))
                return None if thing is None else rendered(self.state, thing, type_)
            case FieldType(contract, field, _):
                thing = self._thing(self.state.suite.names.get(contract, ""))
                return None if thing is None else thing.field(tuple(field.split(".")))
            case _:
                return None

    def _thing(self, contract: str) -> Thing | None:
        call = self.call
        if call.made is not None and call.made.contract == contract:
            return call.made
        if contract in call.things:
            return call.things[contract]
        principal = call.principal
        account = None if principal is None else principal.account
        return account if account is not None and account.contract == contract else None


def rendered(state: State, thing: Thing, type_: Type) -> Any:
    """A thing as a type shows it. What it lacks is made once, and kept."""
    record = state.types.body_of(type_)
    if isinstance(record, Union):
        record = _option(state, thing.value, record)
    if not isinstance(record, Record):
        return shown(state, thing.value, type_)
    found: dict[str, Any] = {}
    for item in record.properties:
        if item.writeonly or item.secret:
            continue
        if item.name not in thing.value:
            beside = state.field_type(thing.contract, item.name) is None
            sent = thing.sent.get(item.name, ABSENT) if beside else ABSENT
            if sent is not ABSENT and not item.readonly and state.types.fits(sent, item.type):
                thing.value[item.name] = sent
            elif item.optional:
                continue
            else:
                thing.value[item.name] = made_for(state, thing, item)
        found[item.name] = shown(state, thing.value[item.name], item.type)
    return found


def made_for(state: State, thing: Thing, item: Property) -> Any:
    """A value for a field of a thing that only the server decides."""

    def source(type_: Type) -> Any:
        match type_:
            case FieldType(contract, field, _):
                parent = thing.parents.get(state.suite.names.get(contract, ""))
                return None if parent is None else parent.field(tuple(field.split(".")))
            case ContractType(symbol):
                return _relative(state, thing, state.suite.names.get(symbol, ""), type_)
            case _:
                return None

    return state.maker.field(item, source)


def _relative(state: State, thing: Thing, contract: str, type_: Type) -> Any:
    """What a thing shows of another contract: what it is under, or whoever made it."""
    parent = thing.parents.get(contract)
    if parent is not None:
        return rendered(state, parent, type_)
    owner = thing.owner
    if owner is None or contract == thing.contract:
        return None
    is_account = owner.account is not None and owner.account.contract == contract
    return rendered(state, own_thing(state, owner, contract), type_) if is_account else None


def shown(state: State, value: Any, type_: Type, depth: int = 0) -> Any:
    """A value without what no answer may hold."""
    if depth > 40:
        return value
    body = state.types.body_of(type_)
    match body:
        case Record(properties, is_open) if isinstance(value, dict):
            named = {item.name: item for item in properties}
            return {
                name: shown(state, inner, named[name].type, depth + 1) if name in named else inner
                for name, inner in value.items()
                if (not (named[name].secret or named[name].writeonly) if name in named else is_open)
            }
        case ListOf(item=item) if isinstance(value, list):
            return [shown(state, inner, item, depth + 1) for inner in value]
        case MapOf(inner_type) if isinstance(value, dict):
            return {key: shown(state, inner, inner_type, depth + 1) for key, inner in value.items()}
        case Union() if isinstance(value, dict | list):
            return shown(state, value, _option(state, value, body), depth + 1)
        case _:
            return value


def completed(state: State, value: Any, type_: Type, depth: int = 0) -> Any:
    """What was sent, with what only the server decides added at every depth."""
    if depth > 40:
        return value
    body = state.types.body_of(type_)
    match body:
        case Record(properties, _) if isinstance(value, dict):
            made = {}
            for item in properties:
                if item.name in value and not item.readonly:
                    made[item.name] = completed(state, value[item.name], item.type, depth + 1)
                elif item.readonly and not item.optional:
                    made[item.name] = state.maker.make(item.type, item.name)
            return {**({} if not body.open else value), **made}
        case ListOf(item=inner) if isinstance(value, list):
            return [completed(state, each, inner, depth + 1) for each in value]
        case MapOf(inner) if isinstance(value, dict):
            return {key: completed(state, each, inner, depth + 1) for key, each in value.items()}
        case Union() if isinstance(value, dict | list):
            return completed(state, value, _option(state, value, body), depth + 1)
        case _:
            return value


def _option(state: State, value: Any, union: Union) -> Type:
    """The option of a union that a value is of."""
    for option in union.options:
        if state.types.fits(value, option):
            return option
    return union.options[0]
