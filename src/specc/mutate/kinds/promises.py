"""Orders, counts and states that are not what the spec says."""

from __future__ import annotations

from collections.abc import Iterator

from specc.ir.nodes import Endpoint
from specc.mock.defects import Quirk
from specc.mock.state import State
from specc.mutate.kinds.quirks import quirk_of
from specc.mutate.mutant import Mutant


def promises(_state: State, endpoint: Endpoint) -> Iterator[Mutant]:
    """What follows from `sorts by`, `counts from` and `moves`."""
    for key in endpoint.sorts[:1]:
        yield quirk_of(endpoint, "ignores_order", Quirk.IGNORES_ORDER, key.place, "sorts")
    if endpoint.counted is not None:
        place = endpoint.counted.place
        yield quirk_of(endpoint, "miscounts", Quirk.MISCOUNTS, place, "counts")
    for move in endpoint.moves[:1]:
        yield quirk_of(endpoint, "ignores_state", Quirk.IGNORES_STATE, move.place, "stays")
        yield quirk_of(endpoint, "keeps_state", Quirk.KEEPS_STATE, move.place, "moves")
