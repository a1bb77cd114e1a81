"""Many actors of one kind, made when they are first needed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from types import TracebackType

from specc.runtime.actor import Actor
from specc.runtime.things import lasting, reopened


class Pool:
    """`size` actors that `make(index)` makes, handed out in turn.

    What making them creates lasts until `delete()`, or the end of the pool's `with` block. A pool
    may be used by many threads.
    """

    def __init__(self, name: str, make: Callable[[int], Actor], size: int) -> None:
        if size < 1:
            raise ValueError(f"the pool {name} needs at least one member")
        self.name = name
        self._make = make
        self._members: list[Actor | None] = [None] * size
        self._locks = [threading.Lock() for _ in range(size)]
        self._turn = 0
        self._turning = threading.Lock()
        with lasting() as self._things:
            pass

    def __len__(self) -> int:
        return len(self._members)

    def __getitem__(self, index: int) -> Actor:
        """A certain member. Raises IndexError if the pool is not that large."""
        member = self._members[index]
        if member is None:
            with self._locks[index]:
                member = self._members[index]
                if member is None:
                    with reopened(self._things):
                        member = self._members[index] = self._make(index % len(self))
        return member

    def take(self) -> Actor:
        """The next member; after the last one comes the first again."""
        with self._turning:
            index = self._turn
            self._turn = (index + 1) % len(self)
        return self[index]

    def delete(self) -> None:
        """Delete what making the members created."""
        self._things.delete()

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        raised: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.delete()

    def __repr__(self) -> str:
        return f"<Pool {self.name} of {len(self)}>"
