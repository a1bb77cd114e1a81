"""Texts of a certain length."""

from __future__ import annotations

from functools import lru_cache

from specc.plan.regex_example import accepts, regex_example
from specc.semantics.types import Scalar

_UNBOUNDED = 4_000
"""A pattern that accepts texts longer than this is taken to accept any length."""


def text_of_length(scalar: Scalar, length: int) -> str | None:
    """A text of just that length which the scalar's patterns accept; None where none was found."""
    if not scalar.patterns:
        return "a" * length
    for char in "aA0":
        text = char * length
        if all(accepts(pattern, text) for pattern in scalar.patterns):
            return text
    for pattern in scalar.patterns if length <= _UNBOUNDED else ():
        text = regex_example(pattern, length) or ""
        if len(text) == length and all(accepts(other, text) for other in scalar.patterns):
            return text
    return None


@lru_cache(maxsize=1024)
def with_lengths(pattern: str) -> tuple[str, ...]:
    """The shortest and the longest text of a pattern, as far as its bounds are found; or none."""
    shortest = regex_example(pattern)
    if shortest is None:
        return ()
    longest = regex_example(pattern, 0, most=_UNBOUNDED + 1)
    if longest is None or len(longest) > _UNBOUNDED:
        return (shortest,)
    return (shortest, longest)
