"""What is left of a Python file when names and values are taken out of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator


def skeleton(text: str) -> list[str]:
    """The kinds of the nodes of a file, in order, each with its depth; values by their type."""
    return list(_kinds(ast.parse(text), 0))


def _kinds(node: ast.AST, depth: int) -> Iterator[str]:
    kind = type(node).__name__
    if isinstance(node, ast.Constant):
        kind = f"Constant {type(node.value).__name__}"
    yield f"{'  ' * depth}{kind}"
    for child in ast.iter_child_nodes(node):
        yield from _kinds(child, depth + 1)
