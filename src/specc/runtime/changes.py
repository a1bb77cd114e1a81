"""Edits of a valid value that make it invalid in one place, or in none."""

from abc import ABC, abstractmethod
from collections.abc import Mapping

import attrs

from specc.runtime.files import File
from specc.runtime.json_text import Json, compact
from specc.runtime.paths import Step, parse


def copy(value: Json) -> Json:
    """A copy of a JSON-like value that shares no object and no list with it."""
    if isinstance(value, Mapping):
        return {key: copy(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [copy(item) for item in value]
    return value


@attrs.frozen
class Change(ABC):
    """One edit. Calling it with a value returns an edited copy; the value stays as it is.

    `path` is a place as in `lines[0].quantity`; the empty path is the whole value. The call raises
    LookupError where the value has no such place. `kind` says what is wrong with the outcome, or
    odd, in a word; a change that isn't called by its place and its kind has an `id`.
    """

    path: str
    id: str = attrs.field(default="", kw_only=True)

    def __str__(self) -> str:
        """What the change is called in the names of tests: `lines[].quantity.above_maximum`."""
        return self.id or f"{_place(self.path)}.{getattr(self, 'kind', '')}"

    @abstractmethod
    def __call__(self, base: Json) -> Json:
        """An edited copy of `base`."""

    def _nowhere(self) -> LookupError:
        return LookupError(f"the value has no place {self.path}")


class _Edit(Change):
    """A change of what one place holds; the copy of the value around it is the same for all."""

    def __call__(self, base: Json) -> Json:
        """An edited copy of `base`."""
        steps = parse(self.path)
        if not steps:
            return self._whole()
        result = copy(base)
        holder = result
        for step in steps[:-1]:
            try:
                holder = holder[step]
            except (LookupError, TypeError):
                raise self._nowhere() from None
        self._edit(holder, steps[-1])
        return result

    def _whole(self) -> Json:
        raise LookupError("the whole value cannot be dropped")

    @abstractmethod
    def _edit(self, holder: Json, step: Step) -> None:
        """Change what `holder`, an object or a list, has at `step`."""


@attrs.frozen
class Drop(_Edit):
    """Leave out a field or an item."""

    kind: str = ""

    def _edit(self, holder: Json, step: Step) -> None:
        try:
            del holder[step]
        except (LookupError, TypeError):
            raise self._nowhere() from None


@attrs.frozen
class Put(_Edit):
    """Put a value in a place: a field (there or not), an item, or one more item at the end."""

    value: Json = None
    kind: str = ""

    def _whole(self) -> Json:
        return copy(self.value)

    def _edit(self, holder: Json, step: Step) -> None:
        match holder, step:
            case dict(), str():
                holder[step] = copy(self.value)
            case list(), int() if step < len(holder):
                holder[step] = copy(self.value)
            case list(), int() if step == len(holder):
                holder.append(copy(self.value))
            case _:
                raise self._nowhere()


@attrs.frozen
class Append(_Edit):
    """Lengthen a text: what it begins with, which may be nobody else's, stays."""

    more: str = ""
    kind: str = ""

    def _edit(self, holder: Json, step: Step) -> None:
        holder[step] = _text_at(self, holder, step) + self.more


@attrs.frozen
class Fill(_Edit):
    """Make a text so many characters long, beginning as before."""

    length: int = 0
    kind: str = ""

    def _edit(self, holder: Json, step: Step) -> None:
        text = _text_at(self, holder, step)
        holder[step] = text[: self.length].ljust(self.length, "a")


@attrs.frozen
class Resize(_Edit):
    """Make a file so many bytes long, beginning as before."""

    size: int = 0
    kind: str = ""

    def _edit(self, holder: Json, step: Step) -> None:
        try:
            old = holder[step]
        except (LookupError, TypeError):
            old = File("example.bin", b"")
        if not isinstance(old, File):
            raise self._nowhere()
        content = old.content[: self.size].ljust(self.size, b"\0")
        holder[step] = attrs.evolve(old, content=content)


@attrs.frozen
class Repeat(Change):
    """Say a field of the whole object twice. What comes of it is the text of JSON."""

    kind: str = ""

    def __call__(self, base: Json) -> Json:
        """The JSON of `base` with the field in it twice."""
        match parse(self.path), base:
            case [str() as name], Mapping() if name in base:
                first = compact({name: base[name]})
                return first[:-1] + b"," + compact(base)[1:]
            case _:
                raise self._nowhere()


def _place(path: str) -> str:
    """A path without the numbers of items: `lines[].quantity`."""
    place = ""
    for step in parse(path):
        if isinstance(step, int):
            place += "[]"
        else:
            place += f".{step}" if place else step
    return place


def _text_at(change: Change, holder: Json, step: Step) -> str:
    try:
        text = holder[step]
    except (LookupError, TypeError):
        raise change._nowhere() from None
    if not isinstance(text, str):
        raise change._nowhere()
    return text
