"""Names within a suite: one name space, though the modules it is made of have one each."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import count

from specc.semantics.symbols import Program, Symbol
from specc.syntax.nodes.declarations import Module


def suite_names(program: Program) -> dict[Symbol, str]:
    """A unique name for every symbol of the program; the root's own keep theirs.

    Two imported modules may use one name for two things: the later one gets its module's stem
    before it, then a number.
    """
    names: dict[Symbol, str] = {}
    taken: set[tuple[str, str]] = set()
    for module in _root_first(program):
        for symbol in program.scopes[module].own.values():
            stem = module.source.name.rsplit("/", 1)[-1].removesuffix(".bts")
            for name in _candidates(symbol, stem):
                if (symbol.kind, name) not in taken:
                    break
            taken.add((symbol.kind, name))
            names[symbol] = name
    return names


def _root_first(program: Program) -> Iterable[Module]:
    yield program.root
    for module in program.modules:
        if module is not program.root:
            yield module


def _candidates(symbol: Symbol, stem: str) -> Iterable[str]:
    yield symbol.name
    prefix = stem.replace("-", "_").replace(" ", "_")
    joined = (
        prefix.title().replace("_", "") + symbol.name
        if symbol.kind == "contract"
        else f"{prefix}_{symbol.name}"
    )
    yield joined
    number = 2
    while True:
        yield f"{joined}{number}"
        number += 1


def distinct(name: str, taken: Collection[str], mark: str = "_") -> str:
    """The name, or with a number behind it the first one that is not taken."""
    if name not in taken:
        return name
    return next(
        numbered for number in count(2) if (numbered := f"{name}{mark}{number}") not in taken
    )


def slug(text: str) -> str:
    """A stable part of an id from a title: ASCII letters and digits, words joined by `_`."""
    words = "".join(char.lower() if char.isascii() and char.isalnum() else " " for char in text)
    return "_".join(words.split()) or "untitled"
