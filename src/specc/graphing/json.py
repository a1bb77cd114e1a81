"""The graph as JSON, for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from specc.graphing.selection import edges_in_order, in_order, label_of

if TYPE_CHECKING:
    from specc.graphing.selection import Graph


def render(graph: Graph) -> str:
    """Two lists, `nodes` and `edges`, in a stable order."""
    nodes = [
        {
            "id": str(node),
            "kind": graph.nodes[node].get("kind"),
            "label": label_of(graph, node),
            "place": graph.nodes[node].get("place"),
        }
        for node in in_order(graph)
    ]
    edges = [
        {"from": str(here), "to": str(there), "type": type_}
        for here, there, type_ in edges_in_order(graph)
    ]
    return json.dumps({"nodes": nodes, "edges": edges}, indent=2) + "\n"
