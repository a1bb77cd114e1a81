"""Answers are as declared, too, about a thing that has all that it may have."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.expressions import Captured, Const, Fields, Items, Value
from specc.plan.derive.finding import Finding
from specc.plan.derive.keeping import part_at, sent_path
from specc.plan.derive.lists import walk_of
from specc.plan.derive.showing import bound, field_at, identity
from specc.plan.derive.touching import touched
from specc.plan.examples import Examples
from specc.plan.nodes import Call, DerivedStep, Verify
from specc.plan.recipes import ANONYMOUS, Recipes, UnreachableError
from specc.semantics.types import ListOf, MapOf, Record, Type

DEEPEST = 4
"""How deep optional fields are filled: contracts may hold themselves."""


def filled(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Finding]:
    """`x.conforms.filled`, where calls can make a thing with more than it must have."""
    for effect in endpoint.effects:
        if effect.at is None or effect.kind not in ("reads", "lists", "updates"):
            continue
        try:
            steps = _about_made(recipes, endpoint, effect) or _about_own(recipes, endpoint, effect)
        except UnreachableError:
            continue  # `conforms` says so.
        if steps:
            text = f"the answer about a {effect.contract} with all that it may have is as declared"
            found = Finding(f"{endpoint.name}.conforms.filled", "conforms", effect.place, text)
            yield found.tested("test_conforms_filled", *steps)
            return


def _about_made(
    recipes: Recipes, endpoint: nodes.Endpoint, effect: nodes.Effect
) -> tuple[DerivedStep, ...]:
    """A thing is made with all that may be sent, and the endpoint is called about it."""
    contract = effect.contract
    producer = next(iter(recipes.producers.get(contract, ())), None)
    if producer is None or effect.of_self or contract in recipes.owners:
        return ()
    made = next(item for item in producer.effects if item.contract == contract)
    full = full_call(recipes, producer, made, recipes.call(producer))
    set_up = recipes.set_up(contract, False, frozenset())
    if full is None or set_up is None or set_up.sent or made.at is None:
        return ()
    make = attrs.evolve(full, capture="made")
    if effect.kind == "lists":
        key = identity(recipes, contract)
        if key is None:
            return ()
        walk = walk_of(recipes, endpoint, effect, make.actor)
        value = field_at(Captured("made"), (*made.at, *key))
        return (make, walk, Verify("is_listed", (Captured("listed"), Const(list(key)), value)))
    if effect.kind == "updates" and contract not in touched(endpoint):
        return ()
    plain = recipes.call(endpoint)
    call = bound(plain, contract, "made", set_up.path, made.at)
    if call.params == plain.params:
        return ()
    if make.actor != ANONYMOUS and endpoint.owned:
        call = attrs.evolve(call, actor=make.actor)
    return (make, call)


def _about_own(
    recipes: Recipes, endpoint: nodes.Endpoint, effect: nodes.Effect
) -> tuple[DerivedStep, ...]:
    """An actor fills its own thing, such as an account, and calls the endpoint about it."""
    contract = effect.contract
    updater, change = next(
        (
            (item, each)
            for item, each in recipes.by_effect.get(("updates", contract), ())
            if each.of_self
        ),
        (None, None),
    )
    if updater is None or change is None or effect.kind != "reads":
        return ()
    fresh = frozenset({contract})
    update = recipes.call(updater, fresh=fresh)
    full = full_call(recipes, updater, change, update)
    call = recipes.call(endpoint, fresh=fresh)
    if effect.of_self:
        call = attrs.evolve(call, actor=update.actor)
    if full is None or not update.actor.startswith("new_") or call.actor != update.actor:
        return ()
    return (full, call)


def full_call(
    recipes: Recipes, endpoint: nodes.Endpoint, effect: nodes.Effect, call: Call
) -> Call | None:
    """The call with each field that the thing has and that may be sent; None where it is that."""
    record = recipes.types.get(effect.contract)
    if endpoint.body_type is None or call.body is None or not isinstance(record, Record):
        return None
    examples = recipes.examples(endpoint, frozenset())
    path = sent_path(recipes, endpoint, effect)
    sent = part_at(examples.body_of, endpoint.body_type, path)
    if sent is None:
        return None
    shown = tuple(item for item in sent.properties if record.get(item.name) is not None)
    body = _filled_at(examples, attrs.evolve(sent, properties=shown), call.body, path)
    if effect.of_self and isinstance(body, Fields):
        body = without_secrets(body, sent, path)
    return None if body == call.body else attrs.evolve(call, body=body)


def without_secrets(body: Fields, sent: Record, path: tuple[str, ...]) -> Fields:
    """A body that changes no password: tokens may end with the old one."""
    if path:
        name, *rest = path
        return Fields(
            tuple(
                (
                    key,
                    without_secrets(value, sent, tuple(rest))
                    if key == name and isinstance(value, Fields)
                    else value,
                )
                for key, value in body.entries
            )
        )
    hidden = {item.name for item in sent.properties if item.secret or item.writeonly}
    return Fields(tuple(entry for entry in body.entries if entry[0] not in hidden))


def _filled_at(examples: Examples, sent: Record, body: Value, path: tuple[str, ...]) -> Value:
    if not path:
        return _full(examples, sent, body, 0)
    if not isinstance(body, Fields):
        return body
    name, *rest = path
    return Fields(
        tuple(
            (key, _filled_at(examples, sent, value, tuple(rest)) if key == name else value)
            for key, value in body.entries
        )
    )


def _full(examples: Examples, type_: Type, value: Value, depth: int) -> Value:
    """A value with the optional fields of its type."""
    body = examples.body_of(type_)
    match body, value:
        case Record(), Fields(entries) if depth < DEEPEST:
            present = dict(entries)
            for item in body.properties:
                if item.readonly or item.secret or item.writeonly:
                    continue
                given = present.get(item.name)
                if given is None and item.optional:
                    given = examples.stated.get(item.example) or examples.of(item.type)
                if given is not None:
                    present[item.name] = _full(examples, item.type, given, depth + 1)
            return Fields(tuple(present.items()))
        case MapOf(value=inner), Fields(()) if depth < DEEPEST:
            given = examples.of(inner)
            return Fields(()) if given is None else Fields((("one", given),))
        case ListOf(item=item), Items(items):
            return Items(tuple(_full(examples, item, each, depth + 1) for each in items))
        case _:
            return value
