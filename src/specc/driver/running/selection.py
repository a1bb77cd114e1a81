"""Which obligations a run is about."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable, Sequence


def matching(obligations: Iterable[str], patterns: Sequence[str]) -> frozenset[str]:
    """The ids that match a pattern: `get_order.*`, or a part of an id such as `stranger`."""
    return frozenset(
        name for name in obligations if any(_matches(name, pattern) for pattern in patterns)
    )


def _matches(name: str, pattern: str) -> bool:
    if any(character in pattern for character in "*?"):
        # Ids hold brackets (`lines[].quantity`), which therefore mean themselves.
        return fnmatch.fnmatchcase(name, pattern.replace("[", "[[]"))
    return pattern in name
