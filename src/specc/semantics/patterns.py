"""Regular expressions of specs: those of JSON Schema, checked with Python's engine."""

from __future__ import annotations

import re
import warnings
from functools import lru_cache

_PYTHON_ONLY = re.compile(r"(?<!\\)(?:\\\\)*(\(\?P[<=>]|\(\?#|\\[AZ]|\(\?[aiLmsux]+[):])")
_ESCAPES = re.compile(
    r"\\([pP]\{[^}]*\}|k<\w+>|u\{[0-9A-Fa-f]+\}|c[A-Za-z]|.)|\(\?<(?![=!])", re.DOTALL
)


def _as_python(match: re.Match[str]) -> str:
    escape = match.group(1)
    if escape is None:
        return "(?P<"
    if len(escape) == 1:
        if escape.isascii() and escape.isalpha() and escape not in "bBdDsSwWnrtfvux0":
            return escape
        return match.group(0)
    match escape[0]:
        case "p" | "P":
            return r"\w"
        case "k":
            return f"(?P={escape[2:-1]})"
        case "u":
            return re.escape(chr(min(int(escape[2:-1], 16), 0x10FFFF)))
    return "x"


@lru_cache(maxsize=4096)
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern for Python's engine: near enough to tell valid from invalid, and to try values.

    Classes such as `\\p{L}` become `\\w`. Raises re.error where the pattern is not valid.
    """
    with warnings.catch_warnings():
        # Python warns of what may mean something else one day; in ECMA-262 it means what it says.
        warnings.simplefilter("ignore")
        return re.compile(_ESCAPES.sub(_as_python, pattern))


def uses_classes(pattern: str) -> bool:
    """Whether `compiled` only comes near the pattern, so that no value should be judged by it."""
    return "\\p{" in pattern or "\\P{" in pattern


def pattern_error(pattern: str) -> str | None:
    """What is wrong with a pattern, or None."""
    foreign = _PYTHON_ONLY.search(pattern)
    if foreign is not None:
        return f"`{foreign.group(1)}` is not part of the language of JSON Schema's patterns"
    try:
        compiled(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return str(error)
    return None
