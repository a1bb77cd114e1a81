"""Any sequence of calls by several actors keeps what the effects say: a model is held against it.

`stateful.sequences` is tried with sequences that are made up when the suite runs. Here is decided
which endpoints take part, who may call them, and what they may answer in which state of a thing.
"""

from __future__ import annotations

from collections.abc import Iterator

from specc.ir import nodes
from specc.ir.expressions import Value
from specc.plan.derive.properties import SEQUENCES, allowed_statuses, waiver_of
from specc.plan.derive.showing import reader_of
from specc.plan.nodes import Obligation
from specc.plan.property_nodes import Move, RequestShape, Sequences
from specc.plan.recipes import ANONYMOUS, Recipes, UnreachableError, is_static
from specc.plan.request_shapes import Shapes
from specc.semantics.types import Record

FILE = "test_stateful.py"
FUNCTION = "test_sequences"
IDENTIFIER = "stateful.sequences"
_ORDER = ("creates", "updates", "deletes", "reads", "lists")


def sequences(recipes: Recipes, shapes: Shapes) -> Sequences | None:
    """The moves of a suite's things; None where nothing can be made and looked at again."""
    moves = [
        move
        for endpoint in recipes.suite.endpoints
        if endpoint.covered and waiver_of(endpoint, SEQUENCES) is None
        for move in _moves(recipes, shapes, endpoint)
    ]
    moves = _playable(moves)
    seen = {move.thing for move in moves if move.deed != "creates"}
    if not any(move.deed == "creates" and move.thing in seen for move in moves):
        return None
    by_name = recipes.suite.by_name
    everyone = [*(actor.name for actor in recipes.suite.actors), ANONYMOUS]
    callers = {name for move in moves for name in move.by}
    actors = tuple(name for name in everyone if name in callers)
    place = next(
        effect.place
        for move in moves
        if move.deed == "creates"
        for effect in by_name[move.endpoint].effects
        if effect.kind == "creates"
    )
    obligation = Obligation(
        IDENTIFIER,
        "stateful",
        None,
        place,
        "any sequence of calls by several actors keeps what the effects say",
        tuple(dict.fromkeys(by_name[move.endpoint].line for move in moves)),
        True,
        None,
        f"{FILE}::{FUNCTION}",
    )
    used = [move.shape for move in moves if move.shape is not None]
    return Sequences(tuple(moves), actors, obligation, shapes.contracts(used))


def _playable(moves: list[Move]) -> list[Move]:
    """The moves whose things are all made by other moves."""
    while True:
        made = {move.thing for move in moves if move.deed == "creates"}
        kept = [
            move
            for move in moves
            if all(name.partition(".")[0] in made for _, name in move.params)
            and (move.deed == "creates" or move.thing in made)
        ]
        if len(kept) == len(moves):
            return kept
        moves = kept


def _moves(recipes: Recipes, shapes: Shapes, endpoint: nodes.Endpoint) -> Iterator[Move]:
    """What an endpoint does, as one move: the effect that says most of it."""
    for kind in _ORDER:
        for effect in endpoint.effects:
            if effect.kind == kind and not effect.of_self and not effect.from_request:
                move = _move(recipes, shapes, endpoint, effect)
                if move is not None:
                    yield move
                    return


def _move(
    recipes: Recipes, shapes: Shapes, endpoint: nodes.Endpoint, effect: nodes.Effect
) -> Move | None:
    if effect.kind == "creates" and endpoint.open and not _all_open(recipes, effect.contract):
        return None  # what nobody in particular has made, nobody is known to own
    own = any(
        item.feed is not None and item.feed.contract == effect.contract and item.place_in == "path"
        for item in endpoint.parameters
    )
    if own != (effect.kind in ("reads", "updates", "deletes")):
        return None
    if effect.at is None and effect.kind in ("creates", "reads", "lists"):
        return None
    shape = shapes.shape(endpoint)
    parts = _parts(recipes, endpoint, shape)
    if parts is None or endpoint.success is None:
        return None
    params, fixed = parts
    only_read = effect.kind in ("reads", "lists")
    if only_read and (shape.required or shape.body is not None):
        return None
    things = {name.partition(".")[0] for _, name in params}
    if any(name.partition(".")[0] not in things for name in shape.things):
        return None
    by, owners = _callers(recipes, endpoint)
    if not by and not owners:
        return None
    return Move(
        deed=effect.kind,
        endpoint=endpoint.name,
        thing=effect.contract,
        at=effect.at or (),
        params=params,
        fixed=fixed,
        shape=None if only_read or shape.empty else shape,
        by=by,
        owners=owners,
        answers=_answers(endpoint, shape),
        refused=_refused(endpoint),
        gone=_gone(endpoint, effect.kind),
        key=".".join(next(iter(recipes.keys.get(effect.contract, ())), ())),
        hides=effect.kind == "lists" and _hides(recipes, effect.contract),
        shown=_shown(recipes, effect.contract),
    )


