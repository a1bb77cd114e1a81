"""A client sets only the fields that are a client's to set."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import attrs

from specc.ir import nodes
from specc.ir.expressions import Const, Fields
from specc.plan.derive.showing import bound, reader_of
from specc.plan.examples import Examples
from specc.plan.nodes import Call
from specc.plan.recipes import Recipes, UnreachableError
from specc.plan.security.attempts import entitled, seen_by_owner
from specc.plan.security.nodes import Argument, Probe, SecurityTest, Untested
from specc.plan.security.shows import shows_own
from specc.semantics.types import Literal, Property, Record, Scalar, Type, Union

_RULES = ("mass_assignment",)

MADE = "made"
"""What the answer of the attempt is called where a re-read refers to it."""


def mass_assignment(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """What creates or updates a thing is sent the thing's readonly fields, and usual ones."""
    effect = endpoint.effect("creates") or endpoint.effect("updates")
    if effect is None or endpoint.body_form not in ("json", "form"):
        return
    try:
        call = entitled(recipes, endpoint)
    except UnreachableError as reason:
        yield Untested(endpoint.name, _RULES, effect.place, str(reason))
        return
    if not isinstance(call.body, Fields):
        return
    own = _own_account(recipes, effect)
    if own is not None:
        yield _signed_up(recipes, endpoint, effect, call.body, own)
        return
    examples = recipes.examples(endpoint, frozenset())
    sent = {name for name, _ in call.body.entries}
    claims = _claims(recipes, endpoint, effect.contract, effect.at or (), examples, sent)
    if not claims:
        return
    named: list[tuple[str, Argument]] = [("claims", Fields(tuple(claims.items())))]
    look = look_at(recipes, effect, call)
    if look is not None:
        named.append(("reread", look))
    if effect.at:
        named.append(("at", Const(list(effect.at))))
    yield SecurityTest(
        endpoint.name,
        _RULES,
        "sets_only_its_own",
        call,
        tuple(named),
        f"A client sets no field of the {effect.contract} that is the server's.",
        effect.place,
        writes=True,
    )


def _own_account(recipes: Recipes, effect: nodes.Effect) -> tuple[nodes.Endpoint, Call] | None:
    """How an actor that signs up by its own steps reads its account; None if none does."""
    if effect.kind != "creates" or effect.contract not in recipes.owners:
        return None
    actor, _ = recipes.owners[effect.contract]
    if not actor.repeatable:
        return None
    for reader, _ in shows_own(recipes, effect.contract):
        try:
            return reader, attrs.evolve(recipes.call(reader), actor=actor.name)
        except UnreachableError:
            continue
    return None


def _signed_up(
    recipes: Recipes,
    endpoint: nodes.Endpoint,
    effect: nodes.Effect,
    body: Fields,
    own: tuple[nodes.Endpoint, Call],
) -> SecurityTest:
    """The test of a sign-up: whoever is made with a claim reads its account."""
    reader, call = own
    examples = recipes.examples(endpoint, frozenset())
    sent = {name for name, _ in body.entries}
    claims = _claims(recipes, endpoint, effect.contract, effect.at or (), examples, sent)
    own_fields = None if endpoint.body_type is None else examples.body_of(endpoint.body_type)
    given = own_fields.properties if isinstance(own_fields, Record) else ()
    kept = {item.name for item in given if not item.readonly} | sent | {"id", "_id"}
    kept |= {path[0] for path in recipes.keys.get(effect.contract, ()) if path}
    success = reader.success
    for item in _shown(None if success is None else success.type, examples):
        if item.name in kept or item.name in claims:
            continue
        claimed = _claimed(item.type, examples)
        if claimed is not None and not isinstance(examples.body_of(item.type), Literal):
            claims[item.name] = Const(claimed)
    return SecurityTest(
        endpoint.name,
        _RULES,
        "signs_up_as_usual",
        call,
        (("claims", Fields(tuple(claims.items()))), ("to", Const(endpoint.name))),
        f"Who signs up sets no field of the {effect.contract} that is the server's.",
        effect.place,
        writes=True,
    )


def _shown(type_: Type | None, examples: Examples, depth: int = 0) -> Iterator[Property]:
    """The fields of an answer, also of what is inside."""
    if type_ is None or depth > 2:
        return
    body = examples.body_of(type_)
    if isinstance(body, Record):
        for item in body.properties:
            yield item
            yield from _shown(item.type, examples, depth + 1)


