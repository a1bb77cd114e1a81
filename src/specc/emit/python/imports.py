"""Import statements, sorted and broken as `ruff check --select I` and `ruff format` want them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias

from specc.emit.python.width import INDENT, LINE_LENGTH, width

_Piece: TypeAlias = tuple[int, int, str]

_NUMBER_OR_CHARACTER = re.compile(r"\d+|\D")


def from_import(module: str, names: Iterable[str], indent: int = 0) -> str:
    """`from module import names`: each name once, constants first, then classes, then the rest."""
    ordered = sorted(set(names), key=_order)
    pad = " " * indent
    flat = f"{pad}from {module} import {', '.join(ordered)}"
    if width(flat) <= LINE_LENGTH:
        return flat
    lines = "".join([f"{pad}{' ' * INDENT}{name},\n" for name in ordered])
    return f"{pad}from {module} import (\n{lines}{pad})"


@lru_cache(maxsize=4096)
def _order(name: str) -> tuple[int, list[_Piece], list[_Piece]]:
    if len(name) > 1 and name.isupper():
        kind = 0
    elif name[0].isupper():
        kind = 1
    else:
        kind = 2
    return kind, _natural(name.lower()), _natural(name)


def _natural(name: str) -> list[_Piece]:
    """Numbers in a name are compared as numbers, unless they begin with a zero."""
    pieces: list[_Piece] = []
    for piece in _NUMBER_OR_CHARACTER.findall(name):
        if not piece.isdigit():
            pieces.append((1, 0, piece))
        elif piece[0] == "0":
            pieces.append((0, -1, piece))
        else:
            pieces.append((0, int(piece), ""))
    return pieces
