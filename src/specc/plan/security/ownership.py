"""What belongs to one actor is out of reach for another of the same role."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.expressions import Const, Thing
from specc.plan.derive.showing import identity, lister_of
from specc.plan.nodes import Call, things_in
from specc.plan.recipes import ANONYMOUS, Recipes, UnreachableError
from specc.plan.security.apart import apart
from specc.plan.security.attempts import SAFE, alive, entitled, reread, seen_by_owner
from specc.plan.security.nodes import Argument, Probe, SecurityTest, Untested, Who
from specc.plan.security.optional import optional_references
from specc.plan.security.shows import shows_one, shows_own


def ownership(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """`bola.read`, `bola.write`, `bola.body_reference` and `bola.list`."""
    yield from _owned(recipes, endpoint)
    yield from _referred(recipes, endpoint)
    yield from _listed(recipes, endpoint)


def _owned(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    rules = ("bola.read",) if endpoint.method in SAFE else ("bola.write",)
    for contract in endpoint.owned:
        owner = recipes.owner_of(contract)
        if owner is not None and recipes.role_of(owner) in endpoint.allowed:
            continue  # the whole role may call it
        stranger = None if owner is None else recipes.stranger_to(owner)
        if stranger is None:
            why = (
                f"no actor is known to own a {contract}"
                if owner is None
                else f"{recipes.role_of(owner)} has one actor only: declare a second one, "
                f"who is a stranger to {owner}'s"
            )
            yield Untested(endpoint.name, rules, endpoint.as_place, why)
            continue
        try:
            call = entitled(recipes, endpoint)
        except UnreachableError as reason:
            yield Untested(endpoint.name, rules, endpoint.as_place, str(reason))
            continue
        look = reread(recipes, endpoint, call)
        named: tuple[tuple[str, Argument], ...] = (("intruder", Who(stranger)),)
        if look is not None:
            named = (*named, ("reread", look))
        named = (*named, *alive(recipes, stranger))
        yield SecurityTest(
            endpoint.name,
            rules,
            "refuses_intruder",
            call,
            named,
            f"A stranger has no access to {owner}'s {contract}.",
            endpoint.as_place,
            writes=endpoint.method not in SAFE,
        )
        return


def _private(recipes: Recipes, contract: str) -> tuple[nodes.Endpoint, str, str] | None:
    """The reader of a contract's things, their owner and a stranger; None if they are not private.

    They are where only their owner may read one of them, or everybody reads their own.
    """
    shown = next(shows_one(recipes, contract), None)
    if shown is None:
        own = next(shows_own(recipes, contract), None)
        owner = recipes.owner_of(contract) if contract in recipes.owners else None
        stranger = None if owner is None else recipes.stranger_to(owner)
        if own is None or owner is None or stranger is None:
            return None
        return own[0], owner, stranger
    if contract not in shown[0].owned:
        return None
    owner = recipes.owner_of(contract)
    if owner is None or recipes.role_of(owner) in shown[0].allowed:
        return None
    stranger = recipes.stranger_to(owner)
    return None if stranger is None else (shown[0], owner, stranger)


def _referred(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """A thing that is named in a body or query, by a caller who may make the call as such."""
    if endpoint.owned:
        return
    try:
        call = entitled(recipes, endpoint)
    except UnreachableError:
        return  # what else is asked of the endpoint says so
    in_path = {item.name for item in endpoint.parameters if item.place_in == "path"}
    path_things = {
        thing.contract
        for name, value in call.params
        if name in in_path
        for thing in things_in(Call("", "", ((name, value),)))
    }
    offered = optional_references(recipes, endpoint, call)
    named = [thing.contract for thing in things_in(call)]
    for contract in dict.fromkeys([*named, *offered]):
        found = _private(recipes, contract)
        if found is None or contract in path_things:
            continue
        reader, owner, stranger = found
        if not (endpoint.open or recipes.role_of(stranger) in endpoint.allowed):
            continue
        fresh = frozenset({contract})
        try:
            own = apart(recipes, recipes.call(endpoint, fresh=fresh))
            if contract not in named:
                own = offered[contract](own)
            look = seen_by_owner(recipes, contract) or recipes.call(reader, fresh=fresh)
        except UnreachableError:
            continue
        owners = look.actor
        attempt = attrs.evolve(own, actor=owners)
        yield SecurityTest(
            endpoint.name,
            ("bola.body_reference",),
            "reaches_only_own",
            attempt,
            (("intruder", Who(stranger)), ("reread", look), *alive(recipes, stranger)),
            f"A stranger who refers to {owner}'s {contract} does not reach it.",
            endpoint.place,
            contract if len(path_things) > 1 else "",
            writes=endpoint.method not in SAFE,
        )


def _listed(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    for effect in endpoint.effects:
        if effect.kind != "lists":
            continue
        contract = effect.contract
        found = _private(recipes, contract)
        key = identity(recipes, contract)
        lister = lister_of(recipes, contract)
        if found is None or key is None or lister is None:
            continue
        _, owner, stranger = found
        if not (endpoint.open or recipes.role_of(stranger) in endpoint.allowed):
            continue
        rules = ("bola.list",)
        try:
            set_up = recipes.set_up(contract, True, frozenset({contract}))
            call = recipes.call(endpoint)
        except UnreachableError as reason:
            yield Untested(endpoint.name, rules, effect.place, str(reason))
            continue
        if set_up is None or call.actor == ANONYMOUS:
            continue
        thing = Thing(contract, (*set_up.path, *key), True)
        yield SecurityTest(
            endpoint.name,
            rules,
            "lists_only_own",
            attrs.evolve(call, actor=set_up.owner),
            (("intruder", Who(stranger)), ("canary", thing), ("key", Const(key[-1]))),
            f"A stranger's list does not show {owner}'s new {contract}.",
            effect.place,
        )
