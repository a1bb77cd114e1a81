"""Effects are real: what was created can be read and is listed, what was deleted is gone."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.expressions import Captured, Const, Field, Fields, Items, Thing, Value
from specc.plan.derive.conforms import touched
from specc.plan.derive.finding import Finding
from specc.plan.nodes import Call, DerivedStep, DerivedTest, SetUp, Verify, Walk
from specc.plan.recipes import Recipes, UnreachableError
from specc.semantics.types import Literal, Record, Union


def effects(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Finding]:
    """`x.creates`, `x.updates`, `x.deletes`, `x.lists`, `x.hides`, `x.pages`."""
    for effect in endpoint.effects:
        match effect.kind:
            case "creates":
                yield from _creates(recipes, endpoint, effect)
            case "updates":
                yield from _updates(recipes, endpoint, effect)
            case "deletes":
                yield from _deletes(recipes, endpoint, effect)
            case "lists":
                yield from _lists(recipes, endpoint, effect)
            case _:
                pass


def reader_of(recipes: Recipes, contract: str) -> tuple[nodes.Endpoint, nodes.Effect] | None:
    """The endpoint that shows one thing of a contract, found by a parameter that it feeds."""
    for endpoint, effect in recipes.by_effect.get(("reads", contract), ()):
        if (
            not effect.of_self
            and effect.at is not None
            and any(
                item.feed is not None and item.feed.contract == contract
                for item in endpoint.parameters
            )
        ):
            return endpoint, effect
    return None


def _made(
    identifier: str,
    kind: str,
    place: str,
    text: str,
    function: str,
    steps: tuple[DerivedStep, ...],
) -> Finding:
    doc = text[0].upper() + text[1:] + "."
    return Finding(
        identifier, kind, place, text, DerivedTest(function, identifier, place, doc, steps)
    )


def _bound(
    call: Call, contract: str, capture: str, path: tuple[str, ...], at: tuple[str, ...]
) -> Call:
    """The call with the contract's thing taken from what the test captured, not from a fixture."""

    def bind(value: Value) -> Value:
        match value:
            case Thing(found, thing_path, _) if found == contract:
                return _at(Captured(capture), (*at, *thing_path[len(path) :]))
            case Fields(entries):
                return Fields(tuple((key, bind(item)) for key, item in entries))
            case Items(items):
                return Items(tuple(bind(item) for item in items))
            case _:
                return value

    return attrs.evolve(
        call,
        params=tuple((key, bind(value)) for key, value in call.params),
        body=None if call.body is None else bind(call.body),
    )


def _at(value: Value, path: tuple[str, ...]) -> Value:
    for name in path:
        value = Field(value, name)
    return value


def _creates(recipes: Recipes, endpoint: nodes.Endpoint, effect: nodes.Effect) -> Iterator[Finding]:
    found = reader_of(recipes, effect.contract)
    identifier = f"{endpoint.name}.creates"
    text = f"the {effect.contract} that it makes can be read, and is what was sent"
    if found is None or effect.from_request or effect.at is None:
        return
    reader, read = found
    try:
        call = recipes.call(endpoint)
        set_up = recipes.set_up(effect.contract, False, frozenset())
        reading = recipes.call(reader)
    except UnreachableError as problem:
        yield Finding(identifier, "creates", effect.place, text, reason=str(problem))
        return
    if set_up is None or set_up.sent or endpoint.open:
        return
    reading = _bound(reading, effect.contract, "made", set_up.path, effect.at)
    actor = call.actor if call.actor != "anonymous" else reading.actor
    steps: tuple[DerivedStep, ...] = (
        attrs.evolve(call, capture="made"),
        attrs.evolve(reading, actor=actor, capture="again"),
        Verify(
            "reads_back",
            (
                _at(Captured("again"), read.at or ()),
                _at(Captured("made"), effect.at),
                Const(_sent_fields(recipes, effect)),
            ),
        ),
    )
    yield _made(identifier, "creates", effect.place, text, "test_creates", steps)


def _sent_fields(recipes: Recipes, effect: nodes.Effect) -> list[object]:
    """The fields of the thing that the client decides, which must stay as they were answered."""
    record = recipes.types.get(effect.contract)
    if not isinstance(record, Record):
        return []
    return [
        item.name
        for item in record.properties
        if not (item.readonly or item.writeonly or item.secret)
    ]


