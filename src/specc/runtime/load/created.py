"""What a run's requests have created: noted as it is made, and deleted once nothing is measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from time import perf_counter
from typing import Any

import attrs
import gevent
from gevent.pool import Pool

from specc.runtime.absent import ABSENT
from specc.runtime.actor import Actor
from specc.runtime.effects import Creates, FromBody, FromParam, Undo
from specc.runtime.endpoint import Endpoint
from specc.runtime.exchange import Response
from specc.runtime.redaction import redacted
from specc.runtime.thing import Thing, at_path, body_of, made
from specc.runtime.visible import one_line

MOST_NOTED = 250_000
"""Things of which is known how they are deleted; those beyond are counted, and left."""
AT_ONCE = 8
RATE = 500.0
"""Deletions a second at most."""
_PATIENCE = 50
"""Deletions in a row that fail before the service is taken to be gone, or to refuse."""
_REASONS = 5

Key = tuple[object, ...]


@attrs.define
class Cleaning:
    """What became of the things that a run had created, as far as the spec says how to delete."""

    noted: int = 0
    deleted: int = 0
    """By the clean-up; those that a flow has deleted itself are none of `noted`."""
    kept: bool = False
    """Whether they were to be left."""
    unnoted: int = 0
    """Created when as many as could be were noted already."""
    ended: str = ""
    """Why the clean-up ended before all was tried."""
    left: Counter[str] = attrs.Factory(Counter)
    """Why things could not be deleted, and how many."""

    @property
    def remaining(self) -> int:
        """Things that are still there."""
        return self.noted - self.deleted + self.unnoted

    def add(self, other: Cleaning) -> None:
        """Take in what another process did."""
        self.noted += other.noted
        self.deleted += other.deleted
        self.kept = self.kept or other.kept
        self.unnoted += other.unnoted
        self.ended = self.ended or other.ended
        self.left.update(other.left)

    def lines(self) -> list[str]:
        """It in words; none where nothing was created."""
        if not self.noted and not self.unnoted:
            return []
        if self.kept:
            return [f"created: {self.noted + self.unnoted:,}, all kept"]
        told = [f"created: {self.noted + self.unnoted:,}, {self.deleted:,} of them deleted"]
        if self.remaining:
            told[0] += f", {self.remaining:,} LEFT BEHIND"
        if self.ended:
            told.append(f"  the clean-up ended early: {self.ended}")
        if self.unnoted:
            told.append(f"  {self.unnoted:,}: no more than {MOST_NOTED:,} are taken note of")
        return told + [f"  {count:,}: {why}" for why, count in self.left.most_common(_REASONS)]


class _Kind:
    """Things that one endpoint made as one actor, by what their deletion takes."""

    __slots__ = ("actor", "creates", "endpoint", "known", "undo")

    def __init__(self, creates: Creates, undo: Undo, actor: Actor, endpoint: Endpoint) -> None:
        self.creates = creates
        self.undo = undo
        self.actor = actor
        self.endpoint = endpoint
        self.known: dict[tuple[str, ...], Key] = {}

    @property
    def undone_by(self) -> str:
        endpoint = self.undo.endpoint
        return endpoint if isinstance(endpoint, str) else endpoint.name

    def key(self, params: Mapping[str, object]) -> tuple[str, ...] | None:
        """What a call is about, where its parameters are those of the deletion."""
        try:
            return tuple(
                str(params[name] if isinstance(source, FromBody | FromParam) else source)
                for name, source in self.undo.params.items()
            )
        except KeyError:
            return None


class Created:
    """The things that the callers of one process have created. Memory is bounded."""

    def __init__(self) -> None:
        self._kinds: dict[tuple[Actor, Endpoint], _Kind] = {}
        self._count = 0
        self._unnoted = 0
        self._unknown: Counter[str] = Counter()

    def __len__(self) -> int:
        return self._count

    def note(
        self, actor: Actor, endpoint: Endpoint, params: Mapping[str, Any], response: Response
    ) -> None:
        """Take down what a successful call did to things."""
        if endpoint.deletes is not None or endpoint.updates is not None:
            self._change(actor, endpoint, params, response)
        creates = endpoint.creates
        if creates is None or creates.undo is None:
            return
        if self._count >= MOST_NOTED:
            self._unnoted += 1
            return
        kind = self._kinds.get((actor, endpoint))
        if kind is None:
            kind = _Kind(creates, creates.undo, actor, endpoint)
            self._kinds[actor, endpoint] = kind
        thing = made(creates, creates.undo, actor, endpoint, params, response)
        if thing.unknown:
            self._unknown[f"{thing.name}: {thing.unknown}"] += 1
            return
        values = tuple(thing.params.values())
        key = tuple(map(str, values))
        if key not in kind.known:
            self._count += 1
        # Of text the key is the values: it is not kept twice.
        kind.known[key] = key if key == values else values

    def _change(
        self, actor: Actor, endpoint: Endpoint, params: Mapping[str, Any], response: Response
    ) -> None:
        for kind in self._kinds.values():
            if kind.endpoint.service is not endpoint.service:
                continue
            if kind.creates.thing == endpoint.deletes and kind.undone_by == endpoint.name:
                key = kind.key(params)
                if key is not None and kind.known.pop(key, None) is not None:
                    self._count -= 1
            elif kind.creates.thing == endpoint.updates:
                key = kind.key(params)
                old = None if key is None else kind.known.pop(key, None)
                if old is not None:
                    new = _refreshed(kind, old, response)
                    kind.known[tuple(map(str, new))] = new

    def cleaning(self, *, keep: bool = False) -> Cleaning:
        """What there is to delete, or to leave."""
        return Cleaning(
            self._count + sum(self._unknown.values()),
            kept=keep,
            unnoted=self._unnoted,
            left=Counter(self._unknown),
        )

    def delete(self, told: Cleaning, wants_end: Callable[[], str]) -> None:
        """Delete them, the last made first; at most AT_ONCE at a time, and RATE a second.

        What becomes of them is added to `told`. `wants_end` says, in words, why to stop before all
        are tried; empty while not to.
        """
        began = perf_counter()
        in_a_row = 0

        def delete_one(thing: Thing) -> None:
            nonlocal in_a_row
            why = thing.delete()
            if not why:
                told.deleted += 1
                in_a_row = 0
                return
            in_a_row += 1
            told.left[redacted(one_line(f"{thing.name}: {why}"))[:300]] += 1

        workers = Pool(AT_ONCE)
        begun = 0
        # What was made of what came before is deleted before it.
        for kind in reversed(self._kinds.values()):
            while kind.known and not told.ended:
                _, values = kind.known.popitem()
                self._count -= 1
                begun += 1
                gevent.sleep(max(began + begun / RATE - perf_counter(), 0))
                workers.spawn(delete_one, _thing(kind, values))
                told.ended = wants_end()
                if in_a_row >= _PATIENCE:
                    told.ended = f"{in_a_row} in a row could not be deleted"
            workers.join()


def _thing(kind: _Kind, values: Key) -> Thing:
    params = dict(zip(kind.undo.params, values, strict=True))
    return Thing(kind.creates.thing, kind.actor, kind.endpoint, kind.undo, kind.creates.at, params)


def _refreshed(kind: _Kind, values: Key, response: Response) -> Key:
    """What a thing is known by after an update: its slug may be another."""
    if at_path(body_of(response), ()) is ABSENT:
        return values
    thing = _thing(kind, values)
    thing.refresh(response)
    return tuple(thing.params.values())
