"""The other conditions of `when`: unknown, repeated, deleted, stale, unchanged, rate exceeded."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.expressions import Builtin, Captured, Const, Fields, Items, Template, Value
from specc.plan.derive.conforms import touched
from specc.plan.derive.finding import Finding
from specc.plan.derive.versions import stale, unchanged
from specc.plan.examples import Examples
from specc.plan.nodes import Burst, Call, DerivedStep, DerivedTest, Keep
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


def _found(
    identifier: str,
    kind: str,
    returned: nodes.Return,
    text: str,
    function: str,
    steps: tuple[DerivedStep, ...],
) -> Finding:
    doc = text[0].upper() + text[1:] + "."
    test = DerivedTest(function, identifier, returned.place, doc, steps)
    return Finding(identifier, kind, returned.place, text, test)


def _unknown(
    recipes: Recipes, endpoint: nodes.Endpoint, returned: nodes.Return, name: str
) -> Finding:
    identifier = f"{endpoint.name}.unknown.{name}"
    text = f"an unknown {name} is answered {returned.status}"
    try:
        call = recipes.call(endpoint)
    except UnreachableError as problem:
        return Finding(identifier, "unknown", returned.place, text, reason=str(problem))
    parameter = next((item for item in endpoint.parameters if item.name == name), None)
    value = None
    if parameter is not None:
        value = unknown_value(parameter.type, recipes.examples(endpoint, frozenset()))
    if value is None:
        reason = f"no value of {name} is sure to be unknown"
        return Finding(identifier, "unknown", returned.place, text, reason=reason)
    params = tuple((key, value if key == name else given) for key, given in call.params)
    if name not in dict(params):
        params = (*params, (name, value))
    step = attrs.evolve(
        call, params=params, statuses=(returned.status,), contract=returned.contract
    )
    return _found(identifier, "unknown", returned, text, f"test_unknown_{name}", (step,))


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
    identifier = f"{endpoint.name}.repeated"
    text = f"the same call a second time is answered {returned.status}"
    try:
        call = recipes.call(endpoint, fresh=touched(endpoint))
    except UnreachableError as problem:
        return Finding(identifier, "repeated", returned.place, text, reason=str(problem))
    kept, call = _the_same(call)
    again = attrs.evolve(call, statuses=(returned.status,), contract=returned.contract)
    steps: tuple[DerivedStep, ...] = (*kept, call, again)
    return _found(identifier, "repeated", returned, text, "test_repeated", steps)


_MADE_ANEW = frozenset(["unique", "unique_email", "uuid", "now"])


def _the_same(call: Call) -> tuple[tuple[Keep, ...], Call]:
    """The call with what would be another value each time made once, before it."""
    kept: list[Keep] = []

    def keep(value: Value) -> Value:
        match value:
            case Builtin(name=name) if name in _MADE_ANEW:
                capture = "same" if not kept else f"same_{len(kept) + 1}"
                kept.append(Keep(capture, value))
                return Captured(capture)
            case Fields(entries):
                return Fields(tuple((key, keep(item)) for key, item in entries))
            case Items(items):
                return Items(tuple(keep(item) for item in items))
            case Template(parts):
                return Template(
                    tuple(part if isinstance(part, str) else keep(part) for part in parts)
                )
            case _:
                return value

    params = tuple((key, keep(value)) for key, value in call.params)
    body = None if call.body is None else keep(call.body)
    return tuple(kept), attrs.evolve(call, params=params, body=body)


def _deleted(recipes: Recipes, endpoint: nodes.Endpoint, returned: nodes.Return) -> Finding:
    identifier = f"{endpoint.name}.deleted"
    text = f"after the thing is gone, the call is answered {returned.status}"
    fed = [item.feed.contract for item in endpoint.parameters if item.feed is not None]
    for contract in reversed(fed):
        remover, _ = next(iter(recipes.by_effect.get(("deletes", contract), ())), (None, None))
        if remover is None:
            continue
        fresh = frozenset({contract})
        try:
            removal = recipes.call(remover, fresh=fresh)
            call = recipes.call(endpoint, fresh=fresh)
        except UnreachableError as problem:
            return Finding(identifier, "deleted", returned.place, text, reason=str(problem))
        after = attrs.evolve(call, statuses=(returned.status,), contract=returned.contract)
        return _found(identifier, "deleted", returned, text, "test_deleted", (removal, after))
    reason = f"nothing deletes {' or '.join(fed) or 'what it is about'}"
    return Finding(identifier, "deleted", returned.place, text, reason=reason)


def _rate(recipes: Recipes, endpoint: nodes.Endpoint, returned: nodes.Return) -> Finding:
    identifier = f"{endpoint.name}.rate_exceeded"
    text = f"too many calls are answered {returned.status}"

    def without(reason: str) -> Finding:
        return Finding(identifier, "rate_exceeded", returned.place, text, reason=reason)

    limit = recipes.limits.get(endpoint.name)
    if limit is None:
        return without(
            f"how many are too many is not said: `rate limit {endpoint.name} 30/min per account` "
            "in a security block says it"
        )
    if limit.per != "account":
        return without(f"a limit per {limit.per} would lock the other tests out")
    if limit.count > 1000:
        return without(f"{limit.count} calls are a load test")
    try:
        call = recipes.call(endpoint)
    except UnreachableError as problem:
        return without(str(problem))
    account = _account(recipes, endpoint, call)
    if account is None:
        return without("its body names no account that could be a throw-away one")
    burst = Burst(call.actor, endpoint.name, call.params, account, limit.count + 1, returned.status)
    return _found(identifier, "rate_exceeded", returned, text, "test_rate_exceeded", (burst,))


_ACCOUNTS = ("email", "username", "user", "login", "account", "name", "phone")


def _account(recipes: Recipes, endpoint: nodes.Endpoint, call: Call) -> Value | None:
    """The body with an account that nobody else uses, so that only it is locked out."""
    if endpoint.body_type is None or not isinstance(call.body, Fields):
        return None
    record = recipes.examples(endpoint, frozenset()).body_of(endpoint.body_type)
    if not isinstance(record, Record):
        return None
    examples = recipes.examples(endpoint, frozenset())
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
