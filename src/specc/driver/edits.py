"""What an edit of a spec did to its declarations: comments and doc strings are no part of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from specc.syntax.nodes.declarations import Declaration, Module

Key = tuple[str, str]
"""The sort of a declaration, and its name."""


@attrs.frozen
class Edits:
    """The declarations that are new or another now, and those that are gone."""

    changed: tuple[Declaration, ...]
    before: tuple[Declaration, ...]
    """Those of `changed` that were there, as they were."""
    removed: tuple[Declaration, ...]
    reordered: bool
    """Whether what was there stands in another order: the first that fits is often taken."""


def edits_of(old: Module, new: Module) -> Edits:
    """How one text of a file differs from another, both of which can be read."""
    before, after = _by_key(old.declarations), _by_key(new.declarations)
    kept = [key for key in before if key in after]
    changed = [key for key in after if key not in before or _dump(before[key]) != _dump(after[key])]
    return Edits(
        tuple(each for key in changed for each in after[key]),
        tuple(each for key in changed for each in before.get(key, ())),
        tuple(each for key, group in before.items() if key not in after for each in group),
        kept != [key for key in after if key in before],
    )


def _by_key(declarations: Iterable[Declaration]) -> dict[Key, list[Declaration]]:
    found: dict[Key, list[Declaration]] = {}
    for each in declarations:
        found.setdefault(_key(each), []).append(each)
    return found


def _key(declaration: Declaration) -> Key:
    from specc.syntax.nodes.declarations import Import, Test

    sort = type(declaration).__name__
    match declaration:
        case Import():
            return sort, _dump([declaration])
        case Test(title=title):
            return sort, title.plain or ""
        case _:
            return sort, declaration.name.text


def _dump(group: Iterable[Declaration]) -> str:
    from specc.syntax.dump import dump

    return "".join(dump(_undocumented(each)) for each in group)


def _undocumented(declaration: Declaration) -> Declaration:
    known: Any = declaration
    without: Declaration = attrs.evolve(known, doc=None) if hasattr(known, "doc") else known
    return without
