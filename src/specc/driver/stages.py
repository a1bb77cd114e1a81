"""The stages of a compilation, each to be looked at: `specc build --show`, `plan` and `graph`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import attrs

from specc.driver.compiling import checked, lowered, planned, uncollected
from specc.driver.notes import Note, in_order, notes_of
from specc.driver.sources import Sources
from specc.driver.survey import survey

if TYPE_CHECKING:
    from specc.graphing.selection import Graph
    from specc.ir.nodes import Suite
    from specc.plan.nodes import Plan

Stage: TypeAlias = Literal["ast", "ir", "plan"]


@attrs.frozen(eq=False)
class Planned:
    """One suite as far as its plan."""

    name: str
    root: str
    suite: Suite
    plan: Plan
    read: frozenset[str] = frozenset()
    """The files that it was made of."""


@attrs.frozen(eq=False)
class Plans:
    """The plans of all suites that have no errors, and what there is to say about the specs."""

    suites: tuple[Planned, ...]
    failed: tuple[str, ...]
    notes: tuple[Note, ...]


def plans(paths: Sequence[str], skip: str = "") -> Plans:
    """Plan the suites of `paths`. Raises DriverError where there are no specs."""
    sources = Sources({})
    suites: list[Planned] = []
    failed: list[str] = []
    notes: list[Note] = []
    with uncollected():
        for unit in survey(paths, skip, sources).units:
            sources.touched = {unit.root}
            front = checked(unit.root, sources)
            notes += notes_of(front.diagnostics)
            if front.has_errors:
                failed.append(unit.root)
            elif unit.suite:
                suite = lowered(front, unit.suite, sources)
                read = frozenset(sources.touched)
                suites.append(Planned(unit.suite, unit.root, suite, planned(suite), read))
    return Plans(tuple(suites), tuple(failed), in_order(notes))


def show(paths: Sequence[str], stage: Stage, skip: str = "") -> tuple[str, tuple[Note, ...]]:
    """The specs at one stage, as text; and the notes, if it has to be checked for that.

    The syntax tree is shown of each spec, mistakes or not; the later stages of each suite.
    """
    if stage == "ast":
        return _trees(paths, skip), ()
    made = plans(paths, skip)
    parts = []
    for each in made.suites:
        node = each.suite if stage == "ir" else each.plan
        parts.append(f"# {each.root}\n{outline(node)}\n")
    return "\n".join(parts), made.notes


def _trees(paths: Sequence[str], skip: str) -> str:
    from specc.syntax.dump import dump

    sources = Sources({})
    parts = []
    for name in survey(paths, skip, sources).specs:
        parsed = sources.load(name)
        if parsed is not None:
            parts.append(f"# {name}\n{dump(parsed.module).rstrip()}\n")
    return "\n".join(parts)


def outline(value: object, indent: str = "") -> str:
    """A tree of attrs nodes, a field a line. A node that stands in many places is written once."""
    return "\n".join(_rows(value, indent, set()))


def _rows(value: Any, indent: str, seen: set[int]) -> list[str]:
    deeper = indent + "  "
    if attrs.has(type(value)):
        name = type(value).__name__
        if name == "Symbol":
            # It leads back to the whole syntax tree, which is another stage.
            return [f"{indent}Symbol {value.kind} {value.name}"]
        if id(value) in seen:
            label = getattr(value, "name", None) or getattr(value, "id", None)
            label = getattr(label, "text", label)
            return [f"{indent}{name} {label} (above)" if label else f"{indent}{name} (above)"]
        seen.add(id(value))
        fields = {field.name: getattr(value, field.name) for field in attrs.fields(type(value))}
        return [f"{indent}{name}", *_entries(fields, deeper, seen)]
    if isinstance(value, dict):
        return [f"{indent}mapping", *_entries(value, deeper, seen)]
    if isinstance(value, tuple | list | frozenset | set):
        items = value if isinstance(value, tuple | list) else sorted(value, key=repr)
        return [row for item in items for row in _rows(item, indent, seen)]
    return [f"{indent}{value!r}"]


def _has_text(node: object) -> bool:
    return type(node).__repr__ is not object.__repr__


def _entries(entries: dict[Any, object], indent: str, seen: set[int]) -> list[str]:
    rows = []
    for key, value in entries.items():
        # Syntax nodes, which some mappings are keyed by, have no text of their own.
        name = type(key).__name__ if attrs.has(type(key)) and not _has_text(key) else key
        if value is None or value == () or value == {} or callable(value):
            continue
        if attrs.has(type(value)) or isinstance(value, dict | tuple | list | set | frozenset):
            rows += [f"{indent}{name}:", *_rows(value, indent + "  ", seen)]
        else:
            rows.append(f"{indent}{name}: {value!r}")
    return rows


def plan_data(made: Plans) -> list[dict[str, object]]:
    """The plans as data that JSON can hold, one entry a suite."""
    return [
        {
            "suite": each.name,
            "spec": each.root,
            "hosts": list(each.plan.hosts),
            "obligations": [attrs.asdict(item) for item in each.plan.obligations],
        }
        for each in made.suites
    ]


def graph_of(paths: Sequence[str], skip: str = "") -> tuple[Graph, tuple[Note, ...], bool]:
    """The dependency graphs of all suites in one; the notes; and whether there are errors."""
    import networkx as nx

    from specc.ir.graph import build

    made = plans(paths, skip)
    drawn: Graph = nx.DiGraph()
    for each in made.suites:
        graph = build(each.suite)
        if len(made.suites) > 1:  # two suites may each have an `Order` of their own
            graph = nx.relabel_nodes(graph, {node: f"{each.name}: {node}" for node in graph})
        drawn.update(graph)
    return drawn, made.notes, bool(made.failed)
