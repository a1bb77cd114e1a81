"""One edit of a value, and the place where it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import Literal as OneOf

import attrs

if TYPE_CHECKING:
    from specc.semantics.symbols import Symbol

LONGEST = 1_000_000
"""Texts longer than this are not made to find a limit: sizes like that are load."""
MOST_ITEMS = 20_000
"""The same for lists."""

Operation = OneOf["put", "drop", "append", "fill", "resize", "repeat"]


@attrs.frozen
class Change:
    """One edit of a base value. `label` is its stable name; `path` leads to where it applies.

    `put` and `drop` set a value and leave it out. `append` lengthens a text by another one, `fill`
    makes it as long as `value` says, `resize` does so with a file, and `repeat` says a field twice.
    `text` marks a value that is sent as it is, past the type's own serialisation.
    """

    label: str
    operation: Operation
    path: tuple[str | int, ...]
    value: object = None
    text: bool = False

    def edits_as(self, other: Change) -> bool:
        """Whether both are the same edit, whatever they are called."""
        return (
            self.path == other.path
            and self.operation == other.operation
            and self.text == other.text
            and type(self.value) is type(other.value)
            and self.value == other.value
        )


@attrs.frozen
class Place:
    """Where a type stands in a value. `within` are the contracts that lead there."""

    path: tuple[str | int, ...] = ()
    label: str = ""
    within: tuple[Symbol, ...] = ()

    def named(self, kind: str) -> str:
        """The label of a change of this kind here."""
        return f"{self.label}.{kind}" if self.label else kind

    def put(self, kind: str, value: object, *, text: bool = False) -> Change:
        """The change that puts a value here."""
        return Change(self.named(kind), "put", self.path, value, text)

    def edit(self, kind: str, operation: Operation, value: object = None) -> Change:
        """The change that does something else here."""
        return Change(self.named(kind), operation, self.path, value)

    def field(self, name: str) -> Place:
        """The place of a field."""
        return attrs.evolve(self, path=(*self.path, name), label=self.named(name))

    def item(self, number: int = 0) -> Place:
        """The place of an item of the list here."""
        return attrs.evolve(self, path=(*self.path, number), label=f"{self.label}[]")

    def entry(self, key: str) -> Place:
        """The place of a value of the map here."""
        return attrs.evolve(self, path=(*self.path, key), label=self.named("*"))

    def variant(self, name: str) -> Place:
        """The same place where a certain type of several stands there."""
        return attrs.evolve(self, label=self.named(name))


def word(value: object) -> str:
    """A value as a part of a label."""
    return "".join(char if char.isalnum() else "_" for char in str(value))[:40]
