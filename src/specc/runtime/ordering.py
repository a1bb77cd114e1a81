"""A list is in the order, and as long, as it is said to be."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from specc.runtime.diff import same
from specc.runtime.iso8601 import instant
from specc.runtime.json_text import brief
from specc.runtime.lists import Listed, value_at, wrong_list


def in_order(
    listed: Listed, key: Sequence[str], made: Sequence[object], field: str, descending: bool
) -> None:
    """Of the items that were made, with these values at `key`, none comes too early by `field`.

    Texts may be ordered by their letters in either case. Raises Broken.
    """
    __tracebackhide__ = True
    mine = [item for item in listed.items if any(same(value_at(item, key), one) for one in made)]
    found = [value for item in mine if (value := value_at(item, [field])) is not None]
    if descending:
        found.reverse()
    if not any(_is_rising([read(value) for value in found]) for read in (_as_is, _folded)):
        shown = ", ".join(brief(value_at(item, [field])) for item in mine)
        word = "falls" if descending else "rises"
        raise wrong_list(listed, f"`{field}` is not what {word} in the list: it shows {shown}")


def counts(listed: Listed, source: Sequence[str]) -> None:
    """Each page says, in a header or its body, how many items there are. Raises Broken."""
    __tracebackhide__ = True
    place, *names = source
    for number, page in enumerate(listed.pages):
        said = page.header(names[0]) if place == "header" else value_at(page.json, names)
        if str(said) != str(len(listed.items)):
            message = f"page {number + 1} says that there are {said} items, and there are "
            raise wrong_list(listed, f"{message}{len(listed.items)}", number)


def _as_is(value: object) -> Any:
    try:
        return instant(value) if isinstance(value, str) else value
    except ValueError:
        return value


def _folded(value: object) -> Any:
    return value.casefold() if isinstance(value, str) else value


def _is_rising(values: Sequence[Any]) -> bool:
    try:
        return all(one <= other for one, other in pairwise(values))
    except TypeError:
        return True  # What is of different kinds has no order.
