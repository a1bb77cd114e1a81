"""Whoever is not entitled is refused: nobody in particular, other roles, strangers to the thing."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.credentials import Credential
from specc.ir.expressions import MADE_ANEW, Builtin, Const, Fields, walk
from specc.plan.derive.answers import asks_who
from specc.plan.derive.finding import Finding
from specc.plan.derive.touching import touched
from specc.plan.recipes import ANONYMOUS, Recipes, UnreachableError
from specc.semantics.types import Record

MADE_UP = "made_up_credential"
_IN_WORDS = {MADE_UP: "a made-up credential", "stranger": "a stranger"}


def refuses(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Finding]:
    """`x.refuses.anonymous`, `x.refuses.ROLE`, `x.refuses.stranger`, `x.refuses.wrong_SECRET`."""
    if endpoint.open:
        for kind in ("anonymous", "forbidden"):
            returned = endpoint.when(kind)
            if returned is not None:
                text = f"{kind} is answered {returned.status}"
                found = _found(endpoint, kind, returned.place, text)
                yield found.untested("everyone may call it: nobody is left to be refused")
        yield from _wrong_secret(recipes, endpoint)
        return
    yield from _anonymous(recipes, endpoint)
    yield from _forged(recipes, endpoint)
    yield from _roles(recipes, endpoint)
    yield from _stranger(recipes, endpoint)


def _declared(endpoint: nodes.Endpoint, *statuses: int) -> tuple[int, ...]:
    """Those of the statuses that the endpoint declares, else all of them."""
    declared = {item.status for item in endpoint.returns}
    return tuple(status for status in statuses if status in declared) or statuses


def _anonymous(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Finding]:
    returned = endpoint.when("anonymous")
    statuses = (returned.status,) if returned else _declared(endpoint, 401, 403)
    place = returned.place if returned else endpoint.as_place
    yield _refusal(recipes, endpoint, "anonymous", ANONYMOUS, statuses, place)


def _forged(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Finding]:
    """Who comes with a credential that nobody was given is nobody."""
    returned = endpoint.when("anonymous")
    wanted = _declared(endpoint, 401, 403)
    if returned is not None:
        # RFC 9110 has 401 for it, whatever is said where there is no credential at all.
        also = [status for status in wanted if status == 401]
        wanted = tuple(dict.fromkeys((returned.status, *also)))
    try:
        actor = recipes.call(endpoint, fresh=touched(endpoint)).actor
    except UnreachableError:
        return  # `refuses.anonymous` says so.
    if not _has_credential(recipes, actor.removeprefix("new_")):
        return
    place = returned.place if returned else endpoint.as_place
    yield _refusal(recipes, endpoint, MADE_UP, actor, wanted, place)


def _has_credential(recipes: Recipes, name: str) -> bool:
    """Whether an actor has a credential that it was given: not one that it has made up itself."""
    actor = next((item for item in recipes.suite.actors if item.name == name), None)
    given = [item for item in actor.entries if isinstance(item, Credential)] if actor else []
    return any(item.kind != "oauth2" for item in given) and not any(
        isinstance(value, Builtin) and value.name in MADE_ANEW
        for item in given
        for part in item.values
        for value in walk(part)
    )


def _wrong_secret(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Finding]:
    """Who comes with a secret, as to a login, must come with the right one."""
    returned = next((item for item in endpoint.returns if item.status == 401), None)
    if returned is None or not asks_who(endpoint) or endpoint.body_type is None:
        return
    examples = recipes.examples(endpoint, frozenset())
    body = examples.body_of(endpoint.body_type)
    try:
        call = recipes.call(endpoint)
    except UnreachableError:
        return  # `conforms` says so.
    for item in body.properties if isinstance(body, Record) else ():
        value = examples.of(item.type) if item.secret else None
        if not isinstance(value, Const) or not isinstance(call.body, Fields):
            continue
        text = f"a wrong {item.name} is refused with 401"
        found = _found(endpoint, f"wrong_{item.name}", returned.place, text)
        entries = tuple((key, value if key == item.name else old) for key, old in call.body.entries)
        step = attrs.evolve(call, body=Fields(entries)).expecting(returned)
        yield found.tested(f"test_refuses_wrong_{item.name}", step)


def _roles(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Finding]:
    returned = endpoint.when("forbidden")
    statuses = (returned.status,) if returned else _declared(endpoint, 403, 404, 401)
    place = returned.place if returned else endpoint.as_place
    found = False
    for role, actors in recipes.by_role.items():
        entitled = role in endpoint.allowed or any(
            recipes.role_of(recipes.owner_of(contract) or "") == role for contract in endpoint.owned
        )
        if entitled:
            continue
        # An actor that `as` names by itself is entitled, whatever its role.
        others = [actor for actor in actors if actor.name not in endpoint.allowed]
        if others:
            found = True
            yield _refusal(recipes, endpoint, role, others[0].name, statuses, place)
    if returned is not None and not found and not endpoint.owned:
        text = f"whoever lacks the role is answered {returned.status}"
        without = _found(endpoint, "forbidden", place, text)
        yield without.untested("every declared actor is entitled: declare one of another role")


def _stranger(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Finding]:
    for contract in endpoint.owned:
        owner = recipes.owner_of(contract)
        text = f"a stranger to the {contract} is refused"
        found = _found(endpoint, "stranger", endpoint.as_place, text)
        if owner is None:
            yield found.untested(f"no actor is known to own a {contract}")
            continue
        if recipes.role_of(owner) in endpoint.allowed:
            # The whole role may call it, so that nobody of it is a stranger.
            continue
        stranger = recipes.stranger_to(owner)
        if stranger is None:
            role = recipes.role_of(owner)
            yield found.untested(
                f"{role} has one actor only: a second one would be a stranger to {owner}'s"
            )
            continue
        # Who may not have a thing may be told that there is none.
        statuses = [
            item.status
            for item in endpoint.returns
            if any(
                condition.kind in ("forbidden", "unknown", "deleted")
                for condition in item.conditions
            )
        ]
        wanted = tuple(dict.fromkeys(statuses)) or _declared(endpoint, 403, 404)
        yield _refusal(recipes, endpoint, "stranger", stranger, wanted, endpoint.as_place)


def _refusal(
    recipes: Recipes,
    endpoint: nodes.Endpoint,
    who: str,
    actor: str,
    statuses: tuple[int, ...],
    place: str,
) -> Finding:
    text = f"{_IN_WORDS.get(who, who)} is refused with {' or '.join(map(str, statuses))}"
    found = _found(endpoint, who, place, text)
    try:
        call = recipes.call(endpoint, fresh=touched(endpoint))
    except UnreachableError as problem:
        return found.untested(problem)
    contracts = {item.status: item.contract for item in endpoint.returns}
    step = attrs.evolve(
        call,
        actor=actor,
        forged=who == MADE_UP,
        statuses=statuses,
        contract=contracts.get(statuses[0]) if len(statuses) == 1 else None,
    )
    return found.tested(f"test_refuses_{who}", step)


def _found(endpoint: nodes.Endpoint, who: str, place: str, text: str) -> Finding:
    return Finding(f"{endpoint.name}.refuses.{who}", "refuses", place, text)
