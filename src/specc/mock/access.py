"""Who may call, and on which things."""

from __future__ import annotations

from functools import partial

from specc.ir.nodes import Endpoint, Parameter
from specc.mock.call import Call, Refusal
from specc.mock.defects import Quirk
from specc.mock.state import State
from specc.mock.world import Principal, Thing

ACCOUNTS = ("email", "username", "user", "login", "account", "name", "phone")


def who(state: State, call: Call) -> Refusal | None:
    """Find out who calls; a refusal where nobody in particular may not."""
    trusting = state.defects.on(Quirk.TRUSTS_ANY_CREDENTIAL, call.endpoint.name)
    call.principal = state.identities.caller(
        call.request, trusting=partial(_in_role, call.endpoint) if trusting else None
    )
    if call.principal is None and not call.endpoint.open:
        return Refusal("anonymous", None, (401, 403), "log in first")
    return None


def role(_state: State, call: Call) -> Refusal | None:
    """A refusal where only roles count, and the caller has none of them."""
    if call.endpoint.open or call.endpoint.owned or _in_role(call.endpoint, call.principal):
        return None
    return _FORBIDDEN


_FORBIDDEN = Refusal("forbidden", None, (403, 404, 401), "you may not do that")


def _in_role(endpoint: Endpoint, principal: Principal | None) -> bool:
    return principal is not None and (
        principal.role in endpoint.allowed or principal.actor in endpoint.allowed
    )


def selects(state: State, endpoint: Endpoint, parameter: Parameter) -> bool:
    """Whether a parameter names the thing that a call is about."""
    feed = parameter.feed
    if feed is None:
        return False
    if parameter.place_in == "path":
        return True
    return parameter.required and any(
        effect.contract == feed.contract and effect.kind in ("reads", "updates", "deletes")
        for effect in endpoint.effects
    )


def things(state: State, call: Call) -> Refusal | None:
    """Find the things that a call names; a refusal where one is unknown or gone."""
    for parameter in call.endpoint.parameters:
        if not selects(state, call.endpoint, parameter) or parameter.feed is None:
            continue
        contract = parameter.feed.contract
        value = call.params[parameter.name]
        found = _find(state, call, contract, parameter.feed.path, value)
        if found is None:
            refusal = _not_there(state, call, parameter, value)
            if refusal is not None:
                return refusal
        else:
            call.things.pop(contract, None)
            call.things[contract] = found
    for effect in call.endpoint.effects:
        if effect.of_self and effect.kind != "lists" and call.principal is not None:
            if call.principal.gone:
                return Refusal("anonymous", None, (401, 404, 403), "the account is gone")
            call.things[effect.contract] = own_thing(state, call.principal, effect.contract)
    return None


def _find(
    state: State, call: Call, contract: str, path: tuple[str, ...], value: object
) -> Thing | None:
    name = call.endpoint.name
    every = state.defects.on(Quirk.STILL_READABLE, name) or _deleter_keeps(state, contract)
    known = state.world.all_of(contract) if every else state.world.of(contract)
    anywhere = state.defects.on(Quirk.IGNORES_PARENT, name)
    found = [
        thing
        for thing in known
        if thing.field(path) == value and (anywhere or thing.under(call.things))
    ]
    return found[0] if found else None


def _deleter_keeps(state: State, contract: str) -> bool:
    """Whether what an endpoint deletes goes on being shown by those that read it."""
    defect = state.defects.defect
    if defect is None or defect.quirk is not Quirk.STILL_READABLE:
        return False
    endpoint = state.endpoints[defect.endpoint]
    return any(item.kind == "deletes" and item.contract == contract for item in endpoint.effects)


def _not_there(state: State, call: Call, parameter: Parameter, value: object) -> Refusal | None:
    endpoint = call.endpoint
    feed = parameter.feed
    assert feed is not None
    if may_be_made(endpoint, parameter):
        return None
    if state.defects.on(Quirk.FAILS_ON_UNKNOWN, endpoint.name):
        return Refusal("fault", None, (500,), "something went wrong")
    made_up = state.defects.of(Quirk.MAKES_UP_UNKNOWN, endpoint.name)
    if made_up == parameter.name:
        if (
            parameter
            is not [item for item in endpoint.parameters if selects(state, endpoint, item)][-1]
        ):
            return None  # what it leads to is shown, whatever it is called to be under
        call.things[feed.contract] = _made_up(state, call, feed.contract, feed.path, value)
        return None
    was_there = any(
        thing.field(feed.path) == value and thing.gone
        for thing in state.world.all_of(feed.contract)
    )
    if was_there:
        deletes = any(
            item.kind == "deletes" and item.contract == feed.contract for item in endpoint.effects
        )
        for kind in ("deleted", "repeated") if deletes else ("deleted",):
            if endpoint.when(kind) is not None:
                return Refusal(kind, None, (410, 404), "it is gone")
    return Refusal("unknown", parameter.name, (404, 410, 403), "there is no such thing")


