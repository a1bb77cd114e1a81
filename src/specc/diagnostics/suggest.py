"""Did you mean: the one near name for a name that isn't there."""

import re
from collections.abc import Iterable
from typing import TypeAlias

from specc.diagnostics.edit_distance import edit_distance

Words: TypeAlias = tuple[str, ...]

LONGEST = 80
"""Names beyond this length are not typing slips, and comparing them would cost."""

SHORTEST = 3
"""The letters that two names must at least share where one is the other with a word more."""

MOST_SEPARATOR_SLIPS = 2
"""Edits allowed where the names don't even have the same number of words."""

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SEPARATOR = re.compile(r"[_.\-\s]+")


def did_you_mean(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate that `name` was most likely meant to be, or None where none is near.

    Near is, nearest first: the same but for case and separators (`orderId`, `order_id`); the same
    words in another order; a few slips of the keyboard in each word; and last, one word more or
    less at either end (`login`, `auth.login`) where only one candidate has it. The order of the
    candidates does not matter.
    """
    if not 0 < len(name) <= LONGEST:
        return None
    words = _words(name)
    limit = LONGEST
    near: list[tuple[int, int, bool, str]] = []
    extended: set[str] = set()
    for candidate in candidates:
        if candidate == name or len(candidate) > 2 * LONGEST:
            continue
        others = _words(candidate)
        distance = _distance(words, others, limit)
        if distance is not None:
            limit = distance  # what is farther away cannot win any more
            other_start = candidate[:1] != name[0]
            near.append((distance, _case_changes(name, candidate), other_start, candidate))
        elif _extends(words, others) or _extends(others, words):
            extended.add(candidate)
    if near:
        return min(near)[-1]
    return extended.pop() if len(extended) == 1 else None


def _words(name: str) -> Words:
    spaced = _HUMP.sub("_", name)
    return tuple(_SEPARATOR.split(spaced.casefold().strip("_.- ")))


def _distance(words: Words, others: Words, limit: int) -> int | None:
    """How far apart two names are: 0 for the same letters, then by edits; None if not near."""
    if "".join(words) == "".join(others):
        return 0
    if len(words) > 1 and sorted(words) == sorted(others):
        return 1 if limit else None
    if len(words) != len(others):
        allowed = min(limit, MOST_SEPARATOR_SLIPS, _slips("".join(words)))
        return edit_distance("_".join(words), "_".join(others), allowed)
    # Word by word: `create_user` is not near `create_order`, much as they have in common.
    total = 0
    for word, other in zip(words, others, strict=True):
        if word != other:
            slips = edit_distance(word, other, min(_slips(word), limit - total))
            if slips is None:
                return None
            total += slips
    return total


def _slips(word: str) -> int:
    """How many edits a word may be off: one for three letters, but something must be left."""
    return min(max(1, len(word) // 3), max(0, len(word) - 1))


def _case_changes(name: str, candidate: str) -> int:
    """How many letters at the same place differ in case: breaks ties of `order` and `Order`."""
    pairs = zip(name, candidate, strict=False)
    return sum(a != b and a.casefold() == b.casefold() for a, b in pairs)


def _extends(shorter: Words, longer: Words) -> bool:
    """Whether one word more, in front or behind, makes `shorter` into `longer`."""
    if len(longer) != len(shorter) + 1 or sum(map(len, shorter)) < SHORTEST:
        return False
    return shorter in (longer[1:], longer[:-1])
