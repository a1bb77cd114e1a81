"""Actors as virtual users are them: each made once, with its requests ready to be sent."""

from __future__ import annotations

import math
from collections.abc import Callable

from specc.runtime.actor import Actor
from specc.runtime.load.created import Created
from specc.runtime.load.prepared import Prepared, Ready
from specc.runtime.load.tally import Tally


class Identity:
    """An actor as callers use it, with the requests that are ready to be sent as it."""

    def __init__(self, actor: Actor, tally: Tally) -> None:
        self.actor = actor
        self.tally = tally
        self.renews = actor.renews
        self._ready: dict[Prepared, Ready] = {}
        self._changes = actor.changes

    def ready(self, prepared: Prepared) -> Ready:
        """A request as this actor sends it. Raises Broken if credentials can't be renewed."""
        actor = self.actor
        if self.renews:
            actor.renew()
        if self._changes != actor.changes:
            self._changes = actor.changes
            self._ready.clear()
        found = self._ready.get(prepared)
        if found is None:
            prepared.service.allowed.check(prepared.service.origin)
            series = self.tally.of(prepared.name, prepared.method)
            found = self._ready[prepared] = Ready(prepared, actor, series)
        return found


class Identities:
    """Actors by what makes them: each is made once, for all callers."""

    def __init__(self, tally: Tally) -> None:
        self.tally = tally
        self.created = Created()
        """What was created as any of them, or as the profile's own actors."""
        self._made: dict[Callable[[], Actor], Identity] = {}

    def of(self, maker: Callable[[], Actor]) -> Identity:
        """The identity that `maker` makes. Raises Broken where it can't be made."""
        found = self._made.get(maker)
        if found is None:
            found = self._made[maker] = Identity(maker(), self.tally)
        return found


class Sampling:
    """Which answers are held against their whole contract: a share of all, evenly."""

    __slots__ = ("_every", "left")

    def __init__(self, share: float) -> None:
        self._every = 1 / share if share else math.inf
        self.left = 1.0 if share else math.inf
        """Answers until the next one; each takes one off, and at 0 `again` is to be called."""

    def again(self) -> None:
        """One was checked: count to the next one."""
        self.left += self._every
