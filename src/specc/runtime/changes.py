"""Edits of a valid value that make it invalid in one place, or in none."""

from collections.abc import Mapping

import attrs

from specc.runtime.json_text import Json
from specc.runtime.paths import Step, parse


def copy(value: Json) -> Json:
    """A copy of a JSON-like value that shares no object and no list with it."""
    if isinstance(value, Mapping):
        return {key: copy(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [copy(item) for item in value]
    return value


@attrs.frozen
class Change:
    """One edit. Calling it with a value returns an edited copy; the value stays as it is.

    `path` is a place as in `lines[0].quantity`; the empty path is the whole value. The call raises
    LookupError where the value has no such place.
    """

    path: str

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

    def _edit(self, holder: Json, step: Step) -> None:
        raise NotImplementedError

    def _nowhere(self) -> LookupError:
        return LookupError(f"the value has no place {self.path}")


@attrs.frozen
class Drop(Change):
    """Leave out a field or an item."""

    def _edit(self, holder: Json, step: Step) -> None:
        try:
            del holder[step]
        except (LookupError, TypeError):
            raise self._nowhere() from None


@attrs.frozen
class Put(Change):
    """Put a value in a place: a field (there or not), an item, or one more item at the end."""

    value: Json = None

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
