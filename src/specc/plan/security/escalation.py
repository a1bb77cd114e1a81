"""Nobody takes a role by changing their own account."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.expressions import Const, Fields, Thing, walk
from specc.plan.derive.showing import own_reader_of, reader_of
from specc.plan.nodes import Call, values_of
from specc.plan.recipes import ANONYMOUS, Recipes, UnreachableError
from specc.plan.security.attempts import entitled
from specc.plan.security.nodes import Argument, Calls, Probe, SecurityTest, Untested
from specc.semantics.types import Literal, Record, Union

_RULES = ("authz.self_escalate",)
_ROLES = (
    "role",
    "user_role",
    "userRole",
    "user_type",
    "userType",
    "account_type",
    "group",
    "level",
)
_LISTS = ("roles", "groups", "permissions", "scopes", "authorities")
_FLAGS = ("is_admin", "isAdmin", "admin", "is_staff", "is_superuser", "superuser")
_MOST = 3
"""Calls of other roles that are tried before and after."""


def escalation(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """`authz.self_escalate` of what updates the caller's own account."""
    effect = endpoint.effect("updates")
    if effect is None or endpoint.body_form not in ("json", "form"):
        return
    if not effect.of_self and effect.contract not in recipes.owners:
        return
    try:
        call = entitled(recipes, endpoint)
    except UnreachableError as reason:
        yield Untested(endpoint.name, _RULES, effect.place, str(reason))
        return
    role = recipes.role_of(call.actor.removeprefix("new_"))
    if role is None or not isinstance(call.body, Fields):
        return
    claims = _claims(recipes, endpoint, effect.contract, role)
    if not claims:
        return
    named: list[tuple[str, Argument]] = [("claims", Fields(tuple(claims.items())))]
    look = None if _is_open(recipes, endpoint) else _look(recipes, effect, call)
    if look is not None:
        named.append(("reread", look))
    doors = tuple(_doors(recipes, role))
    if doors:
        named.append(("doors", Calls(doors)))
    if effect.at:
        named.append(("at", Const(list(effect.at))))
    yield SecurityTest(
        endpoint.name,
        _RULES,
        "takes_no_role",
        call,
        tuple(named),
        f"A {role} who changes their own {effect.contract} takes no other role by it.",
        effect.place,
        writes=True,
    )


def _claims(
    recipes: Recipes, endpoint: nodes.Endpoint, contract: str, own: str
) -> dict[str, Const]:
    """Fields by which services tell who may do what, with the claim of another role."""
    roles = [name for name, _ in recipes.suite.roles if name != own]
    highest = next((name for name in roles if "admin" in name.lower()), next(iter(roles), "admin"))
    claims = {
        **{name: Const(highest) for name in _ROLES},
        **{name: Const([highest]) for name in _LISTS},
        **{name: Const(True) for name in _FLAGS},
    }
    examples = recipes.examples(endpoint, frozenset())
    body = None if endpoint.body_type is None else examples.body_of(endpoint.body_type)
    for item in body.properties if isinstance(body, Record) else ():
        if not item.readonly:
            claims.pop(item.name, None)  # the spec lets a client set it
    type_ = recipes.types.get(contract)
    record = None if type_ is None else examples.body_of(type_)
    for item in record.properties if isinstance(record, Record) else ():
        if item.name not in claims or item.name not in _ROLES:
            continue
        own_type = examples.body_of(item.type)
        words = [
            option.value
            for option in (own_type.options if isinstance(own_type, Union) else (own_type,))
            if isinstance(option, Literal) and isinstance(option.value, str)
        ]
        others = [word for word in words if word.lower() != own.lower()]
        if others:
            admin = next((word for word in others if "admin" in word.lower()), others[-1])
            claims[item.name] = Const(admin)
    return claims


def _is_open(recipes: Recipes, endpoint: nodes.Endpoint) -> bool:
    """Whether any field may be sent: that one is kept tells nothing of what it is good for."""
    if endpoint.body_type is None:
        return False
    body = recipes.examples(endpoint, frozenset()).body_of(endpoint.body_type)
    return isinstance(body, Record) and body.open


def _look(recipes: Recipes, effect: nodes.Effect, call: Call) -> Call | None:
    shown = own_reader_of(recipes, effect.contract) or reader_of(recipes, effect.contract)
    if shown is None:
        return None
    try:
        reading = recipes.call(shown[0], fresh=frozenset({effect.contract}))
    except UnreachableError:
        return None
    return attrs.evolve(reading, actor=call.actor)


def _doors(recipes: Recipes, role: str) -> Iterator[Call]:
    """Reading calls that are for other roles alone, and that take nothing of anybody's."""
    count = 0
    for endpoint in recipes.suite.guarded:
        if endpoint.method != "GET" or endpoint.open or endpoint.owned:
            continue
        if role in endpoint.allowed or count == _MOST:
            continue
        try:
            call = recipes.call(endpoint)
        except UnreachableError:
            continue
        things = [item for value in values_of(call) for item in walk(value)]
        if call.actor != ANONYMOUS and not any(isinstance(item, Thing) for item in things):
            count += 1
            yield call