def look_at(recipes: Recipes, effect: nodes.Effect, call: Call) -> Call | None:
    """A re-read: of the thing that was made, or of the one that was changed."""
    shown = reader_of(recipes, effect.contract)
    if shown is None:
        seen = seen_by_owner(recipes, effect.contract) if effect.kind == "updates" else None
        return None if seen is None else attrs.evolve(seen, actor=call.actor)
    fresh = frozenset({effect.contract})
    try:
        reading = recipes.call(shown[0], fresh=fresh)
        set_up = recipes.set_up(effect.contract, True, fresh)
    except UnreachableError:
        return None
    if effect.kind == "updates":
        return attrs.evolve(reading, actor=call.actor)
    if set_up is None or effect.at is None or effect.from_request:
        return None
    read = bound(reading, effect.contract, MADE, set_up.path, effect.at)
    return attrs.evolve(read, actor=reading.actor if call.actor == "anonymous" else call.actor)


def _claims(
    recipes: Recipes,
    endpoint: nodes.Endpoint,
    contract: str,
    at: tuple[str, ...],
    examples: Examples,
    sent: set[str],
) -> dict[str, Const]:
    """Fields that a client may not set, with what it claims of them."""
    body = None if endpoint.body_type is None else examples.body_of(endpoint.body_type)
    inner = body
    for name in at:
        found = inner.get(name) if isinstance(inner, Record) else None
        inner = body if found is None else examples.body_of(found.type)
    # What is sent may be wrapped as the answer is, or not: both are the client's to set.
    records = [item for item in (body, inner) if isinstance(item, Record)]
    allowed = {item.name for each in records for item in each.properties if not item.readonly}
    allowed |= set(_set_elsewhere(recipes, endpoint, contract, at))
    claims: dict[str, Const] = {}
    thing = recipes.types.get(contract)
    record = None if thing is None else examples.body_of(thing)
    keys = {path[0] for path in recipes.keys.get(contract, ()) if path}
    for item in record.properties if isinstance(record, Record) else ():
        if item.name in allowed or item.name in keys or item.secret:
            continue
        claimed = _claimed(item.type, examples)
        if claimed is not None:
            claims[item.name] = Const(claimed)
    if any(each.open for each in records) or (isinstance(record, Record) and record.open):
        return claims  # other fields are welcome
    roles = [name for name, _ in recipes.suite.roles]
    highest = next((name for name in roles if "admin" in name.lower()), "admin")
    usual: dict[str, object] = {
        "role": highest,
        "is_admin": True,
        "admin": True,
        "isAdmin": True,
        "is_staff": True,
        "verified": True,
        "is_verified": True,
        "approved": True,
        "balance": 987654,
        "credit": 987654,
        "discount": 77,
        "plan": "enterprise",
    }
    for name, value in usual.items():
        if name not in allowed and name not in sent and name not in claims:
            claims[name] = Const(value)
    return claims


def _set_elsewhere(
    recipes: Recipes, endpoint: nodes.Endpoint, contract: str, at: tuple[str, ...]
) -> Iterator[str]:
    """Fields that the same caller sets by another endpoint: they are not the server's.

    What only an administrator sets there is still out of the caller's reach here.
    """
    for kind in ("creates", "updates"):
        for other, effect in recipes.by_effect.get((kind, contract), ()):
            is_its_own = effect.of_self or contract in other.owned or other.open
            if other.body_type is None or not (
                is_its_own or set(other.allowed) & set(endpoint.allowed)
            ):
                continue
            examples = recipes.examples(other, frozenset())
            body = examples.body_of(other.body_type)
            for name in ("", *at):
                found = body.get(name) if isinstance(body, Record) and name else None
                body = body if found is None else examples.body_of(found.type)
                if isinstance(body, Record):
                    yield from (item.name for item in body.properties if not item.readonly)


def _claimed(type_: Type, examples: Examples) -> object:
    """A value that the server would hardly choose by itself; None where there is none."""
    match examples.body_of(type_):
        case Union(options):
            literals = [
                item.value
                for item in map(examples.body_of, options)
                if isinstance(item, Literal) and item.value is not None
            ]
            if literals:
                return literals[-1]
            return next(
                (found for item in options if (found := _claimed(item, examples)) is not None),
                None,
            )
        case Scalar("bool"):
            return True
        case Scalar("int", low, high):
            return _number(low, high)
        case Scalar("number" | "decimal", low, high):
            return _number(low, high)
        case Scalar("string", patterns=()):
            return "claimed-by-client"
        case Scalar("datetime"):
            return "2031-02-03T04:05:06Z"
        case Scalar("date"):
            return "2031-02-03"
        case _:
            return None


def _number(low: object, high: object) -> int:
    if isinstance(high, int | Decimal):
        return int(high)
    return 4321 + (int(low) if isinstance(low, int | Decimal) else 0)
