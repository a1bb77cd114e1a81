"""Whoever does not prove who they are is refused."""

from __future__ import annotations

from collections.abc import Iterator

from specc.ir import nodes
from specc.ir.expressions import Const, Fields
from specc.plan.nodes import Call
from specc.plan.recipes import ANONYMOUS, Recipes, UnreachableError
from specc.plan.security.attempts import (
    ACCOUNTS,
    SAFE,
    account_holder,
    entitled,
    first_closed,
    reread,
    secret_fields,
)
from specc.plan.security.nodes import Argument, Probe, SecurityTest, Untested
from specc.semantics.types import Record

_CREDENTIALS = ("auth.missing", "auth.malformed", "auth.garbage")
_TOKENS = (
    "jwt.signature_ignored",
    "jwt.alg_none",
    "jwt.empty_key",
    "jwt.weak_secret",
    "jwt.key_confusion",
    "jwt.header_key",
    "jwt.expired",
)


_EACH = tuple(rule for rule in _TOKENS if rule != "jwt.weak_secret")
"""Those that each endpoint may break by itself; a service's tokens have one key."""


def authentication(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """`auth.*` and `jwt.*` where not everyone may call, `auth.enumeration` of a login."""
    if endpoint.open:
        yield from _enumeration(recipes, endpoint)
        return
    place = endpoint.as_place
    bearers = {
        actor.name
        for actor in recipes.suite.actors
        if any(
            getattr(entry, "kind", "") in ("bearer", "oauth2", "cookie") for entry in actor.entries
        )
    }
    try:
        call = entitled(recipes, endpoint)
    except UnreachableError as reason:
        yield Untested(endpoint.name, (*_CREDENTIALS, *_TOKENS), place, str(reason))
        return
    if call.actor == ANONYMOUS:
        return
    look = reread(recipes, endpoint, call)
    others: tuple[tuple[str, Argument], ...] = () if look is None else (("reread", look),)
    writes = endpoint.method not in SAFE
    doc = "Who does not prove who they are is refused."
    yield SecurityTest(
        endpoint.name,
        _CREDENTIALS,
        "refuses_without_proof",
        call,
        others,
        doc,
        place,
        writes=writes,
    )
    if call.actor.removeprefix("new_") in bearers:
        doc = "A token that the service has not signed is refused."
        rules = _TOKENS if first_closed(recipes, endpoint) else _EACH
        yield SecurityTest(
            endpoint.name, rules, "refuses_forged", call, others, doc, place, writes=writes
        )


def _enumeration(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """A login, which says 401 to a wrong secret, or what else is about an account by its name."""
    returned = next((item for item in endpoint.returns if item.status == 401), None)
    secrets = secret_fields(recipes, endpoint)
    if endpoint.effects or endpoint.body_type is None:
        return
    if not secrets:
        yield from _named(recipes, endpoint)
        return
    if returned is None:
        return
    rules = ("auth.enumeration",)
    try:
        call = recipes.call(endpoint)
    except UnreachableError as reason:
        yield Untested(endpoint.name, rules, returned.place, str(reason))
        return
    account = account_of(recipes, endpoint, call)
    if account is None:
        why = "its body names no account: a field called " + ", ".join(ACCOUNTS)
        yield Untested(endpoint.name, rules, returned.place, why)
        return
    doc = "A refusal does not tell whether there is such an account."
    others: tuple[tuple[str, Argument], ...] = (
        ("account", Const(account)),
        ("secret", Const(secrets[0])),
    )
    yield SecurityTest(endpoint.name, rules, "hides_accounts", call, others, doc, returned.place)


def _named(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """What anyone may ask for an account, such as a new password."""
    try:
        call = recipes.call(endpoint)
    except UnreachableError:
        return  # what else is asked of the endpoint says so
    account = account_of(recipes, endpoint, call)
    if account is None or account_holder(recipes, endpoint) is None:
        return
    yield SecurityTest(
        endpoint.name,
        ("auth.enumeration",),
        "hides_accounts",
        call,
        (("account", Const(account)),),
        "The answer does not tell whether there is such an account.",
        endpoint.place,
    )


def account_of(recipes: Recipes, endpoint: nodes.Endpoint, call: Call) -> str | None:
    """The field that names the account; the first text beside the secret, if none is so called."""
    assert endpoint.body_type is not None
    body = recipes.examples(endpoint, frozenset()).body_of(endpoint.body_type)
    if not isinstance(body, Record) or not isinstance(call.body, Fields):
        return None
    given = dict(call.body.entries)
    names = [item.name for item in body.properties if item.name in given and not item.secret]
    named = sorted(
        (name for name in names if name.lower() in ACCOUNTS),
        key=lambda name: ACCOUNTS.index(name.lower()),
    )
    return next(iter(named), None)
