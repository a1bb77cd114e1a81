"""What is read again must be what was written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from specc.runtime.broken import Broken, Finding
from specc.runtime.diff import differences, same
from specc.runtime.exchange import Response
from specc.runtime.iso8601 import duration, instant
from specc.runtime.json_text import Json, brief
from specc.runtime.mismatch import Mismatch
from specc.runtime.paths import Path, join


def reads_back(again: Json, made: Json, fields: Sequence[str]) -> None:
    """A thing that is read again has the fields that it was made with. Raises Broken.

    Only `fields` are compared: what the server decides may go on changing.
    """
    __tracebackhide__ = True
    found: list[Mismatch] = []
    for name in fields:
        if name in made:
            if name not in again:
                found.append(Mismatch.between(name, brief(made[name]), "nothing"))
            else:
                found.extend(differences(again[name], made[name], (name,)))
    if found:
        raise Broken(Finding(tuple(found)))


def change_kept(before: Json, changed: Json, after: Json) -> None:
    """What a call answered to have changed is not as before when it is read again. Raises Broken.

    The new value itself may have moved on by then, as an order that is shipped once it is paid.
    """
    __tracebackhide__ = True
    found: list[Mismatch] = []
    for name in changed if isinstance(changed, Mapping) else ():
        if name not in before or name not in after or same(before[name], changed[name]):
            continue
        if same(after[name], before[name]):
            found.append(
                Mismatch.between(
                    name,
                    f"{brief(changed[name])} as was answered",
                    f"{brief(after[name])} as before",
                )
            )
    if found:
        raise Broken(Finding(tuple(found)))


def as_sent(again: Json, sent: Json, fields: Sequence[str], at: Sequence[str] = ()) -> None:
    """A thing that is read has the fields that were sent, which stood at `at`. Raises Broken.

    What the server adds within them is its own, moments and durations may be written in another
    way, and null may as well be nothing at all.
    """
    __tracebackhide__ = True
    given = _inside(sent, at)
    found: list[Mismatch] = []
    for name in fields if isinstance(given, Mapping) else ():
        if name in given:
            there = again.get(name) if isinstance(again, Mapping) else None
            found.extend(_changed(there, given[name], (name,)))
    if found:
        raise Broken(Finding(tuple(found)))


def rest_kept(
    before: Json, after: Json, sent: Json, fields: Sequence[str], at: Sequence[str] = ()
) -> None:
    """A call left those of the fields as they were that it did not send at `at`. Raises Broken.

    Where it sent none of them, it may have said in other words what changes: see `_told`.
    """
    __tracebackhide__ = True
    given = _inside(sent, at)
    named = given if isinstance(given, Mapping) else {}
    told = not any(name in named for name in fields)
    found: list[Mismatch] = []
    for name in fields:
        if name not in named and not (told and _told(after.get(name), before.get(name), named)):
            found.extend(_changed(after.get(name), before.get(name), (name,)))
    if found:
        raise Broken(Finding(tuple(found)))


def _told(after: Json, before: Json, sent: Mapping[str, Json]) -> bool:
    """Whether a value is another one because of what was sent: that itself, or reckoned with it."""
    values = list(sent.values())
    counts = [value for value in values if _is_number(value)]
    return any(same(after, value) for value in values) or (
        bool(counts) and _is_number(after) and _is_number(before)
    )


def _is_number(value: Json) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def server_decides(
    usual: Response, claimed: Response, fields: Sequence[str], at: Sequence[str] = ()
) -> None:
    """Of the fields that only the server sets, none has what a client claimed. Raises Broken.

    `usual` answers the same call without any claim: what the server says then is no claim's doing.
    """
    __tracebackhide__ = True
    given = _inside(claimed.sent, at)
    if claimed.status >= 300 or not isinstance(given, Mapping):
        return
    plain, answered = _inside(usual.json, at), _inside(claimed.json, at)
    found = [
        Mismatch(
            name,
            f"the client sent {brief(given[name])}, and that is what it is now",
            "what the server says",
            brief(answered[name]),
        )
        for name in fields
        if name in given
        and name in answered
        and same(answered[name], given[name])
        and not same(plain.get(name), given[name])
    ]
    if found:
        raise Broken(Finding(tuple(found), shown=(claimed,)))


def _inside(value: Json, at: Sequence[str]) -> Json:
    for name in at:
        if not isinstance(value, Mapping) or name not in value:
            return None
        value = value[name]
    return value


def _changed(there: Json, sent: Json, path: Path) -> list[Mismatch]:
    """Where what is there is not what was sent."""
    match there, sent:
        case Mapping(), Mapping():
            return [
                found
                for name in sent
                for found in _changed(there.get(name), sent[name], (*path, str(name)))
            ]
        case ((list() | tuple()), (list() | tuple())) if len(there) == len(sent):
            return [
                found
                for index, (one, other) in enumerate(zip(there, sent, strict=True))
                for found in _changed(one, other, (*path, index))
            ]
        case str(), str():
            is_same = there == sent or _same_moment(there, sent)
        case _:
            is_same = same(there, sent)
    return [] if is_same else [Mismatch.between(join("", path), brief(sent), brief(there))]


def _same_moment(one: str, other: str) -> bool:
    for read in (instant, duration):
        try:
            return read(one) == read(other)
        except ValueError:
            continue
    return False