def _updates(recipes: Recipes, endpoint: nodes.Endpoint, effect: nodes.Effect) -> Iterator[Finding]:
    found = reader_of(recipes, effect.contract)
    if found is None or effect.of_self:
        return
    reader, read = found
    identifier = f"{endpoint.name}.updates"
    text = f"the change that it answers is seen when the {effect.contract} is read again"
    if effect.contract not in touched(endpoint) or effect.at is None:
        return
    fresh = frozenset({effect.contract})
    try:
        call = recipes.call(endpoint, fresh=fresh)
        reading = attrs.evolve(recipes.call(reader, fresh=fresh), actor=call.actor)
        set_up = recipes.set_up(effect.contract, True, fresh)
    except UnreachableError as problem:
        yield Finding(identifier, "updates", effect.place, text, reason=str(problem))
        return
    if set_up is None:
        return
    after = _bound(reading, effect.contract, "changed", set_up.path, effect.at)
    steps: tuple[DerivedStep, ...] = (
        attrs.evolve(reading, capture="before"),
        attrs.evolve(call, capture="changed"),
        attrs.evolve(after, capture="after"),
        Verify(
            "change_kept",
            (
                _at(Captured("before"), read.at or ()),
                _at(Captured("changed"), effect.at),
                _at(Captured("after"), read.at or ()),
            ),
        ),
    )
    yield _made(identifier, "updates", effect.place, text, "test_updates", steps)


def _deletes(recipes: Recipes, endpoint: nodes.Endpoint, effect: nodes.Effect) -> Iterator[Finding]:
    if effect.contract not in touched(endpoint):
        return
    found = reader_of(recipes, effect.contract)
    identifier = f"{endpoint.name}.deletes"
    text = f"the {effect.contract} is gone afterwards"
    fresh = frozenset({effect.contract})
    try:
        call = recipes.call(endpoint, fresh=fresh)
        steps: tuple[DerivedStep, ...] = (call,)
        if found is not None:
            steps = (call, _gone(recipes, found[0], call, fresh))
    except UnreachableError as problem:
        yield Finding(identifier, "deletes", effect.place, text, reason=str(problem))
        return
    lister = _lister_of(recipes, effect.contract)
    if lister is not None:
        steps = (*steps, *_not_listed(recipes, lister, effect.contract, call.actor))
    if len(steps) == 1:
        reason = f"nothing shows whether a {effect.contract} is still there"
        yield Finding(identifier, "deletes", effect.place, text, reason=reason)
        return
    yield _made(identifier, "deletes", effect.place, text, "test_deletes", steps)


def _gone(recipes: Recipes, reader: nodes.Endpoint, call: Call, fresh: frozenset[str]) -> Call:
    """A look at what a call has deleted."""
    reading = recipes.call(reader, fresh=fresh)
    if recipes.role_of(call.actor) in reader.allowed:
        # Where the thing is an actor's account, the actor is gone with it.
        reading = attrs.evolve(reading, actor=call.actor)
    statuses = tuple(
        dict.fromkeys(
            item.status
            for item in reader.returns
            if any(condition.kind in ("deleted", "unknown") for condition in item.conditions)
        )
    ) or (404, 410)
    return attrs.evolve(reading, statuses=statuses, contract=None)


def _lister_of(recipes: Recipes, contract: str) -> tuple[nodes.Endpoint, nodes.Effect] | None:
    for endpoint, effect in recipes.by_effect.get(("lists", contract), ()):
        if effect.at is not None:
            return endpoint, effect
    return None


def _walk(
    recipes: Recipes, endpoint: nodes.Endpoint, effect: nodes.Effect, actor: str, capture: str
) -> Walk:
    call = recipes.call(endpoint)
    return Walk(actor, endpoint.name, call.params, effect.at or (), capture)


def _identity(recipes: Recipes, contract: str) -> tuple[str, ...] | None:
    """The field that tells things of a contract apart: the one that paths are made with."""
    return next(iter(recipes.keys.get(contract, ())), None)


def _not_listed(
    recipes: Recipes, lister: tuple[nodes.Endpoint, nodes.Effect], contract: str, actor: str
) -> tuple[DerivedStep, ...]:
    key = _identity(recipes, contract)
    set_up = recipes.set_ups.get((contract, True))
    if key is None or set_up is None:
        return ()
    try:
        walk = _walk(recipes, lister[0], lister[1], actor, "listed")
    except UnreachableError:
        return ()
    thing = Thing(contract, (*set_up.path, *key), True)
    return (walk, Verify("not_listed", (Captured("listed"), Const(list(key)), thing)))


def _lists(recipes: Recipes, endpoint: nodes.Endpoint, effect: nodes.Effect) -> Iterator[Finding]:
    key = _identity(recipes, effect.contract)
    identifier = f"{endpoint.name}.lists"
    text = f"a new {effect.contract} is in the list"
    if effect.at is None or key is None:
        return
    try:
        set_up = recipes.set_up(effect.contract, True, frozenset({effect.contract}))
        call = recipes.call(endpoint)
    except UnreachableError as problem:
        yield Finding(identifier, "lists", effect.place, text, reason=str(problem))
        return
    if set_up is None:
        return
    actor = call.actor
    owner_role = recipes.role_of(set_up.owner.removeprefix("new_"))
    if owner_role is not None and owner_role in endpoint.allowed:
        actor = set_up.owner
    thing = Thing(effect.contract, (*set_up.path, *key), True)
    walk = Walk(actor, endpoint.name, call.params, effect.at, "listed")
    steps: tuple[DerivedStep, ...] = (
        walk,
        Verify("is_listed", (Captured("listed"), Const(list(key)), thing)),
    )
    yield _made(identifier, "lists", effect.place, text, "test_lists", steps)
    yield from _filters(recipes, endpoint, effect, walk, set_up)
    yield from _hides(recipes, endpoint, effect, key, walk, thing)
    yield from _pages(recipes, endpoint, effect, key, walk)


