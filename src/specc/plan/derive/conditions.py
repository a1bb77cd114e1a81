"""The other conditions of `when`: unknown, repeated, deleted, stale, unchanged, rate exceeded."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.expressions import MADE_ANEW, Builtin, Captured, Const, Fields, Value
from specc.plan.derive.finding import Finding
from specc.plan.derive.touching import touched
from specc.plan.derive.versions import stale, unchanged
from specc.plan.examples import Examples
from specc.plan.nodes import Burst, Call, Keep
from specc.plan.recipes import Recipes, UnreachableError
from specc.semantics.types import Record, Scalar, Type


def conditions(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Finding]:
    """`x.unknown.PARAM`, `x.repeated`, `x.deleted`, `x.stale`, `x.unchanged`, `x.rate_exceeded`."""
    for returned in endpoint.returns:
        for condition in returned.conditions:
            match condition.kind:
                case "unknown":
                    yield _unknown(recipes, endpoint, returned, condition.parameter or "")
                case "repeated":
                    yield _repeated(recipes, endpoint, returned)
                case "deleted":
                    yield _deleted(recipes, endpoint, returned)
                case "stale":
                    yield stale(recipes, endpoint, returned)
                case "unchanged":
                    yield unchanged(recipes, endpoint, returned)
                case "rate exceeded":
                    yield _rate(recipes, endpoint, returned)
                case _:
                    pass


def _found(endpoint: nodes.Endpoint, kind: str, returned: nodes.Return, text: str) -> Finding:
    """The finding of a kind; what follows a dot in it is not part of the kind."""
    return Finding(f"{endpoint.name}.{kind}", kind.partition(".")[0], returned.place, text)


def _unknown(
    recipes: Recipes, endpoint: nodes.Endpoint, returned: nodes.Return, name: str
) -> Finding:
    text = f"an unknown {name} is answered {returned.status}"
    found = _found(endpoint, f"unknown.{name}", returned, text)
    try:
        call = recipes.call(endpoint)
    except UnreachableError as problem:
        return found.untested(problem)
    parameter = next((item for item in endpoint.parameters if item.name == name), None)
    value = None
    if parameter is not None:
        value = unknown_value(parameter.type, recipes.examples(endpoint, frozenset()))
    if value is None:
        return found.untested(f"no value of {name} is sure to be unknown")
    params = tuple((key, value if key == name else given) for key, given in call.params)
    if name not in dict(params):
        params = (*params, (name, value))
    step = attrs.evolve(call, params=params).expecting(returned)
    return found.tested(f"test_unknown_{name}", step)


def unknown_value(type_: Type, examples: Examples) -> Value | None:
    """A value of the type that nothing is known by."""
    body = examples.body_of(type_)
    if not isinstance(body, Scalar):
        return None
    match body.kind:
        case "uuid":
            return Builtin("uuid", (), "")
        case "int":
            high = body.high if isinstance(body.high, int) else 2_000_000_011
            return Const(high)
        case "email":
            return Builtin("unique_email", (), "")
        case "string" if not body.patterns:
            low = body.low if isinstance(body.low, int) else 0
            longest = body.high if isinstance(body.high, int) else 80
            return (
                Builtin("unique", (Const("unknown"),), "") if low <= 12 and longest >= 24 else None
            )
        case "string" | "hostname":
            return attrs.evolve(examples, unique=False).of(body)
        case _:
            return None


def _repeated(recipes: Recipes, endpoint: nodes.Endpoint, returned: nodes.Return) -> Finding:
    text = f"the same call a second time is answered {returned.status}"
    found = _found(endpoint, "repeated", returned, text)
    try:
        call = recipes.call(endpoint, fresh=touched(endpoint))
    except UnreachableError as problem:
        return found.untested(problem)
    kept, call = the_same(call)
    return found.tested("test_repeated", *kept, call, call.expecting(returned))


def the_same(call: Call) -> tuple[tuple[Keep, ...], Call]:
    """The call with what would be another value each time made once, before it."""
    kept: list[Keep] = []

    def keep(value: Value) -> Value:
        if not (isinstance(value, Builtin) and value.name in MADE_ANEW):
            return value
        capture = "same" if not kept else f"same_{len(kept) + 1}"
        kept.append(Keep(capture, value))
        return Captured(capture)

    same = call.replaced(keep)
    return tuple(kept), same


def _deleted(recipes: Recipes, endpoint: nodes.Endpoint, returned: nodes.Return) -> Finding:
    text = f"after the thing is gone, the call is answered {returned.status}"
    found = _found(endpoint, "deleted", returned, text)
    fed = [
        item.feed.contract
        for item in endpoint.parameters
        if item.feed is not None and (item.place_in == "path" or item.required)
    ]
    for contract in reversed(fed):
        remover, _ = next(iter(recipes.by_effect.get(("deletes", contract), ())), (None, None))
        if remover is None:
            continue
        fresh = frozenset({contract})
        try:
            removal = recipes.call(remover, fresh=fresh)
            call = recipes.call(endpoint, fresh=fresh)
        except UnreachableError as problem:
            return found.untested(problem)
        return found.tested("test_deleted", removal, call.expecting(returned))
    return found.untested(f"nothing deletes {' or '.join(fed) or 'what it is about'}")


def _rate(recipes: Recipes, endpoint: nodes.Endpoint, returned: nodes.Return) -> Finding:
    text = f"too many calls are answered {returned.status}"
    found = _found(endpoint, "rate_exceeded", returned, text)
    limit = recipes.limits.get(endpoint.name)
    if limit is None:
        return found.untested(
            f"how many are too many is not said: `rate limit {endpoint.name} 30/min per account` "
            "in a security block says it"
        )
    if limit.per != "account":
        return found.untested(f"a limit per {limit.per} would lock the other tests out")
    if limit.count > 1000:
        return found.untested(f"{limit.count} calls are a load test")
    try:
        call = recipes.call(endpoint)
    except UnreachableError as problem:
        return found.untested(problem)
    account = _account(recipes, endpoint, call)
    if account is None:
        return found.untested("its body names no account that could be a throw-away one")
    burst = Burst(call.actor, endpoint.name, call.params, account, limit.count + 1, returned.status)
    return found.tested("test_rate_exceeded", burst)


_ACCOUNTS = ("email", "username", "user", "login", "account", "name", "phone")


def _account(recipes: Recipes, endpoint: nodes.Endpoint, call: Call) -> Value | None:
    """The body with an account that nobody else uses, so that only it is locked out."""
    if endpoint.body_type is None or not isinstance(call.body, Fields):
        return None
    examples = recipes.examples(endpoint, frozenset())
    record = examples.body_of(endpoint.body_type)
    if not isinstance(record, Record):
        return None
    candidates = sorted(
        (item for item in record.properties if item.name in dict(call.body.entries)),
        key=lambda item: _ACCOUNTS.index(item.name) if item.name in _ACCOUNTS else 99,
    )
    for item in candidates:
        value = unknown_value(item.type, examples)
        if item.name in _ACCOUNTS and isinstance(value, Builtin):
            return Fields(
                tuple(
                    (key, value if key == item.name else given) for key, given in call.body.entries
                )
            )
    return None
