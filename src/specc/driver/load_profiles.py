"""The load profiles of a suite, told from its locustfile without running that."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator

import attrs


@attrs.frozen
class Profile:
    """A profile as a suite's locustfile declares it, and the obligations that it judges."""

    name: str
    tags: tuple[str, ...]
    obligations: tuple[str, ...]


def profiles_of(output: str, suite: str) -> tuple[Profile, ...]:
    """The load profiles of a suite, told from its file. Nothing of it is run."""
    try:
        with open(os.path.join(output, suite, "locustfile.py"), encoding="utf-8") as file:
            tree = ast.parse(file.read())
    except (OSError, SyntaxError):
        return ()
    return tuple(
        Profile(_text(call), _tags(call), tuple(_judged(call))) for call in _calls(tree, "Profile")
    )


def _calls(tree: ast.AST, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            yield node


def _text(call: ast.Call) -> str:
    first = call.args[0] if call.args else None
    return str(first.value) if isinstance(first, ast.Constant) else ""


def _tags(call: ast.Call) -> tuple[str, ...]:
    return next(
        (tuple(ast.literal_eval(each.value)) for each in call.keywords if each.arg == "tags"), ()
    )


def _judged(call: ast.Call) -> Iterator[str]:
    for each in call.keywords:
        if each.arg in ("require", "regression"):
            yield from map(_text, _calls(each.value, "Threshold"))
