"""Texts that a regular expression of a contract accepts, within a range of lengths.

They are put together from the expression itself, so that none has to be thrown away. What the
pattern says beyond that (looking ahead, references to groups) is left to Hypothesis' own
`from_regex`, and the little that does not fit is filtered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import attrs
from hypothesis import strategies as st

# Python's own reader of patterns: the modules are private, so that nobody vouches for their types.
_op: Any = import_module("re._constants")
_parser: Any = import_module("re._parser")

_ENDLESS = 1 << 30
_MORE = 12
"""Characters that an open repetition goes beyond what it must have."""

# Members of Unicode's classes, as sets that `re` knows: enough of them to be surprising.
_CLASSES = {
    "L": "a-zA-Zß-öø-ÿа-яα-ω一-三",
    "Lu": "A-ZÀ-ÖА-Я",
    "Ll": "a-zß-öа-я",
    "N": "0-9",
    "Nd": "0-9",
    "P": "!-#%-*,-/:;?@",
    "S": "$+<=>",
    "Z": " ",
    "Zs": " ",
}
_PROPERTY = re.compile(r"\\p\{(?:\w+=)?(\w+)\}")
_SET = re.compile(r"\[(?:[^\]\\]|\\.)*\]")
_NAMED_GROUP = re.compile(r"\(\?<(?![=!])")

_PRINTABLE = "abcxyzABCXYZ0189 _-.,:;!?#$%&*+/=@~äßЯ中"


class UnreadableError(ValueError):
    """No text could be made for a pattern; the message says which, and why."""


def translated(pattern: str) -> str:
    """The pattern of JSON Schema as Python's `re` reads it."""

    def bare(found: re.Match[str]) -> str:
        return _CLASSES.get(found[1], "a-zA-Z")

    inside = _SET.sub(lambda found: _PROPERTY.sub(bare, found[0]), pattern)
    plain = _PROPERTY.sub(lambda found: f"[{bare(found)}]", inside)
    return _NAMED_GROUP.sub("(?P<", plain).replace(r"\/", "/")


def texts(
    pattern: str, low: int, high: int | None, accepts: Callable[[str], bool]
) -> st.SearchStrategy[str]:
    """Texts of `low` to `high` characters that the pattern accepts. `accepts` has the last word.

    Raises UnreadableError where nothing is known that makes such texts.
    """
    most = _ENDLESS if high is None else high
    try:
        tree = _parser.parse(translated(pattern), re.ASCII)
        shape = _sequence(tree)
    except (re.error, OverflowError, RecursionError, LookupError) as wrong:
        return _hypothesis_own(pattern, low, most, accepts, wrong)
    if shape.low > most or shape.high < low:
        raise UnreadableError(
            f"/{pattern}/ has no match of {low} to {high if high is not None else 'any'} characters"
        )
    made = st.composite(lambda draw: shape.draw(draw, low, max(min(most, shape.high), low)))()
    return made.filter(accepts)


def _hypothesis_own(
    pattern: str, low: int, high: int, accepts: Callable[[str], bool], why: Exception
) -> st.SearchStrategy[str]:
    try:
        made = st.from_regex(re.compile(translated(pattern), re.ASCII), fullmatch=False)
        made.validate()
    except Exception as wrong:  # whatever it stumbles over: the pattern is beyond us
        raise UnreadableError(f"no text can be made for /{pattern}/: {wrong or why}") from None
    # `$` of Python accepts a line end behind it, which JSON Schema's does not.
    plain = made.map(lambda text: text.strip("\n"))
    return plain.filter(lambda text: low <= len(text) <= high and accepts(text))


@attrs.frozen
class _Shape:
    """A part of a pattern: how many characters it may have, and what draws it.

    `draw(draw, low, high)` makes text of a length in a range that meets `self.low..self.high`.
    """

    low: int
    high: int
    draw: Callable[[Any, int, int], str]


def _sequence(items: Any) -> _Shape:
    shapes = [_shape(kind, value) for kind, value in items]
    low = sum(each.low for each in shapes)
    high = min(_ENDLESS, sum(each.high for each in shapes))

    def draw(draw: Any, least: int, most: int) -> str:
        return _drawn(draw, shapes, least, most)

    return _Shape(low, high, draw)


def _drawn(draw: Any, shapes: Sequence[_Shape], least: int, most: int) -> str:
    """Text of several parts in turn; what the later ones need, or can't give, the former know."""
    lows, highs = [0], [0]
    for shape in reversed(shapes):
        lows.append(lows[-1] + shape.low)
        highs.append(min(_ENDLESS, highs[-1] + shape.high))
    text = ""
    for index, shape in enumerate(shapes):
        rest = len(shapes) - index - 1
        low = max(shape.low, least - len(text) - highs[rest])
        high = min(shape.high, most - len(text) - lows[rest])
        text += shape.draw(draw, low, max(low, high))
    return text


