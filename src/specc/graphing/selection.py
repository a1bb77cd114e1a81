"""A part of the graph: one thing, and all that a change of it touches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import networkx as nx

from specc.diagnostics.suggest import did_you_mean

if TYPE_CHECKING:
    Graph: TypeAlias = "nx.DiGraph[Any]"


class UnknownNodeError(LookupError):
    """Nothing in the graph has that name; the message says so, and names a near one."""


def impact(graph: Graph, name: str) -> Graph:
    """The nodes that are called `name`, and everything that depends on one of them.

    An edge leads from what depends to what it depends on. `Order` will do for `contract Order`.
    """
    chosen = [
        node
        for node in graph
        if name in (str(node), label_of(graph, node)) or str(node).endswith(f" {name}")
    ]
    if not chosen:
        near = did_you_mean(name, sorted({str(node).rpartition(" ")[2] for node in graph}))
        hint = f"; did you mean `{near}`?" if near else ""
        raise UnknownNodeError(f"nothing in the graph is called `{name}`{hint}")
    touched = set(chosen)
    for node in chosen:
        touched |= nx.ancestors(graph, node)
    part: Graph = graph.subgraph(touched).copy()
    return part


def label_of(graph: Graph, node: object) -> str:
    """What a node is called."""
    return str(graph.nodes[node].get("label", node))


def in_order(graph: Graph) -> list[Any]:
    """The nodes in an order that doesn't depend on how the graph was built."""
    return sorted(
        graph,
        key=lambda node: (graph.nodes[node].get("kind", ""), label_of(graph, node), str(node)),
    )


def edges_in_order(graph: Graph) -> list[tuple[Any, Any, str]]:
    """The edges with their types, in an order that doesn't depend on how the graph was built."""
    edges = [
        (here, there, str(data.get("type", ""))) for here, there, data in graph.edges(data=True)
    ]
    return sorted(edges, key=lambda edge: (str(edge[0]), str(edge[1]), edge[2]))