def _answers(endpoint: nodes.Endpoint, shape: RequestShape) -> tuple[int, ...]:
    """What whoever may call is answered; where it is known that not all that is valid is taken,
    also what is invalid.
    """
    allowed = allowed_statuses(endpoint, shape)
    if waiver_of(endpoint, "any_valid") is not None:
        return tuple(dict.fromkeys([*allowed, *_when(endpoint, "invalid")]))
    return allowed


def _all_open(recipes: Recipes, contract: str) -> bool:
    return all(
        endpoint.open
        for (_, thing), found in recipes.by_effect.items()
        if thing == contract
        for endpoint, _ in found
    )


def _parts(
    recipes: Recipes, endpoint: nodes.Endpoint, shape: RequestShape
) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, Value], ...]] | None:
    """Parameters that are fields of things, and those that are always the same."""
    params: list[tuple[str, str]] = []
    fixed: list[tuple[str, Value]] = []
    if endpoint.body_form is not None and shape.body is None:
        return None
    given = dict(recipes.suite.recipes.get(endpoint.name, ((), None))[0])
    for parameter in endpoint.parameters:
        if parameter.place_in == "path" and parameter.feed is not None:
            params.append(
                (parameter.name, f"{parameter.feed.contract}.{'.'.join(parameter.feed.path)}")
            )
        elif parameter.required and parameter.name not in shape.params:
            try:
                value = recipes.argument(endpoint, parameter, given, frozenset())
            except UnreachableError:
                return None
            if value is None or not is_static(value):
                return None
            fixed.append((parameter.name, value))
    return tuple(params), tuple(fixed)


def _callers(recipes: Recipes, endpoint: nodes.Endpoint) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The actors that may call whoever owns the thing, and the contracts whose owner may."""
    everyone = [actor.name for actor in recipes.suite.actors]
    if endpoint.open:
        return (ANONYMOUS,), ()
    named = {actor.name for word in endpoint.allowed for actor in recipes.actors_of(word)}
    return tuple(name for name in everyone if name in named), endpoint.owned


def _refused(endpoint: nodes.Endpoint) -> tuple[int, ...]:
    """What who may not call is answered: as promised, or else as HTTP has it."""
    promised = _when(endpoint, "forbidden", "unknown", "deleted")
    if not promised:
        declared = {item.status for item in endpoint.returns}
        promised = [status for status in (403, 404) if status in declared]
    return tuple(dict.fromkeys(promised)) or (403, 404)


def _gone(endpoint: nodes.Endpoint, deed: str) -> tuple[int, ...]:
    kinds = ["unknown", "deleted", *(["repeated"] if deed == "deletes" else [])]
    promised = _when(endpoint, *kinds)
    declared = {item.status for item in endpoint.returns}
    usual = [status for status in (404, 410) if status in declared] or [404, 410]
    # A PUT that may answer 201 makes anew what is not there.
    anew = [201] if endpoint.method == "PUT" and 201 in declared else []
    return tuple(dict.fromkeys([*(promised or usual), *anew]))


def _when(endpoint: nodes.Endpoint, *kinds: str) -> list[int]:
    return [
        item.status
        for item in endpoint.returns
        if any(condition.kind in kinds for condition in item.conditions)
    ]


def _hides(recipes: Recipes, contract: str) -> bool:
    """Whether who may not read a thing must not be shown it in a list either."""
    shown = reader_of(recipes, contract)
    owner = recipes.owner_of(contract)
    if shown is None or owner is None or contract not in shown[0].owned:
        return False
    return recipes.role_of(owner) not in shown[0].allowed


def _shown(recipes: Recipes, contract: str) -> tuple[str, ...]:
    """The fields that the client decides."""
    record = recipes.types.get(contract)
    if not isinstance(record, Record):
        return ()
    return tuple(
        item.name
        for item in record.properties
        if not (item.readonly or item.writeonly or item.secret)
    )