def _filters(
    recipes: Recipes,
    endpoint: nodes.Endpoint,
    effect: nodes.Effect,
    walk: Walk,
    set_up: SetUp,
) -> Iterator[Finding]:
    """A query parameter that has the type of a listed thing's field chooses by that field."""
    examples = recipes.examples(endpoint, frozenset())
    for parameter in endpoint.parameters:
        feed = parameter.feed
        if parameter.place_in != "query" or feed is None or feed.contract != effect.contract:
            continue
        body = examples.body_of(parameter.type)
        options = body.options if isinstance(body, Union) else ()
        values = [item.value for item in options if isinstance(item, Literal)]
        if not values or len(values) < len(options):
            continue
        steps: list[DerivedStep] = []
        # A thing is there that at most one of the values chooses.
        present = Thing(effect.contract, (*set_up.path, *feed.path), True)
        for value in values:
            params = (*walk.params, (parameter.name, Const(value)))
            steps.append(attrs.evolve(walk, params=params))
            steps.append(
                Verify("all_have", (Captured("listed"), Const(list(feed.path)), Const(value)))
            )
        steps.append(Verify("one_of", (present, Const(values))))
        identifier = f"{endpoint.name}.filters.{parameter.name}"
        text = f"the list by {parameter.name} shows only what has it"
        function = f"test_filters_{parameter.name}"
        yield _made(identifier, "filters", parameter.place, text, function, tuple(steps))


def _hides(
    recipes: Recipes,
    endpoint: nodes.Endpoint,
    effect: nodes.Effect,
    key: tuple[str, ...],
    walk: Walk,
    thing: Thing,
) -> Iterator[Finding]:
    """Who may not read a thing must not be shown it in a list either."""
    found = reader_of(recipes, effect.contract)
    if found is None or effect.contract not in found[0].owned:
        return
    owner = recipes.owner_of(effect.contract)
    if owner is None or recipes.role_of(owner) in found[0].allowed:
        return
    stranger = recipes.stranger_to(owner)
    if stranger is None or recipes.role_of(stranger) not in endpoint.allowed:
        return
    text = f"a stranger's list does not show the {effect.contract}"
    steps: tuple[DerivedStep, ...] = (
        attrs.evolve(walk, actor=stranger),
        Verify("not_listed", (Captured("listed"), Const(list(key)), thing)),
    )
    yield _made(f"{endpoint.name}.hides", "hides", found[0].as_place, text, "test_hides", steps)


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
    limit = next(
        (
            item.name
            for item in endpoint.parameters
            if item.place_in == "query"
            and item.name
            in ("limit", "per_page", "page_size", "size", "_limit", *endpoint.pages.by)
            and item.name not in ("offset", "page", "cursor", "after")
            and not item.required
        ),
        None,
    )
    producer = next(iter(recipes.producers.get(effect.contract, ())), None)
    identifier = f"{endpoint.name}.pages"
    text = "page by page, each thing comes once, and no page is larger than asked for"
    if limit is None or producer is None or walk.actor.startswith("new_"):
        reason = (
            "no query parameter limits a page" if limit is None else "nothing creates the things"
        )
        yield Finding(identifier, "pages", endpoint.pages.place, text, reason=reason)
        return
    made_at = next(item.at or () for item in producer.effects if item.contract == effect.contract)
    try:
        make = recipes.call(producer)
    except UnreachableError as problem:
        yield Finding(identifier, "pages", endpoint.pages.place, text, reason=str(problem))
        return
    makes = tuple(attrs.evolve(make, capture=f"made_{number}") for number in (1, 2, 3))
    paged = attrs.evolve(walk, params=(*walk.params, (limit, Const(2))), capture="listed")
    steps: tuple[DerivedStep, ...] = (
        *makes,
        paged,
        Verify("once_each", (Captured("listed"), Const(list(key)))),
        *(
            Verify(
                "is_listed",
                (
                    Captured("listed"),
                    Const(list(key)),
                    _at(Captured(f"made_{number}"), (*made_at, *key)),
                ),
            )
            for number in (1, 2, 3)
        ),
        Verify("pages_within", (Captured("listed"), Const(2))),
    )
    yield _made(identifier, "pages", endpoint.pages.place, text, "test_pages", steps)
