"""Rules that other packages bring, by entry points of the group `specc.rules`."""

from __future__ import annotations

from collections.abc import Container
from importlib.metadata import EntryPoint, entry_points
from typing import Final

from specc.rules.rule import Rule

GROUP: Final = "specc.rules"
"""An entry point of this group names a Rule: `acme.echo = "acme_rules.echo:RULE"`."""


def others(known: Container[str]) -> tuple[tuple[Rule, ...], tuple[str, ...]]:
    """The rules of other packages, and why some could not be had. `known` are taken names."""
    found: dict[str, Rule] = {}
    wrong: list[str] = []
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value)):
        rule = _loaded(entry)
        if isinstance(rule, str):
            wrong.append(f"{_called(entry)} could not be loaded: {rule}")
        elif rule.name in known or rule.name in found:
            wrong.append(f"{_called(entry)} is left out: there is a rule `{rule.name}` already")
        else:
            found[rule.name] = rule
    return tuple(found.values()), tuple(wrong)


def _loaded(entry: EntryPoint) -> Rule | str:
    """The rule of an entry point, or what went wrong: a package must not take specc with it."""
    try:
        rule = entry.load()
    except Exception as error:
        said = " ".join(str(error).split())
        return f"{type(error).__name__}: {said}"
    if not isinstance(rule, Rule):
        return f"it is a {type(rule).__name__}, and no specc.rules.Rule"
    if not (rule.applies and rule.probe):
        return "it does not say what plans it (`applies`) and what checks it (`probe`)"
    return rule


def _called(entry: EntryPoint) -> str:
    package = f" of {entry.dist.name}" if entry.dist is not None else ""
    return f"the security rule `{entry.name}`{package}"
