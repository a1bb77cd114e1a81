"""What a sequence says when it is broken: after which calls, and what a test of it has to claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import attrs

from specc.runtime.broken import Broken, Finding
from specc.runtime.history import Called
from specc.runtime.json_text import brief, compact
from specc.runtime.lists import Listed
from specc.runtime.mismatch import Mismatch
from specc.runtime.properties.rules import Rule

_MOST = 8


@contextmanager
def after(calls: Sequence[Called], statuses: Sequence[int]) -> Iterator[None]:
    """Have a Broken of the block say which calls led to it, and what the last should have been."""
    try:
        yield
    except Broken as broken:
        lead = f"after {_told(calls)}," if len(calls) > 1 else ""
        shown = tuple(call.response for call in calls[-1:] if call.response is not None)
        one = Broken(
            *(attrs.evolve(each, lead=lead, shown=each.shown or shown) for each in broken.findings)
        )
        one.about = attrs.evolve(broken.about, expects=tuple(statuses))
        raise one from None


def _told(calls: Sequence[Called]) -> str:
    words = [
        f"{call.endpoint.name} as {call.actor.name}"
        + (f" ({call.response.status})" if call.response else "")
        for call in calls[:-1]
    ]
    more = len(words) - _MOST
    return ("... " if more > 0 else "") + ", ".join(words[-_MOST:])


def differs(path: tuple[str, ...], known: Any, came: Any, how: str) -> Broken:
    """A field is not what it was."""
    place = ".".join(("body", *path))
    broken = Broken(Finding((Mismatch.between(place, f"{brief(known)} {how}", brief(came)),)))
    broken.about = attrs.evolve(
        broken.about, claim={"kind": "equal", "path": list(path), "value": compact(known).decode()}
    )
    return broken


def not_listed(rule: Rule, key: str | None, listed: Listed) -> Broken:
    """A thing that is there is not in its owner's list."""
    text = f"no item of the list has `{rule.key}` {brief(key)}, which is there"
    return _of_list(rule, key, listed, text, "in")


def still_listed(rule: Rule, key: str | None, listed: Listed, why: str) -> Broken:
    """A thing is in a list that must not show it."""
    text = f"the list shows the item with `{rule.key}` {brief(key)}, which is {why}"
    return _of_list(rule, key, listed, text, "not in")


def _of_list(rule: Rule, key: str | None, listed: Listed, text: str, kind: str) -> Broken:
    broken = Broken(Finding((Mismatch("", text),), shown=listed.pages[-1:]))
    claim = {
        "kind": kind,
        "path": list(rule.at),
        "key": rule.key.split("."),
        "value": compact(key).decode(),
    }
    broken.about = attrs.evolve(broken.about, claim=claim)
    return broken
