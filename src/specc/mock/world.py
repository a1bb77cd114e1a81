"""What a mock keeps: things, whose they are, and under which other things they were made."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import Any

import attrs


@attrs.define(eq=False)
class Principal:
    """Someone who calls: an actor of the spec, or one more of its kind.

    `account` is the thing that the caller itself is.
    """

    actor: str
    role: str
    account: Thing | None = None
    known: dict[str, Any] = attrs.field(factory=dict, repr=False)
    """What it is known by: the fields that it logs in with."""
    gone: bool = False


@attrs.define(eq=False)
class Thing:
    """A thing of a contract. `value` has what answers may show of it, `sent` what they may not.

    `parents` are the things that the path named under which it was made, by contract.
    """

    contract: str
    number: int
    value: dict[str, Any]
    sent: dict[str, Any] = attrs.field(factory=dict, repr=False)
    owner: Principal | None = attrs.field(default=None, repr=False)
    parents: dict[str, Thing] = attrs.field(factory=dict, repr=False)
    maker: str = ""
    """The endpoint that made it."""
    version: int = 0
    """A number that no other thing and no other state of it has."""
    gone: bool = False

    @property
    def alive(self) -> bool:
        """Whether neither it nor what it belongs under is deleted."""
        return not self.gone and all(parent.alive for parent in self.parents.values())

    def field(self, path: tuple[str, ...]) -> Any:
        """A field's value; None where there is none."""
        value: Any = self.value
        for name in path:
            value = value.get(name) if isinstance(value, dict) else None
        return value

    def under(self, others: dict[str, Thing]) -> bool:
        """Whether it was made under the things given, as far as it was made under any such."""
        return all(
            self.parents.get(contract, other) is other
            for contract, other in others.items()
            if other is not self
        )


@attrs.define(eq=False)
class World:
    """All things of a mock. Not safe for threads: the mock answers one call at a time."""

    things: dict[str, list[Thing]] = attrs.field(factory=dict)
    numbers: int = 0
    calls: dict[str, Thing | None] = attrs.field(factory=dict)
    """The calls that have succeeded, with what they made."""
    rates: dict[tuple[str, str], deque[float]] = attrs.field(factory=dict)
    """When calls were made that count against a limit, by endpoint and whom it counts for."""
    turns: dict[tuple[str, tuple[str, ...]], bool] = attrs.field(factory=dict)
    versions: dict[str, int] = attrs.field(factory=dict)
    """Per contract, a number that changes with anything about its things."""

    def next_turn(self, endpoint: str, path: tuple[str, ...]) -> bool:
        """Whether a field that may be absent is there this time: it is in the first answer."""
        taken = self.turns.get((endpoint, path), False)
        self.turns[(endpoint, path)] = not taken
        return not taken

    def next_number(self) -> int:
        """A number that nothing has yet."""
        self.numbers += 1
        return self.numbers

    def add(self, thing: Thing) -> None:
        """Keep a thing."""
        self.things.setdefault(thing.contract, []).append(thing)
        self.changed(thing.contract)

    def changed(self, contract: str) -> None:
        """Note that lists of a contract's things are not as they were."""
        self.versions[contract] = self.next_number()

    def of(self, contract: str) -> Iterator[Thing]:
        """The things of a contract that are there, the newest first."""
        return (thing for thing in reversed(self.things.get(contract, ())) if thing.alive)

    def all_of(self, contract: str) -> Iterator[Thing]:
        """The same, with those that are gone."""
        return reversed(self.things.get(contract, ()))

    def delete(self, thing: Thing) -> None:
        """Have a thing gone, and with it all that was made under it."""
        thing.gone = True
        self.changed(thing.contract)
        if thing.owner is not None and thing.owner.account is thing:
            thing.owner.gone = True
