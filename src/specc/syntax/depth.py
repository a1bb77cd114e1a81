"""Finds trees that are too deep for the stages after the parser, which walk them recursively.

The parser's own bound is on brackets; but `a + a + a`, `a.b.c` and `not not a` are each as deep as
they are long.
"""

from collections.abc import Iterable
from typing import Any

from specc.source import Span
from specc.syntax.nodes.expressions import Entry
from specc.syntax.walk import children

MAX_DEPTH = 150
"""Nodes below nodes, down from a declaration."""

HARMLESS = 120
"""A node of no more characters is not looked into: it has no more nodes below each other."""


def too_deep(declarations: Iterable[Any]) -> dict[int, Span]:
    """The declarations that are too deep, by their number, and where it shows."""
    found: dict[int, Span] = {}
    for number, declaration in enumerate(declarations):
        level: list[Any] = [declaration]
        for _ in range(MAX_DEPTH):
            level = [child for node in level for child in children(node) if _is_long(child)]
            if not level:
                break
        else:
            found[number] = _place(level[0])
    return found


def _place(node: Any) -> Span:
    """Where a node is; an entry of an object has no span but its key's."""
    span: Span = node.key_span if isinstance(node, Entry) else node.span
    return span


def _is_long(node: Any) -> bool:
    span: Span | None = getattr(node, "span", None)
    return span is None or span.end - span.start > HARMLESS
