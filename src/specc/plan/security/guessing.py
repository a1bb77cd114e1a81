"""Secrets are not to be guessed: a log-in ends guesses, and has no password that everyone knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from specc.ir import nodes
from specc.ir.expressions import Const
from specc.plan.nodes import Call
from specc.plan.recipes import Recipes, UnreachableError
from specc.plan.security.attempts import secret_fields
from specc.plan.security.authentication import account_of
from specc.plan.security.identities import accounts, throw_away
from specc.plan.security.nodes import Probe, SecurityTest, Untested
from specc.semantics.types import Record, Scalar

_GUESSES = 100
"""Failures in a row that are the most, by NIST SP 800-63B, 5.2.2."""
_CODES = ("code", "otp", "pin", "reset_code", "verification_code", "token", "mfa_code", "totp")
_SHORT = 10
"""Characters of a code that can be guessed."""
_RESET = re.compile(r"reset|recover|forgot|verify|confirm|otp|mfa|2fa", re.I)
_NO_THROW_AWAY = (
    "no account can be lost: an actor that signs up with unique(...) before it logs in has one"
)


def log_ins(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """`auth.bruteforce`, `auth.enumeration_time` and `auth.default_credentials` of a log-in."""
    place = _refusal(endpoint)
    secrets = secret_fields(recipes, endpoint)
    if place is None or endpoint.effects or not secrets:
        return
    rules = ("auth.bruteforce", "auth.enumeration_time", "auth.default_credentials")
    try:
        call = recipes.call(endpoint)
    except UnreachableError as reason:
        yield Untested(endpoint.name, rules, place, str(reason))
        return
    account = account_of(recipes, endpoint, call)
    lost = throw_away(recipes, endpoint)
    if lost is None:
        yield Untested(endpoint.name, rules[:2], place, _NO_THROW_AWAY)
    else:
        yield _bruteforce(recipes, endpoint, call, secrets[0], place, lost)
    if account is None:
        why = "its body names no account"
        yield Untested(endpoint.name, rules[1:], place, why)
        return
    if lost is not None:
        yield SecurityTest(
            endpoint.name,
            ("auth.enumeration_time",),
            "takes_as_long",
            call,
            (("account", Const(account)), ("secret", Const(secrets[0]))),
            "A refusal takes as long whether there is such an account or not.",
            place,
            like=lost,
        )
    known = accounts(recipes, endpoint, account)
    yield SecurityTest(
        endpoint.name,
        ("auth.default_credentials",),
        "knows_no_default",
        call,
        (
            ("account", Const(account)),
            ("secret", Const(secrets[0])),
            *([("known", Const(list(known)))] if known else []),
        ),
        "No account has a password that software comes with.",
        place,
    )


def _bruteforce(
    recipes: Recipes, endpoint: nodes.Endpoint, call: Call, secret: str, place: str, lost: str
) -> SecurityTest:
    limit = recipes.limits.get(endpoint.name)
    count = max(_GUESSES, 0 if limit is None else 2 * limit.count + 1)
    return SecurityTest(
        endpoint.name,
        ("auth.bruteforce",),
        "ends_guesses",
        call,
        (("secret", Const(secret)), ("count", Const(count))),
        "Wrong passwords are not taken for ever.",
        place,
        like=lost,
    )


def _refusal(endpoint: nodes.Endpoint) -> str | None:
    """Where a log-in says that it refuses."""
    found = next((item for item in endpoint.returns if item.status == 401), None)
    return None if found is None or not endpoint.open else found.place


def resets(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """`reset.bruteforce` of what takes a short code that was sent to somebody."""
    rules = ("reset.bruteforce",)
    path = "".join(endpoint.path)
    if endpoint.body_type is None or not _RESET.search(f"{endpoint.name} {path}"):
        return
    body = recipes.examples(endpoint, frozenset()).body_of(endpoint.body_type)
    code = _code(recipes, endpoint, body) if isinstance(body, Record) else None
    if code is None:
        return
    try:
        call = recipes.call(endpoint, fresh=frozenset(recipes.producers))
    except UnreachableError as reason:
        yield Untested(endpoint.name, rules, endpoint.place, str(reason))
        return
    yield SecurityTest(
        endpoint.name,
        rules,
        "ends_guesses",
        call,
        (("secret", Const(code)), ("count", Const(_GUESSES)), ("once", Const(True))),
        "Wrong codes are not taken for ever.",
        endpoint.place,
        writes=True,
    )


def _code(recipes: Recipes, endpoint: nodes.Endpoint, body: Record) -> str | None:
    examples = recipes.examples(endpoint, frozenset())
    for item in body.properties:
        type_ = examples.body_of(item.type)
        if item.name.lower() not in _CODES or not isinstance(type_, Scalar):
            continue
        if type_.kind == "int" or (isinstance(type_.high, int) and type_.high <= _SHORT):
            return item.name
        lengths = [
            int(found) for text in type_.patterns for found in re.findall(r"\{(\d+)\}", text)
        ]
        if lengths and sum(lengths) <= _SHORT:
            return item.name
    return None
