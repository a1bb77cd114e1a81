"""How deep a tree is."""

from typing import Any

from specc.syntax.walk import children


def depth(node: Any) -> int:
    """How many nodes lie below each other, at most."""
    level, count = [node], 0
    while level:
        level, count = [child for one in level for child in children(one)], count + 1
    return count
