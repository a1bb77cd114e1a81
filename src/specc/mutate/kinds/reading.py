"""What is shown is not what was asked for, or is not there."""

from __future__ import annotations

from collections.abc import Iterator

from specc.ir.nodes import Effect, Endpoint
from specc.mock.access import selects
from specc.mock.defects import Quirk
from specc.mock.state import State
from specc.mutate.kinds.quirks import quirk_of
from specc.mutate.mutant import Mutant


def reading(state: State, endpoint: Endpoint) -> Iterator[Mutant]:
    """Another thing than the one that is meant, or one that is not there."""
    chosen = [item for item in endpoint.parameters if selects(state, endpoint, item)]
    about = {effect.contract for effect in endpoint.effects if effect.kind != "lists"}
    reads = next((item for item in endpoint.effects if item.kind == "reads"), None)
    for parameter in chosen:
        returned = endpoint.when("unknown", parameter.name)
        if returned is not None:
            unknown = f"unknown.{parameter.name}"
            yield quirk_of(
                endpoint,
                "makes_up_unknown",
                Quirk.MAKES_UP_UNKNOWN,
                returned.place,
                unknown,
                of=parameter.name,
            )
    if any(endpoint.when("unknown", item.name) is not None for item in chosen):
        returned = next(
            found for item in chosen if (found := endpoint.when("unknown", item.name)) is not None
        )
        yield quirk_of(
            endpoint, "faults_on_unknown", Quirk.FAILS_ON_UNKNOWN, returned.place, "unknown"
        )
    if len(chosen) > 1:
        yield quirk_of(
            endpoint, "ignores_parent", Quirk.IGNORES_PARENT, chosen[-1].place, "misplaced"
        )
    if reads is not None and (chosen or reads.of_self):
        if not reads.of_self and reads.contract in about and reads.at is not None:
            yield quirk_of(endpoint, "shows_wrong_thing", Quirk.WRONG_THING, reads.place, "reads")
            if endpoint.owned:
                yield quirk_of(
                    endpoint, "shows_others_thing", Quirk.OTHERS_THING, reads.place, "reads"
                )
        if _visible(state, reads):
            yield quirk_of(endpoint, "writes_by_reading", Quirk.READING_WRITES, reads.place, "safe")
        if endpoint.when("deleted") is not None:
            yield quirk_of(endpoint, "shows_deleted", Quirk.STILL_READABLE, reads.place, "deleted")


def _visible(state: State, effect: Effect) -> bool:
    """Whether something shows what becomes of a thing: an endpoint that reads or lists it."""
    return effect.at is not None and bool(
        state.recipes.by_effect.get(("reads", effect.contract))
        or state.recipes.by_effect.get(("lists", effect.contract))
    )
