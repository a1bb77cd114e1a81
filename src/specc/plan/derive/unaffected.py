"""A call that was refused or rejected has changed nothing: the owner looks again."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.expressions import Captured
from specc.plan.changes import Change
from specc.plan.derive.finding import Finding
from specc.plan.derive.lists import walk_of
from specc.plan.derive.refuses import refuses
from specc.plan.derive.showing import field_at, identity, lister_of, reader_of
from specc.plan.derive.touching import touched
from specc.plan.derive.walks import none_new
from specc.plan.nodes import Call, DerivedStep, Retried, Verify
from specc.plan.recipes import Recipes, UnreachableError

_SAMPLES = 3
"""So many invalid bodies are enough: what keeps one of them away keeps all."""


def unaffected(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Finding]:
    """`x.unaffected.WHO` and `x.unaffected.invalid.PATH.KIND`: judged by what is read, not told."""
    if endpoint.method in ("GET", "HEAD", "OPTIONS"):
        return
    for contract in touched(endpoint):
        shown = reader_of(recipes, contract)
        if shown is None:
            continue
        fresh = frozenset({contract})
        try:
            call = recipes.call(endpoint, fresh=fresh)
            reading = recipes.call(shown[0], fresh=fresh)
        except UnreachableError:
            continue
        if recipes.role_of(call.actor.removeprefix("new_")) == recipes.role_of(
            reading.actor.removeprefix("new_")
        ):
            reading = attrs.evolve(reading, actor=call.actor)
        yield from _refused(recipes, endpoint, contract, reading, shown[1].at or ())
        yield from _rejected(recipes, endpoint, contract, call, reading, shown[1].at or ())
    effect = endpoint.effect("creates")
    if effect is not None and not touched(endpoint):
        yield from _not_made(recipes, endpoint, effect)


def _refused(
    recipes: Recipes,
    endpoint: nodes.Endpoint,
    contract: str,
    reading: Call,
    at: tuple[str, ...],
) -> Iterator[Finding]:
    for refusal in refuses(recipes, endpoint):
        if refusal.test is None:
            continue
        who = refusal.id.rpartition(".")[2]
        text = f"the {contract} is as before after a refusal of {who}"
        found = _found(endpoint, who, refusal.place, text)
        [call] = refusal.test.steps
        assert isinstance(call, Call)
        yield found.tested(f"test_unaffected_by_{who}", *_around(call, reading, at))


def _rejected(
    recipes: Recipes,
    endpoint: nodes.Endpoint,
    contract: str,
    call: Call,
    reading: Call,
    at: tuple[str, ...],
) -> Iterator[Finding]:
    changes = _samples(recipes, endpoint)
    if changes:
        text = f"the {contract} is as before after an invalid body"
        found = _found(endpoint, "invalid", endpoint.place, text)
        steps = _around(attrs.evolve(call, changed="body"), reading, at)
        yield found.tested("test_unaffected_by_invalid", *steps, changes=changes)


def _around(call: Call, reading: Call, at: tuple[str, ...]) -> tuple[DerivedStep, ...]:
    """A look at the thing before and after a call whose answer is of no interest."""
    return (
        attrs.evolve(reading, capture="before"),
        attrs.evolve(call, statuses=(), contract=None),
        attrs.evolve(reading, capture="after"),
        Verify("equal", (field_at(Captured("after"), at), field_at(Captured("before"), at))),
    )


def _not_made(
    recipes: Recipes, endpoint: nodes.Endpoint, effect: nodes.Effect
) -> Iterator[Finding]:
    """Nothing new is listed after an invalid call."""
    key = identity(recipes, effect.contract)
    shown = lister_of(recipes, effect.contract)
    changes = _samples(recipes, endpoint)
    if key is None or shown is None or not changes:
        return
    try:
        call = recipes.call(endpoint)
        walk = walk_of(recipes, shown[0], shown[1], call.actor)
    except UnreachableError:
        return
    if walk.actor != call.actor:
        return
    text = f"no {effect.contract} is made of an invalid body"
    found = _found(endpoint, "invalid", endpoint.place, text)
    bad = attrs.evolve(call, statuses=(), contract=None, changed="body")
    steps = none_new(walk, bad, key)
    yield found.tested("test_unaffected_by_invalid", Retried(steps), changes=changes)


def _samples(recipes: Recipes, endpoint: nodes.Endpoint) -> tuple[Change, ...]:
    changes = [
        change
        for change in recipes.broken_bodies.get(endpoint.name, ())
        if not any(waiver.covers(f"rejects.{change.label}") for waiver in endpoint.waivers)
    ]
    step = max(1, len(changes) // _SAMPLES)
    return tuple(changes[::step][:_SAMPLES])


def _found(endpoint: nodes.Endpoint, who: str, place: str, text: str) -> Finding:
    return Finding(f"{endpoint.name}.unaffected.{who}", "unaffected", place, text)
