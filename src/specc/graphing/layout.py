"""Where the nodes of a layered drawing stand: one column a layer, few crossings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx

from specc.graphing.selection import in_order

if TYPE_CHECKING:
    from specc.graphing.selection import Graph

SWEEPS = 4


def layers(graph: Graph) -> list[list[Any]]:
    """The nodes column by column: each stands left of all that it depends on.

    Nodes of a circle share a column. Within a column each stands near the middle of its
    neighbours, as well as a few sweeps back and forth can tell.
    """
    parts = nx.condensation(graph)
    columns: list[list[Any]] = []
    for generation in nx.topological_generations(parts):
        members = {node for part in generation for node in parts.nodes[part]["members"]}
        columns.append([node for node in in_order(graph) if node in members])
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        order = columns[1:] if forward else columns[-2::-1]
        place = {node: at for column in columns for at, node in enumerate(column)}
        for column in order:
            neighbours = graph.predecessors if forward else graph.successors
            middle = {
                node: _mean([place[each] for each in neighbours(node)], place[node])
                for node in column
            }
            column.sort(key=middle.__getitem__)
            place |= {node: at for at, node in enumerate(column)}
    return columns


def _mean(places: list[int], otherwise: int) -> float:
    return sum(places) / len(places) if places else otherwise
