"""Repetitions, versions and limits that are not kept in mind."""

from __future__ import annotations

from collections.abc import Iterator

from specc.ir.nodes import Endpoint
from specc.mock.defects import Quirk
from specc.mock.state import State
from specc.mutate.kinds.quirks import quirk_of
from specc.mutate.kinds.writing import sent_record
from specc.mutate.mutant import Mutant


def remembering(state: State, endpoint: Endpoint) -> Iterator[Mutant]:
    """Repetitions, versions and limits that are not kept in mind."""
    repeated = endpoint.when("repeated")
    deletes = endpoint.effect("deletes")
    # What is in its new state by then is blocked by that, too.
    blocked = endpoint.when("blocked")
    by_state = blocked is not None and repeated is not None and blocked.status == repeated.status
    if repeated is not None and deletes is None and not by_state:
        yield quirk_of(
            endpoint, "ignores_repetition", Quirk.IGNORES_REPETITION, repeated.place, "repeated"
        )
    if endpoint.method in ("GET", "PUT") and endpoint.success is not None and repeated is None:
        yield quirk_of(
            endpoint,
            "fails_when_repeated",
            Quirk.FAILS_WHEN_REPEATED,
            endpoint.success.place,
            "again",
            "safe",
        )
    stale = endpoint.when("stale")
    if stale is not None:
        yield quirk_of(endpoint, "accepts_stale", Quirk.ACCEPTS_STALE, stale.place, "stale")
    unchanged = endpoint.when("unchanged")
    if unchanged is not None:
        yield quirk_of(
            endpoint, "sends_unchanged", Quirk.IGNORES_UNCHANGED, unchanged.place, "unchanged"
        )
    updates = endpoint.effect("updates")
    if updates is not None and _versioned(state, updates.contract):
        yield quirk_of(endpoint, "keeps_version", Quirk.KEEPS_VERSION, updates.place, "updates")
    limited = endpoint.when("rate exceeded")
    if limited is not None and endpoint.name in state.recipes.limits:
        yield quirk_of(
            endpoint, "counts_nothing", Quirk.NO_RATE_LIMIT, limited.place, "rate_exceeded"
        )
    records = [effect for effect in endpoint.effects if effect.kind in ("creates", "updates")]
    for effect in records[:1]:
        record = state.record_of(effect.contract)
        sent = sent_record(state, endpoint, effect)
        # A closed body that has no such field is refused with it.
        if (
            sent is not None
            and record is not None
            and any(
                item.readonly
                and (item.name,) not in state.keys_of(effect.contract)
                and (sent.open or sent.get(item.name) is not None)
                for item in record.properties
            )
        ):
            yield quirk_of(
                endpoint, "takes_readonly", Quirk.TAKES_READONLY, effect.place, "ignores"
            )


def _versioned(state: State, contract: str) -> bool:
    """Whether something refuses or withholds by the version of such a thing."""
    return any(
        endpoint.when(kind) is not None
        for endpoint in state.endpoints.values()
        for kind in ("stale", "unchanged")
        if any(
            item.feed is not None and item.feed.contract == contract for item in endpoint.parameters
        )
    )
