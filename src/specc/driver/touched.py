"""The obligations that a change of specs can touch. In doubt, an obligation is touched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from specc.driver.revision import Change, changed_files, changes_of
from specc.driver.sources import Sources
from specc.driver.stages import Planned, plans

if TYPE_CHECKING:
    from specc.ir.graph import Graph
    from specc.plan.nodes import Obligation

_DECLARES = re.compile(
    r"\s*(import|service|role|actor|contract|endpoint|flow|test|load|soak|security)\b"
)
_WIDE = ("service", "role", "actor")
"""A change of these reaches further than the graph can tell: who else there is matters anywhere."""


@attrs.frozen
class Touched:
    """The ids that a change can touch, by suite, and the files that were changed."""

    obligations: dict[str, frozenset[str]]
    files: tuple[str, ...]
    count: int
    """How many obligations there are in all."""


def touched_since(paths: Sequence[str], since: str, skip: str = "") -> Touched:
    """What the changes since a revision can touch. Raises DriverError."""
    files = changed_files(since)
    made = plans(paths, skip)
    sources = Sources({})
    found: dict[str, frozenset[str]] = {}
    count = 0
    used: set[str] = set()
    for each in made.suites:
        obligations = tuple(each.plan.obligations)
        count += len(obligations)
        changed = [name for name in files if name in each.read]
        used.update(changed)
        found[each.name] = frozenset(_touched(each, obligations, changed, since, sources))
    return Touched(found, tuple(sorted(used)), count)


def _touched(
    planned: Planned,
    obligations: Sequence[Obligation],
    changed: Iterable[str],
    since: str,
    sources: Sources,
) -> Iterator[str]:
    from specc.ir.graph import build, touched_by

    graph = build(planned.suite)
    nodes: set[str] = set()
    for name in changed:
        keys = _changed_nodes(graph, name, changes_of(name, since), sources)
        if keys is None or any(key.startswith(tuple(f"{kind} " for kind in _WIDE)) for key in keys):
            yield from (each.id for each in obligations)
            return
        nodes |= keys
    for key in list(nodes):
        nodes.update(touched_by(graph, key))
        if key.startswith(("test ", "flow ")):
            # What an author calls is the example that derived tests go by.
            nodes.update(graph.successors(key))
    lines = {
        endpoint.line
        for endpoint in planned.suite.endpoints
        if f"endpoint {endpoint.name}" in nodes
    }
    for each in obligations:
        if _is_touched(each, nodes) or lines.intersection(each.requests):
            yield each.id


def _is_touched(obligation: Obligation, nodes: set[str]) -> bool:
    if obligation.endpoint is not None:
        return f"endpoint {obligation.endpoint}" in nodes
    if obligation.kind == "test":
        return f"test {obligation.id.split('.')[1]}" in nodes
    if obligation.kind in ("load", "security"):
        return f"{obligation.kind} {obligation.id.partition('.')[0]}" in nodes
    return bool(nodes)  # sequences go through all endpoints


def _changed_nodes(
    graph: Graph, name: str, changes: tuple[Change, ...] | None, sources: Sources
) -> set[str] | None:
    """The nodes of the graph that a file's changes stand in; None where that can't be told."""
    if changes is None or not name.endswith(".bts"):
        return None
    parsed = sources.load(name)
    if parsed is None:
        return None
    source = parsed.module.source
    at_line = {data["place"]: key for key, data in graph.nodes(data=True)}
    reached: set[str] = set()
    after = 0
    for declaration in parsed.module.declarations:
        # What stands above a declaration, such as its doc string, is taken for a part of it.
        first, last = after + 1, source.position(declaration.span.end).line
        after = last
        if not any(change.first <= last and change.last >= first for change in changes):
            continue
        key = at_line.get(source.place(declaration.span))
        if key is not None:
            reached.add(key)
        elif type(declaration).__name__ != "Pipeline":
            return None  # an import, say: any name may mean something else now
    if any(_DECLARES.match(line) for change in changes for line in change.removed):
        return None
    return reached
