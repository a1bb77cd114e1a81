"""What is answered to be written is not, or not all of it, or somewhere else."""

from __future__ import annotations

from collections.abc import Iterator

from specc.ir.nodes import Effect, Endpoint
from specc.mock.changing import described
from specc.mock.defects import Quirk
from specc.mock.state import State
from specc.mutate.kinds.quirks import quirk_of
from specc.mutate.mutant import Mutant
from specc.mutate.places import without_null
from specc.semantics.types import Record


def writing(state: State, endpoint: Endpoint) -> Iterator[Mutant]:
    """What is answered to be written is not, or not all of it, or somewhere else."""
    for effect in endpoint.effects:
        shown = bool(
            state.recipes.by_effect.get(("reads", effect.contract))
            or state.recipes.by_effect.get(("lists", effect.contract))
        )
        match effect.kind:
            case "creates" if shown:
                yield quirk_of(endpoint, "loses_write", Quirk.LOSES_WRITE, effect.place, "creates")
                yield from _partly(state, endpoint, effect, "creates")
                yield from _refused(endpoint, effect)
            case "updates" if shown and effect.at is not None and _changes(state, endpoint, effect):
                yield quirk_of(endpoint, "loses_write", Quirk.LOSES_WRITE, effect.place, "updates")
                yield from _partly(state, endpoint, effect, "updates")
                if not effect.of_self:
                    yield quirk_of(
                        endpoint,
                        "writes_elsewhere",
                        Quirk.WRITES_ELSEWHERE,
                        effect.place,
                        "updates",
                    )
                if endpoint.method == "PATCH":
                    yield quirk_of(
                        endpoint, "clears_unsent", Quirk.CLEARS_UNSENT, effect.place, "updates"
                    )
                yield from _refused(endpoint, effect)
            case "deletes" if shown:
                yield from _deleting(state, endpoint, effect)
            case _:
                pass


def _deleting(state: State, endpoint: Endpoint, effect: Effect) -> Iterator[Mutant]:
    place = effect.place
    yield quirk_of(endpoint, "deletes_nothing", Quirk.DELETES_NOTHING, place, "deletes")
    if not effect.of_self:
        yield quirk_of(endpoint, "deletes_another", Quirk.WRITES_ELSEWHERE, place, "deletes")
    if state.recipes.by_effect.get(("reads", effect.contract)):
        yield quirk_of(endpoint, "resurrects", Quirk.STILL_READABLE, place, "deletes")
    if state.recipes.by_effect.get(("lists", effect.contract)):
        yield quirk_of(endpoint, "lists_deleted", Quirk.STILL_LISTED, place, "deletes")
    if endpoint.owned:
        yield from _refused(endpoint, effect)


def _refused(endpoint: Endpoint, effect: Effect) -> Iterator[Mutant]:
    """A call that is refused has its effect all the same."""
    if not endpoint.open or endpoint.when("invalid", "body") is not None:
        yield quirk_of(
            endpoint, "writes_refused", Quirk.FAILED_CALL_WRITES, effect.place, "refuses", "rejects"
        )


def _changes(state: State, endpoint: Endpoint, effect: Effect) -> bool:
    """Whether a call changes what can be seen: a field that is sent, or that a test tells of."""
    return bool(_sent_fields(state, endpoint, effect)) or any(
        lesson.path[: len(effect.at or ())] == (effect.at or ())
        for lesson in state.lessons.get(endpoint.name, ())
    )


def sent_record(state: State, endpoint: Endpoint, effect: Effect) -> Record | None:
    """What the body of a call has of a thing; None where it has none of it."""
    type_ = endpoint.body_type
    for name in described(state, endpoint, effect):
        body = None if type_ is None else without_null(state.types, type_)[0]
        item = body.get(name) if isinstance(body, Record) else None
        type_ = None if item is None else item.type
    sent = None if type_ is None else without_null(state.types, type_)[0]
    return sent if isinstance(sent, Record) else None


def _sent_fields(state: State, endpoint: Endpoint, effect: Effect) -> list[str]:
    """The fields of a thing that the body of a call has."""
    sent = sent_record(state, endpoint, effect)
    record = state.record_of(effect.contract)
    if sent is None or record is None:
        return []
    return [
        item.name
        for item in record.properties
        if not (item.readonly or item.writeonly or item.secret) and sent.get(item.name) is not None
    ]


def _partly(state: State, endpoint: Endpoint, effect: Effect, expected: str) -> Iterator[Mutant]:
    for name in _sent_fields(state, endpoint, effect):
        if (name,) not in state.keys_of(effect.contract):
            yield quirk_of(
                endpoint,
                "writes_in_part",
                Quirk.WRITES_IN_PART,
                effect.place,
                expected,
                of=name,
            )
