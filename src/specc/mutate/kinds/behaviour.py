"""Behaviour that is wrong: who is let in, what is written, what is listed, what is remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from specc.ir.nodes import Effect, Endpoint
from specc.mock.access import selects
from specc.mock.changing import described
from specc.mock.defects import Defect, Quirk
from specc.mock.listing import is_filter, limit_name
from specc.mock.state import State
from specc.mutate.mutant import Mutant
from specc.mutate.places import without_null
from specc.semantics.types import Record


def _quirk(
    endpoint: Endpoint,
    kind: str,
    quirk: Quirk,
    place: str,
    *expected: str,
    of: str = "",
    about: str = "",
) -> Mutant:
    text = quirk.value + (f": {of}" if of else "") + (f" ({about})" if about else "")
    ids = tuple(f"{endpoint.name}.{item}" for item in expected)
    defect = Defect(endpoint.name, quirk=quirk, of=of)
    return Mutant(kind, endpoint.name, of, place, text, defect, ids)


def access(state: State, endpoint: Endpoint) -> Iterator[Mutant]:
    """Whoever should be refused is let in; who should be let in is refused."""
    name, place = endpoint.name, endpoint.as_place
    if name in state.identities.logins:
        yield _quirk(
            endpoint, "trusts_any_login", Quirk.TRUSTS_ANY_LOGIN, place, "refuses", "rejects"
        )
    if endpoint.open:
        return
    yield _believed(
        endpoint,
        "ignores_authentication",
        "nobody in particular is let in",
        lambda item: attrs.evolve(item, allowed=("anyone",), owned=()),
        "refuses.anonymous",
    )
    yield _quirk(endpoint, "trusts_any_credential", Quirk.TRUSTS_ANY_CREDENTIAL, place, "refuses")
    entitled = _entitled(state, endpoint)
    for role in state.recipes.by_role:
        if role in entitled:
            continue
        yield _believed(
            endpoint,
            "ignores_role",
            f"{role} is let in",
            _with_role(role),
            f"refuses.{role}",
            of=role,
        )
    if len(endpoint.allowed) + len(endpoint.owned) > 1:
        for word in endpoint.allowed:
            yield _believed(
                endpoint,
                "refuses_role",
                f"{word} is refused",
                _without_role(word),
                f"allows.{word}",
                "conforms",
                of=word,
            )
    if endpoint.owned and any(
        state.recipes.role_of(state.recipes.owner_of(contract) or "") not in endpoint.allowed
        for contract in endpoint.owned
    ):
        yield _quirk(endpoint, "ignores_owner", Quirk.IGNORES_OWNER, place, "refuses.stranger")


def _believed(
    endpoint: Endpoint,
    kind: str,
    text: str,
    spec: Callable[[Endpoint], Endpoint],
    *expected: str,
    of: str = "",
) -> Mutant:
    ids = tuple(f"{endpoint.name}.{item}" for item in expected)
    defect = Defect(endpoint.name, spec=spec)
    return Mutant(kind, endpoint.name, of, endpoint.as_place, text, defect, ids)


def _with_role(role: str) -> Callable[[Endpoint], Endpoint]:
    return lambda item: attrs.evolve(item, allowed=(*item.allowed, role))


def _without_role(role: str) -> Callable[[Endpoint], Endpoint]:
    def believed(item: Endpoint) -> Endpoint:
        return attrs.evolve(item, allowed=tuple(each for each in item.allowed if each != role))

    return believed


def _entitled(state: State, endpoint: Endpoint) -> set[str]:
    """The roles that may call, by themselves or as owners."""
    found = set(endpoint.allowed)
    for contract in endpoint.owned:
        owner = state.recipes.owner_of(contract)
        found.add(state.recipes.role_of(owner or "") or "")
    return found


def reading(state: State, endpoint: Endpoint) -> Iterator[Mutant]:
    """Another thing than the one that is meant, or one that is not there."""
    chosen = [item for item in endpoint.parameters if selects(state, endpoint, item)]
    about = {effect.contract for effect in endpoint.effects if effect.kind != "lists"}
    reads = next((item for item in endpoint.effects if item.kind == "reads"), None)
    for parameter in chosen:
        returned = endpoint.when("unknown", parameter.name)
        if returned is not None:
            unknown = f"unknown.{parameter.name}"
            yield _quirk(
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
        yield _quirk(
            endpoint, "faults_on_unknown", Quirk.FAILS_ON_UNKNOWN, returned.place, "unknown"
        )
    if len(chosen) > 1:
        yield _quirk(
            endpoint, "ignores_parent", Quirk.IGNORES_PARENT, chosen[-1].place, "unknown", "refuses"
        )
    if reads is not None and (chosen or reads.of_self):
        if not reads.of_self and reads.contract in about and reads.at is not None:
            yield _quirk(endpoint, "shows_wrong_thing", Quirk.WRONG_THING, reads.place, "conforms")
            if endpoint.owned:
                yield _quirk(
                    endpoint, "shows_others_thing", Quirk.OTHERS_THING, reads.place, "conforms"
                )
        if _visible(state, reads):
            yield _quirk(endpoint, "writes_by_reading", Quirk.READING_WRITES, reads.place, "reads")
        if endpoint.when("deleted") is not None:
            yield _quirk(endpoint, "shows_deleted", Quirk.STILL_READABLE, reads.place, "deleted")


def _visible(state: State, effect: Effect) -> bool:
    """Whether something shows what becomes of a thing: an endpoint that reads or lists it."""
    return effect.at is not None and bool(
        state.recipes.by_effect.get(("reads", effect.contract))
        or state.recipes.by_effect.get(("lists", effect.contract))
    )


def writing(state: State, endpoint: Endpoint) -> Iterator[Mutant]:
    """What is answered to be written is not, or not all of it, or somewhere else."""
    for effect in endpoint.effects:
        shown = bool(
            state.recipes.by_effect.get(("reads", effect.contract))
            or state.recipes.by_effect.get(("lists", effect.contract))
        )
        match effect.kind:
            case "creates" if shown:
                yield _quirk(endpoint, "loses_write", Quirk.LOSES_WRITE, effect.place, "creates")
                yield from _partly(state, endpoint, effect, "creates")
                yield from _refused(endpoint, effect)
            case "updates" if shown and effect.at is not None and _changes(state, endpoint, effect):
                yield _quirk(endpoint, "loses_write", Quirk.LOSES_WRITE, effect.place, "updates")
                yield from _partly(state, endpoint, effect, "updates")
                if not effect.of_self:
                    yield _quirk(
                        endpoint,
                        "writes_elsewhere",
                        Quirk.WRITES_ELSEWHERE,
                        effect.place,
                        "updates",
                    )
                if endpoint.method == "PATCH":
                    yield _quirk(
                        endpoint, "clears_unsent", Quirk.CLEARS_UNSENT, effect.place, "updates"
                    )
                yield from _refused(endpoint, effect)
            case "deletes" if shown:
                yield from _deleting(state, endpoint, effect)
            case _:
                pass


def _deleting(state: State, endpoint: Endpoint, effect: Effect) -> Iterator[Mutant]:
    place = effect.place
    yield _quirk(endpoint, "deletes_nothing", Quirk.DELETES_NOTHING, place, "deletes")
    if not effect.of_self:
        yield _quirk(endpoint, "deletes_another", Quirk.WRITES_ELSEWHERE, place, "deletes")
    if state.recipes.by_effect.get(("reads", effect.contract)):
        yield _quirk(endpoint, "resurrects", Quirk.STILL_READABLE, place, "deletes")
    if state.recipes.by_effect.get(("lists", effect.contract)):
        yield _quirk(endpoint, "lists_deleted", Quirk.STILL_LISTED, place, "deletes")
    if endpoint.owned:
        yield from _refused(endpoint, effect)


def _refused(endpoint: Endpoint, effect: Effect) -> Iterator[Mutant]:
    """A call that is refused has its effect all the same."""
    if not endpoint.open or endpoint.when("invalid", "body") is not None:
        yield _quirk(
            endpoint, "writes_refused", Quirk.FAILED_CALL_WRITES, effect.place, "refuses", "rejects"
        )


def _changes(state: State, endpoint: Endpoint, effect: Effect) -> bool:
    """Whether a call changes what can be seen: a field that is sent, or that a test tells of."""
    return bool(_sent_fields(state, endpoint, effect)) or any(
        lesson.path[: len(effect.at or ())] == (effect.at or ())
        for lesson in state.lessons.get(endpoint.name, ())
    )


def _sent_fields(state: State, endpoint: Endpoint, effect: Effect) -> list[str]:
    """The fields of a thing that the body of a call has."""
    type_ = endpoint.body_type
    for name in described(state, endpoint, effect):
        body = None if type_ is None else without_null(state.types, type_)[0]
        item = body.get(name) if isinstance(body, Record) else None
        type_ = None if item is None else item.type
    sent = None if type_ is None else without_null(state.types, type_)[0]
    record = state.record_of(effect.contract)
    if not isinstance(sent, Record) or record is None:
        return []
    return [
        item.name
        for item in record.properties
        if not (item.readonly or item.writeonly or item.secret) and sent.get(item.name) is not None
    ]


def _partly(state: State, endpoint: Endpoint, effect: Effect, expected: str) -> Iterator[Mutant]:
    for name in _sent_fields(state, endpoint, effect):
        if (name,) not in state.keys_of(effect.contract):
            yield _quirk(
                endpoint,
                "writes_in_part",
                Quirk.WRITES_IN_PART,
                effect.place,
                expected,
                of=name,
            )


def listing(state: State, endpoint: Endpoint) -> Iterator[Mutant]:
    """Lists that miss, repeat or show too much, and pages with gaps."""
    effect = endpoint.effect("lists")
    if effect is None or effect.at is None:
        return
    place = effect.place
    yield _quirk(endpoint, "misses_one", Quirk.MISSES_ONE, place, "lists")
    yield _quirk(endpoint, "shows_twice", Quirk.SHOWS_TWICE, place, "lists", "pages")
    hidden = [
        reader
        for reader in state.readers_of(effect.contract)
        if effect.contract in reader.owned
        and not set(reader.allowed) & set(endpoint.allowed)
        and not reader.open
    ]
    if (hidden and set(endpoint.allowed) & set(state.recipes.by_role)) or effect.of_self:
        yield _quirk(endpoint, "shows_strangers", Quirk.SHOWS_STRANGERS, place, "hides")
    for parameter in endpoint.parameters:
        if is_filter(state, endpoint, parameter) and parameter.feed is not None:
            yield _quirk(
                endpoint,
                "ignores_filter",
                Quirk.IGNORES_FILTER,
                parameter.place,
                f"filters.{parameter.name}",
                of=parameter.name,
            )
    if any(selects(state, endpoint, item) for item in endpoint.parameters):
        yield _quirk(endpoint, "ignores_parent", Quirk.IGNORES_PARENT, place, "lists")
    pages = endpoint.pages
    if pages is not None and limit_name(endpoint) is not None:
        for kind, quirk in (
            ("ignores_limit", Quirk.IGNORES_LIMIT),
            ("skips_between_pages", Quirk.SKIPS_BETWEEN_PAGES),
            ("repeats_between_pages", Quirk.REPEATS_BETWEEN_PAGES),
            ("ends_early", Quirk.ENDS_EARLY),
        ):
            yield _quirk(endpoint, kind, quirk, pages.place, "pages", "lists")


def remembering(state: State, endpoint: Endpoint) -> Iterator[Mutant]:
    """Repetitions, versions and limits that are not kept in mind."""
    repeated = endpoint.when("repeated")
    deletes = endpoint.effect("deletes")
    if repeated is not None and deletes is None:
        yield _quirk(
            endpoint, "ignores_repetition", Quirk.IGNORES_REPETITION, repeated.place, "repeated"
        )
    if endpoint.method in ("GET", "PUT") and endpoint.success is not None and repeated is None:
        yield _quirk(
            endpoint,
            "fails_when_repeated",
            Quirk.FAILS_WHEN_REPEATED,
            endpoint.success.place,
            "conforms",
            "reads",
        )
    stale = endpoint.when("stale")
    if stale is not None:
        yield _quirk(endpoint, "accepts_stale", Quirk.ACCEPTS_STALE, stale.place, "stale")
    unchanged = endpoint.when("unchanged")
    if unchanged is not None:
        yield _quirk(
            endpoint, "sends_unchanged", Quirk.IGNORES_UNCHANGED, unchanged.place, "unchanged"
        )
    updates = endpoint.effect("updates")
    if updates is not None and _versioned(state, updates.contract):
        yield _quirk(endpoint, "keeps_version", Quirk.KEEPS_VERSION, updates.place, "updates")
    limited = endpoint.when("rate exceeded")
    if limited is not None and endpoint.name in state.recipes.limits:
        yield _quirk(
            endpoint, "counts_nothing", Quirk.NO_RATE_LIMIT, limited.place, "rate_exceeded"
        )
    records = [effect for effect in endpoint.effects if effect.kind in ("creates", "updates")]
    for effect in records[:1]:
        record = state.record_of(effect.contract)
        if record is not None and any(
            item.readonly and (item.name,) not in state.keys_of(effect.contract)
            for item in record.properties
        ):
            yield _quirk(
                endpoint, "takes_readonly", Quirk.TAKES_READONLY, effect.place, effect.kind
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
