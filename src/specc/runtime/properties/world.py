"""What a sequence of calls has made: which things are there, whose they are, what they hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

import attrs

from specc.runtime.diff import same
from specc.runtime.iso8601 import instant
from specc.runtime.json_text import Json

State: TypeAlias = Literal["there", "gone", "unknown"]

_ABSENT = object()


@attrs.define(eq=False)
class Known:
    """A thing, as far as is known of it. `value` is what was last answered of it.

    What has become of a thing is `unknown` when one that it was made in is gone. `shown` are the
    fields that the client decides, and that are sure to read as they were answered.
    """

    contract: str
    owner: str
    value: Mapping[str, Json]
    parents: tuple[Known, ...]
    shown: dict[str, Json]
    step: object
    """The step of the sequence that has made it."""
    state: State = "there"

    def family(self) -> Iterator[Known]:
        """The thing itself, and those that it was made in."""
        yield self
        for parent in self.parents:
            yield from parent.family()

    def field(self, name: str) -> Json:
        """`Order.id`: a field of the thing, or of one that it was made in."""
        contract, _, path = name.partition(".")
        for thing in self.family():
            if thing.contract == contract:
                return at(thing.value, tuple(path.split(".")))
        raise LookupError(f"nothing here is a {contract}")

    def has(self, contract: str) -> bool:
        """Whether it is of a contract, or was made in such a thing."""
        return any(each.contract == contract for each in self.family())

    def owner_of(self, contract: str) -> str | None:
        """Who owns it, or the thing of that contract that it was made in."""
        return next((each.owner for each in self.family() if each.contract == contract), None)

    @property
    def is_there(self) -> bool:
        """Whether it is there, and all that it was made in as well."""
        return all(each.state == "there" for each in self.family())


def at(value: Json, path: tuple[str, ...]) -> Json:
    """What is at a path in a value. Raises LookupError where nothing is."""
    for step in path:
        if not isinstance(value, Mapping) or step not in value:
            raise LookupError(f"there is no {'.'.join(path)}")
        value = value[step]
    return value


def kept(sent: Json, answered: Json) -> bool:
    """Whether what was answered is what was sent.

    Blanks around a text, the case of its letters, the spelling of an instant, and null for what is
    not there, are a service's own affair.
    """
    if sent is None or answered is None:
        return sent is answered or answered in ("", [], {}) or sent in ("", [], {})
    if isinstance(sent, str) and isinstance(answered, str):
        return sent.strip().casefold() == answered.strip().casefold() or _one_instant(
            sent, answered
        )
    if isinstance(sent, Mapping) and isinstance(answered, Mapping):
        return all(kept(item, answered.get(name)) for name, item in sent.items())
    if isinstance(sent, list) and isinstance(answered, list):
        return len(sent) == len(answered) and all(map(kept, sent, answered))
    return same(answered, sent)


def _one_instant(one: str, other: str) -> bool:
    try:
        return instant(one) == instant(other)
    except ValueError:
        return False


def field_in(value: Json, path: tuple[str, ...], name: str) -> Json:
    """A field of the object at a path; a mark of its own where there is none."""
    try:
        return at(value, (*path, name))
    except LookupError:
        return _ABSENT


def is_absent(value: object) -> bool:
    """Whether `field_in` has found nothing."""
    return value is _ABSENT
