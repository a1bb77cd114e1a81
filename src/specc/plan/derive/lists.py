"""Lists show a new thing, not a stranger's; filters choose, and pages hold each thing once."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.expressions import Captured, Const, Thing, Value
from specc.plan.derive.filtering import filters
from specc.plan.derive.finding import Finding
from specc.plan.derive.showing import field_at, identity, limit_of, lister_of, reader_of
from specc.plan.nodes import DerivedStep, Verify, Walk
from specc.plan.recipes import Recipes, UnreachableError


def lists(recipes: Recipes, endpoint: nodes.Endpoint, effect: nodes.Effect) -> Iterator[Finding]:
    """What follows from `lists X`, for one such effect."""
    key = identity(recipes, effect.contract)
    if effect.at is None or key is None:
        return
    text = f"a new {effect.contract} is in the list"
    found = Finding(f"{endpoint.name}.lists", "lists", effect.place, text)
    try:
        set_up = recipes.set_up(effect.contract, True, frozenset({effect.contract}))
        call = recipes.call(endpoint)
    except UnreachableError as problem:
        yield found.untested(problem)
        return
    if set_up is None:
        return
    actor = call.actor
    owner_role = recipes.role_of(set_up.owner.removeprefix("new_"))
    if owner_role is not None and owner_role in endpoint.allowed:
        actor = set_up.owner
    thing = Thing(effect.contract, (*set_up.path, *key), True)
    walk = Walk(actor, endpoint.name, call.params, effect.at, "listed")
    once = Verify("once_each", (Captured("listed"), Const(list(key))))
    # Pages shift while other tests make things: `pages` looks at those.
    steps = (once,) if endpoint.pages is None else ()
    yield found.tested("test_lists", walk, _listed("is_listed", key, thing), *steps)
    yield from filters(recipes, endpoint, effect, walk, set_up)
    yield from _hides(recipes, endpoint, effect, key, walk, thing)
    yield from _pages(recipes, endpoint, effect, key, walk)


def _hides(
    recipes: Recipes,
    endpoint: nodes.Endpoint,
    effect: nodes.Effect,
    key: tuple[str, ...],
    walk: Walk,
    thing: Thing,
) -> Iterator[Finding]:
    """Who may not read a thing must not be shown it in a list either."""
    shown = reader_of(recipes, effect.contract)
    if shown is None or effect.contract not in shown[0].owned:
        return
    owner = recipes.owner_of(effect.contract)
    if owner is None or recipes.role_of(owner) in shown[0].allowed:
        return
    stranger = recipes.stranger_to(owner)
    if stranger is None or recipes.role_of(stranger) not in endpoint.allowed:
        return
    text = f"a stranger's list does not show the {effect.contract}"
    found = Finding(f"{endpoint.name}.hides", "hides", shown[0].as_place, text)
    strange = attrs.evolve(walk, actor=stranger)
    yield found.tested("test_hides", strange, _listed("not_listed", key, thing))


def _pages(
    recipes: Recipes,
    endpoint: nodes.Endpoint,
    effect: nodes.Effect,
    key: tuple[str, ...],
    walk: Walk,
) -> Iterator[Finding]:
    """Page by page, each thing comes once, and no page is larger than was asked for."""
    if endpoint.pages is None:
        return
    limit = limit_of(endpoint)
    producer = next(iter(recipes.producers.get(effect.contract, ())), None)
    text = "page by page, each thing comes once, and no page is larger than asked for"
    found = Finding(f"{endpoint.name}.pages", "pages", endpoint.pages.place, text)
    if limit is None or producer is None or walk.actor.startswith("new_"):
        yield found.untested(
            "no query parameter limits a page" if limit is None else "nothing creates the things"
        )
        return
    made_at = next(item.at or () for item in producer.effects if item.contract == effect.contract)
    try:
        make = recipes.call(producer)
    except UnreachableError as problem:
        yield found.untested(problem)
        return
    makes = tuple(attrs.evolve(make, capture=f"made_{number}") for number in range(1, 6))
    paged = attrs.evolve(walk, params=(*walk.params, (limit, Const(2))))
    made = [field_at(Captured(each.capture or ""), (*made_at, *key)) for each in makes]
    yield found.tested(
        "test_pages",
        *makes,
        paged,
        Verify("once_each", (Captured("listed"), Const(list(key)))),
        *(_listed("is_listed", key, thing) for thing in made),
        Verify("pages_within", (Captured("listed"), Const(2))),
        # With one more, the last page is half full where it was full, or the other way round.
        attrs.evolve(make, capture="made_6"),
        paged,
        _listed("is_listed", key, field_at(Captured("made_6"), (*made_at, *key))),
        Verify("once_each", (Captured("listed"), Const(list(key)))),
        *(_listed("is_listed", key, thing) for thing in made),
    )


def walk_of(recipes: Recipes, endpoint: nodes.Endpoint, effect: nodes.Effect, actor: str) -> Walk:
    """The walk over a whole list, by an actor of the test if it may. Raises UnreachableError."""
    call = recipes.call(endpoint)
    allowed = recipes.role_of(actor.removeprefix("new_")) in endpoint.allowed
    who = actor if allowed or endpoint.open else call.actor
    return Walk(who, endpoint.name, call.params, effect.at or (), "listed")


def gone_from_list(recipes: Recipes, contract: str, actor: str) -> tuple[DerivedStep, ...]:
    """Steps that look whether the test's own thing is in the list; none where no list can tell."""
    lister = lister_of(recipes, contract)
    key = identity(recipes, contract)
    set_up = recipes.set_ups.get((contract, True))
    if lister is None or key is None or set_up is None:
        return ()
    endpoint, effect = lister
    try:
        params = recipes.call(endpoint).params
    except UnreachableError:
        return ()
    walk = Walk(actor, endpoint.name, params, effect.at or (), "listed")
    thing = Thing(contract, (*set_up.path, *key), True)
    return (walk, _listed("not_listed", key, thing))


def still_listed(recipes: Recipes, contract: str, actor: str) -> tuple[DerivedStep, ...]:
    """Steps that look whether the thing that tests share is in the list; none where none tells."""
    lister = lister_of(recipes, contract)
    key = identity(recipes, contract)
    set_up = recipes.set_up(contract, False, frozenset())
    if lister is None or key is None or set_up is None:
        return ()
    walk = walk_of(recipes, lister[0], lister[1], actor)
    return (walk, _listed("is_listed", key, Thing(contract, (*set_up.path, *key), False)))


def _listed(check: str, key: tuple[str, ...], value: Value) -> Verify:
    """A check of the list that was walked: of what its items have at `key`."""
    return Verify(check, (Captured("listed"), Const(list(key)), value))