def may_be_made(endpoint: Endpoint, parameter: Parameter) -> bool:
    """Whether a PUT of what isn't there makes it: where 201 is declared, and unknown is not."""
    return (
        endpoint.method == "PUT"
        and any(item.status == 201 for item in endpoint.returns)
        and endpoint.effect("updates") is not None
        and endpoint.when("unknown", parameter.name) is None
        and parameter is [item for item in endpoint.parameters if item.place_in == "path"][-1]
    )


def _made_up(
    state: State, call: Call, contract: str, path: tuple[str, ...], value: object
) -> Thing:
    """A thing that nobody made, with what was asked for as its key."""
    record = state.record_of(contract)
    made = {} if record is None else state.maker.record(record, {path[0]: value})
    return Thing(contract, 0, made, owner=call.principal, parents=dict(call.things))


def own_thing(state: State, principal: Principal, contract: str) -> Thing:
    """The thing of a contract that someone is or has; made of what is known, if there is none."""
    account = principal.account
    lost = account is not None and state.defects.on(Quirk.LOSES_WRITE, account.maker)
    if account is not None and account.contract == contract and not lost:
        kept = (each for each in state.world.of(contract) if each.number == account.number)
        return next(kept, account)
    for thing in state.world.of(contract):
        if thing.owner is principal:
            return thing
    record = state.record_of(contract)
    known = {
        item.name: principal.known[item.name]
        for item in (record.properties if record else ())
        if state.types.fits(principal.known.get(item.name), item.type)
        and item.name in principal.known
    }
    value = {} if record is None else state.maker.record(record, known)
    thing = Thing(
        contract, state.world.next_number(), value, owner=principal, version=state.world.numbers
    )
    principal.account = principal.account or thing
    state.world.add(thing)
    return thing


def owner(state: State, call: Call) -> Refusal | None:
    """A refusal where the caller is neither in a role that may, nor the owner."""
    endpoint = call.endpoint
    if not endpoint.owned or endpoint.open or _in_role(endpoint, call.principal):
        return None
    if state.defects.on(Quirk.IGNORES_OWNER, endpoint.name):
        return None
    for contract in endpoint.owned:
        thing = _owned(call, contract)
        if thing is None and not call.things and call.principal is not None:
            thing = own_thing(state, call.principal, contract)
        if thing is not None and thing.owner is call.principal and call.principal is not None:
            return None
        if thing is None and may_make(endpoint):
            return None
    owners = {
        thing.owner.role
        for contract in endpoint.owned
        if (thing := _owned(call, contract)) is not None and thing.owner is not None
    }
    if call.principal is not None and call.principal.role in owners:
        named = next(
            (
                parameter.name
                for parameter in reversed(endpoint.parameters)
                if parameter.feed is not None and parameter.feed.contract in endpoint.owned
            ),
            None,
        )
        return Refusal("stranger", named, (403, 404, 401), "it is not yours")
    return _FORBIDDEN


def meant(state: State, call: Call) -> None:
    """Take the things that a call names for those that it is about."""
    name = call.endpoint.name
    about = {effect.contract for effect in call.endpoint.effects}
    for contract, thing in call.things.items():
        if contract not in about:
            continue
        if state.defects.on(Quirk.WRONG_THING, name):
            others = (each for each in state.world.of(contract) if each is not thing)
            call.things[contract] = next(others, thing)
        elif state.defects.on(Quirk.OTHERS_THING, name):
            others = (each for each in state.world.of(contract) if each.owner is not thing.owner)
            call.things[contract] = next(others, thing)


def may_make(endpoint: Endpoint) -> bool:
    """Whether a call makes the thing that its last parameter names, if it isn't there."""
    path = [item for item in endpoint.parameters if item.place_in == "path"]
    return bool(path) and may_be_made(endpoint, path[-1])


def _owned(call: Call, contract: str) -> Thing | None:
    if contract in call.things:
        return call.things[contract]
    return next(
        (thing.parents[contract] for thing in call.things.values() if contract in thing.parents),
        None,
    )


def may_see(state: State, principal: Principal | None, thing: Thing) -> bool:
    """Whether someone may be shown a thing in a list: who may read it may."""
    readers = state.readers_of(thing.contract)
    if not readers or thing.owner is None:
        return True
    return thing.owner is principal or any(
        reader.open
        or _in_role(reader, principal)
        or (
            reader.owned
            and thing.contract not in reader.owned
            and any(
                parent.owner is principal
                for contract, parent in thing.parents.items()
                if contract in reader.owned
            )
        )
        for reader in readers
    )
