"""The obligations that a change of specs can touch. In doubt, an obligation is touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from specc.driver.edits import Edits, edits_of
from specc.driver.revision import changed_files, text_at
from specc.driver.sources import Sources, parsed
from specc.driver.stages import Planned, plans

if TYPE_CHECKING:
    from specc.ir.graph import Graph
    from specc.plan.nodes import Obligation
    from specc.syntax.nodes.declarations import Declaration
    from specc.syntax.parser import Parsed

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
    ids: set[str] = set()
    for name in changed:
        edits = _edits(name, since, sources)
        keys = None if edits is None else _nodes(planned, graph, edits, sources.load(name))
        if keys is None or any(key.startswith(tuple(f"{kind} " for kind in _WIDE)) for key in keys):
            yield from (each.id for each in obligations)
            return
        nodes |= keys
        for block, asked in planned.plan.security.by_block.items():
            if f"security {block}" in keys:
                ids |= asked
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
        if each.id in ids or _is_touched(each, nodes) or lines.intersection(each.requests):
            yield each.id


def _is_touched(obligation: Obligation, nodes: set[str]) -> bool:
    if obligation.endpoint is not None:
        return f"endpoint {obligation.endpoint}" in nodes
    if obligation.kind == "test":
        return f"test {obligation.id.split('.')[1]}" in nodes
    if obligation.kind in ("load", "security"):
        return f"{obligation.kind} {obligation.id.partition('.')[0]}" in nodes
    return bool(nodes)  # sequences go through all endpoints


def _edits(name: str, since: str, sources: Sources) -> Edits | None:
    """How a file differs; None where that can't be told: it is no spec, or was none."""
    now = sources.load(name) if name.endswith(".bts") else None
    before = text_at(name, since) if now is not None else None
    if now is None or before is None:
        return None
    old = parsed(name, before.decode("utf-8", "surrogateescape"))
    return None if old.diagnostics else edits_of(old.module, now.module)


def _nodes(planned: Planned, graph: Graph, edits: Edits, now: Parsed | None) -> set[str] | None:
    """The nodes of the graph that edits have changed; None where all of a suite may have."""
    from specc.syntax.nodes.declarations import Import
    from specc.syntax.nodes.pipeline import Pipeline

    gone = [each for each in edits.removed if not isinstance(each, Pipeline)]
    imported = any(isinstance(each, Import) for each in edits.changed)
    if gone or imported or edits.reordered or now is None or _bounds(edits):
        return None
    place = now.module.source.place
    at_line = {data["place"]: key for key, data in graph.nodes(data=True)}
    # What is not in the graph is no part of this suite: another one imports the file as well.
    found = {at_line.get(place(each.span)) for each in edits.changed}
    return {key for key in found if key is not None}


def _bounds(edits: Edits) -> bool:
    """Whether a security block has other rate limits or hosts: those bind all of a suite."""
    from specc.syntax.dump import dump
    from specc.syntax.nodes.security import RateLimit, Security, SecurityHosts

    def bounds(group: Iterable[Declaration]) -> list[str]:
        return [
            dump(entry)
            for each in group
            if isinstance(each, Security)
            for entry in each.entries
            if isinstance(entry, RateLimit | SecurityHosts)
        ]

    return bounds(edits.changed) != bounds(edits.before)
