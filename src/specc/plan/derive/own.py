"""What an actor has made of itself can be read by it: an account, and what it changes of it."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.credentials import Credential
from specc.ir.expressions import Captured, Const, Fields, Function, Thing
from specc.plan.derive.filled import without_secrets
from specc.plan.derive.finding import Finding
from specc.plan.derive.keeping import part_at, sent_fields, sent_path
from specc.plan.derive.showing import field_at, own_reader_of, reader_of
from specc.plan.nodes import Call, DerivedStep, Verify
from specc.plan.recipes import Recipes, UnreachableError


def signs_up(recipes: Recipes, endpoint: nodes.Endpoint, effect: nodes.Effect) -> Iterator[Finding]:
    """`x.creates`, where anyone may call: who was made so by an actor's steps reads itself."""
    contract = effect.contract
    shown = reader_of(recipes, contract) or own_reader_of(recipes, contract)
    if shown is None or effect.from_request or effect.at is None or contract not in recipes.owners:
        return
    if recipes.producers[contract][0] is not endpoint:
        return
    text = f"the {contract} that it makes can be read by who it is"
    found = Finding(f"{endpoint.name}.creates", "creates", effect.place, text)
    fresh = frozenset({contract})
    try:
        owner = recipes.fresh_actor(contract)
        reading = attrs.evolve(recipes.call(shown[0], fresh=fresh), actor=owner)
        set_up = recipes.set_up(contract, True, fresh)
    except UnreachableError as problem:
        yield found.untested(problem)
        return
    if set_up is None or set_up.sent or not _may(recipes, owner, shown[0]):
        return
    _, names = sent_fields(recipes, endpoint, effect)
    again = field_at(Captured("again"), shown[1].at or ())
    made = Thing(contract, set_up.path, True)
    yield found.tested(
        "test_creates",
        attrs.evolve(reading, capture="again"),
        Verify("reads_back", (again, made, Const(list(names)))),
    )


def _may(recipes: Recipes, actor: str, reader: nodes.Endpoint) -> bool:
    role = recipes.role_of(actor.removeprefix("new_"))
    return reader.open or bool(reader.owned) or role in reader.allowed


def updates_own(
    recipes: Recipes, endpoint: nodes.Endpoint, effect: nodes.Effect
) -> Iterator[Finding]:
    """`x.updates`, where callers change their own thing; as an actor made for it."""
    contract = effect.contract
    shown = own_reader_of(recipes, contract)
    if shown is None or effect.at is None:
        return
    text = f"the change that it answers is seen when the {contract} is read again"
    found = Finding(f"{endpoint.name}.updates", "updates", effect.place, text)
    try:
        call = recipes.call(endpoint, fresh=frozenset({contract}))
        reading = attrs.evolve(recipes.call(shown[0]), actor=call.actor)
    except UnreachableError as problem:
        yield found.untested(problem)
        return
    if not call.actor.startswith("new_") or _names_itself(recipes, call.actor):
        return  # Others may look at the same account, or nobody may come in afterwards.
    call = _without_password(recipes, endpoint, effect, call)
    at = shown[1].at or ()
    steps = seen_to_change(reading, call, reading, at, effect.at)
    path, names = sent_fields(recipes, endpoint, effect)
    extra = (Const(list(path)),) if path else ()
    sent = Function("request", (Captured("changed"),))
    if names:
        arguments = (field_at(Captured("after"), at), sent, Const(list(names)), *extra)
        steps = (*steps, Verify("as_sent", arguments))
    if names and endpoint.method != "PUT":
        rest = Verify(
            "rest_kept",
            (
                field_at(Captured("before"), at),
                field_at(Captured("after"), at),
                sent,
                Const(list(names)),
                *extra,
            ),
        )
        steps = (*steps, rest)
    yield found.tested("test_updates", *steps)


def seen_to_change(
    before: Call, call: Call, after: Call, at: tuple[str, ...], answered_at: tuple[str, ...]
) -> tuple[DerivedStep, ...]:
    """A look at a thing, a call that changes it, another look: what was answered is so."""
    return (
        attrs.evolve(before, capture="before"),
        attrs.evolve(call, capture="changed"),
        attrs.evolve(after, capture="after"),
        Verify(
            "change_kept",
            (
                field_at(Captured("before"), at),
                field_at(Captured("changed"), answered_at),
                field_at(Captured("after"), at),
            ),
        ),
    )


def _names_itself(recipes: Recipes, name: str) -> bool:
    """Whether an actor comes with its name and password each time, which may be what changes."""
    return any(
        isinstance(entry, Credential) and entry.kind in ("basic", "digest")
        for actor in recipes.suite.actors
        if actor.name == name.removeprefix("new_")
        for entry in actor.entries
    )


def _without_password(
    recipes: Recipes, endpoint: nodes.Endpoint, effect: nodes.Effect, call: Call
) -> Call:
    if endpoint.body_type is None or not isinstance(call.body, Fields):
        return call
    path = sent_path(recipes, endpoint, effect)
    body_of = recipes.examples(endpoint, frozenset()).body_of
    sent = part_at(body_of, endpoint.body_type, path)
    if sent is None or endpoint.method == "PUT":
        return call
    return attrs.evolve(call, body=without_secrets(call.body, sent, path))