def _shape(kind: Any, value: Any) -> _Shape:
    if kind is _op.LITERAL:
        return _Shape(1, 1, lambda _draw, _low, _high: chr(value))
    if kind is _op.ANY:
        return _one_of(st.sampled_from(_PRINTABLE))
    if kind is _op.NOT_LITERAL:
        return _one_of(st.sampled_from([char for char in _PRINTABLE if ord(char) != value]))
    if kind is _op.IN:
        return _one_of(_members(value))
    if kind is _op.SUBPATTERN:
        return _sequence(value[3])
    if kind is _op.BRANCH:
        return _branch([_sequence(each) for each in value[1]])
    if kind in (_op.MAX_REPEAT, _op.MIN_REPEAT, _op.POSSESSIVE_REPEAT):
        least, most, inner = value
        return _repeat(_sequence(inner), least, _ENDLESS if most is _op.MAXREPEAT else most)
    if kind is _op.AT and value in (
        _op.AT_BEGINNING,
        _op.AT_BEGINNING_STRING,
        _op.AT_END,
        _op.AT_END_STRING,
    ):
        return _Shape(0, 0, lambda _draw, _low, _high: "")
    raise LookupError(f"{kind} is not followed")


def _one_of(strategy: st.SearchStrategy[str]) -> _Shape:
    return _Shape(1, 1, lambda draw, _low, _high: str(draw(strategy)))


def _branch(options: list[_Shape]) -> _Shape:
    def draw(draw: Any, low: int, high: int) -> str:
        fitting = [each for each in options if each.low <= high and each.high >= low]
        chosen = draw(st.sampled_from(fitting or options))
        return str(chosen.draw(draw, max(low, chosen.low), min(high, chosen.high)))

    return _Shape(min(each.low for each in options), max(each.high for each in options), draw)


def _repeat(inner: _Shape, least: int, most: int) -> _Shape:
    def draw(draw: Any, low: int, high: int) -> str:
        # As many as the length asks for, and not many more: long texts are a matter of their own.
        fewest = max(least, -(-low // inner.high) if 0 < inner.high < _ENDLESS else least)
        if inner.high >= _ENDLESS and low > 0:
            fewest = max(fewest, 1)
        greatest = min(most, high // inner.low if inner.low else fewest + _MORE, fewest + _MORE)
        count = draw(st.integers(min(fewest, most), max(fewest, greatest)))
        return _drawn(draw, [inner] * count, low, high)

    high = min(_ENDLESS, most * inner.high) if inner.high else 0
    return _Shape(least * inner.low, high, draw)


def _members(items: Any) -> st.SearchStrategy[str]:
    """One character of a set."""
    negated = items[0][0] is _op.NEGATE
    ranges = [span for item in items[1:] if negated for span in _ranges(item)]
    if negated:
        free = [char for char in _PRINTABLE if not any(a <= ord(char) <= b for a, b in ranges)]
        return st.sampled_from(free or [_first_outside(ranges)])
    spans = [span for item in items for span in _ranges(item)]
    several = [
        st.characters(min_codepoint=low, max_codepoint=high, exclude_categories=["Cs"])
        for low, high in spans
    ]
    return st.one_of(several)


def _first_outside(ranges: list[tuple[int, int]]) -> str:
    for code in range(0x20, 0x3000):
        if not any(low <= code <= high for low, high in ranges):
            return chr(code)
    raise LookupError("the set leaves no character")


_CATEGORIES: dict[str, list[tuple[int, int]]] = {
    "CATEGORY_DIGIT": [(48, 57)],
    "CATEGORY_WORD": [(97, 122), (65, 90), (48, 57), (95, 95)],
    "CATEGORY_SPACE": [(32, 32), (9, 9)],
    "CATEGORY_NOT_DIGIT": [(97, 122), (65, 90), (32, 47)],
    "CATEGORY_NOT_WORD": [(32, 47), (58, 64)],
    "CATEGORY_NOT_SPACE": [(97, 122), (33, 96), (123, 126), (228, 246)],
}


def _ranges(item: tuple[Any, Any]) -> list[tuple[int, int]]:
    kind, value = item
    if kind is _op.LITERAL:
        return [(value, value)]
    if kind is _op.RANGE:
        return [tuple(value)]
    if kind is _op.CATEGORY:
        return _CATEGORIES[str(value).rpartition(".")[2]]
    raise LookupError(f"{kind} is not followed")
