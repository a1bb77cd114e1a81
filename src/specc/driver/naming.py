"""Which modules become suites, and what their folders are called."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable

from specc.driver.facts import Facts, closure
from specc.driver.inputs import SUFFIX

_UNFIT = re.compile(r"[^0-9A-Za-z]+")


def roots(names: Iterable[str], facts: dict[str, Facts]) -> list[str]:
    """The modules that a suite is made of: they declare what to test, and can reach a service."""
    return [
        name
        for name in names
        if facts[name]["tested"]
        and any(facts[each]["service"] for each in closure(name, facts) if each in facts)
    ]


def uncovered(names: Iterable[str], suites: Iterable[str], facts: dict[str, Facts]) -> list[str]:
    """The modules that no suite reads. They are checked too, each on its own."""
    reached = {each for root in suites for each in closure(root, facts)}
    return [name for name in names if name not in reached]


def suite_names(names: Iterable[str], base: str) -> dict[str, str]:
    """The folder of each root's suite: its path within `base`, as a Python name.

    Two paths may give one name (`a/b.bts`, `a_b.bts`); the later ones are numbered.
    """
    taken: set[str] = set()
    found: dict[str, str] = {}
    for name in sorted(names):
        inside = name.removesuffix(SUFFIX)
        if base != ".":
            inside = (
                inside[len(base) + 1 :]
                if name.startswith(f"{base}/")
                else posixpath.relpath(inside, base)
            )
        plain = _UNFIT.sub("_", inside).strip("_").lower() or "suite"
        if plain[0].isdigit():
            plain = f"suite_{plain}"
        unique, number = plain, 2
        while unique in taken:
            unique, number = f"{plain}_{number}", number + 1
        taken.add(unique)
        found[name] = unique
    return found
