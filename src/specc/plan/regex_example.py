"""A text that a regular expression accepts."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

# Python's own reader of patterns: the modules are private, so that nobody vouches for their types.
op: Any = import_module("re._constants")
parser: Any = import_module("re._parser")

# ECMA classes that Python's `re` doesn't know, as sets that it does.
_PROPERTIES = {
    "L": "a-zA-Z",
    "Lu": "A-Z",
    "Ll": "a-z",
    "N": "0-9",
    "Nd": "0-9",
    "P": "!-/",
    "S": "$+<=>",
    "Z": " ",
    "Zs": " ",
}
_PROPERTY = re.compile(r"\\p\{(?:\w+=)?(\w+)\}")
_IN_SET = re.compile(r"\[(?:[^\]\\]|\\.)*\]")


def translated(pattern: str) -> str:
    """The pattern with `\\p{L}` and its like written as sets of ASCII, for Python's `re`."""

    def bare(match: re.Match[str]) -> str:
        return _PROPERTIES.get(match[1], "a-zA-Z")

    inside = _IN_SET.sub(lambda found: _PROPERTY.sub(bare, found[0]), pattern)
    return _PROPERTY.sub(lambda match: f"[{bare(match)}]", inside)


_ENDS = re.compile(r"\\.|\[(?:[^\]\\]|\\.)*\]|\$", re.DOTALL)


def _to_the_end(pattern: str) -> str:
    """The pattern with its `$` for the very end, as ECMA 262 has it: Python allows a line's end."""
    return _ENDS.sub(lambda found: r"\Z" if found[0] == "$" else found[0], pattern)


def accepts(pattern: str, text: str) -> bool:
    """Whether the pattern is found in the text; True where Python cannot read the pattern."""
    try:
        return re.search(_to_the_end(translated(pattern)), text) is not None
    except re.error:
        return True


def regex_example(pattern: str, low: int = 0, *, most: int | None = None) -> str | None:
    """A text of at least `low` characters that the pattern accepts; None where none was found.

    With `most`, each part that may repeat does so as often as it may, at most so many times.
    """
    try:
        tree = parser.parse(translated(pattern))
    except (re.error, OverflowError, RecursionError):
        return None
    for extra in (0, low, low * 2) if most is None else (most,):
        text = _sequence(tree, {}, extra)
        if text is not None and len(text) >= low and accepts(pattern, text):
            return text
    return None


def _sequence(items: Any, groups: dict[int, str], extra: int) -> str | None:
    out: list[str] = []
    for operator, argument in items:
        text = _one(operator, argument, groups, extra)
        if text is None:
            return None
        out.append(text)
    return "".join(out)


def _one(operator: Any, argument: Any, groups: dict[int, str], extra: int) -> str | None:
    if operator is op.LITERAL:
        return chr(argument)
    if operator is op.NOT_LITERAL:
        return "a" if argument != ord("a") else "b"
    if operator is op.ANY:
        return "a"
    if operator is op.AT or operator is op.ASSERT or operator is op.ASSERT_NOT:
        return ""
    if operator is op.IN:
        return _member(argument)
    if operator is op.BRANCH:
        for branch in argument[1]:
            text = _sequence(branch, groups, extra)
            if text is not None:
                return text
        return None
    if operator in (op.MAX_REPEAT, op.MIN_REPEAT, getattr(op, "POSSESSIVE_REPEAT", None)):
        low, high, inner = argument
        wanted = max(low, min(int(high), extra))
        return _repeated(inner, wanted, groups, extra)
    if operator is op.SUBPATTERN:
        text = _sequence(argument[3], groups, extra)
        if text is not None and argument[0] is not None:
            groups[argument[0]] = text
        return text
    if operator is op.GROUPREF:
        return groups.get(argument)
    return None


def _repeated(inner: Any, count: int, groups: dict[int, str], extra: int) -> str | None:
    if count > 10_000:
        return None
    text = _sequence(inner, groups, extra)
    return None if text is None or len(text) * count > 100_000 else text * count


def _member(items: Any) -> str | None:
    negated = any(operator is op.NEGATE for operator, _ in items)
    if negated:
        for char in "aA0-_ z9b\u00e9":
            if not any(_in(operator, argument, char) for operator, argument in items):
                return char
        return None
    for char in "Aa1":
        # A letter or digit reads better than whatever the set happens to begin with.
        if any(_in(operator, argument, char) for operator, argument in items):
            return char
    for operator, argument in items:
        if operator is op.LITERAL:
            return chr(argument)
        if operator is op.RANGE:
            return chr(argument[0])
        if operator is op.CATEGORY:
            return {op.CATEGORY_SPACE: " ", op.CATEGORY_NOT_WORD: "-"}.get(argument, "-")
    return None


def _in(operator: Any, argument: Any, char: str) -> bool:
    if operator is op.LITERAL:
        return ord(char) == int(argument)
    if operator is op.RANGE:
        return int(argument[0]) <= ord(char) <= int(argument[1])
    if operator is op.CATEGORY:
        match argument:
            case op.CATEGORY_DIGIT:
                return char.isdigit()
            case op.CATEGORY_NOT_DIGIT:
                return not char.isdigit()
            case op.CATEGORY_SPACE:
                return char.isspace()
            case op.CATEGORY_NOT_SPACE:
                return not char.isspace()
            case op.CATEGORY_WORD:
                return char.isalnum() or char == "_"
            case op.CATEGORY_NOT_WORD:
                return not (char.isalnum() or char == "_")
    return False
