"""The graph in the language of Graphviz."""

from __future__ import annotations

from typing import TYPE_CHECKING

from specc.graphing.selection import edges_in_order, in_order, label_of

if TYPE_CHECKING:
    from specc.graphing.selection import Graph

_SHAPES = {
    "contract": "note",
    "actor": "oval",
    "role": "oval",
    "service": "cylinder",
    "test": "hexagon",
    "load": "hexagon",
    "security": "hexagon",
}


def render(graph: Graph) -> str:
    """A digraph, left to right."""
    lines = ["digraph specc {", "  rankdir=LR;", '  node [fontname="sans-serif", shape=box];']
    for node in in_order(graph):
        data = graph.nodes[node]
        kind = str(data.get("kind", ""))
        words = f"{kind} {label_of(graph, node)}".strip()
        tip = f", tooltip={_quoted(str(data['place']))}" if data.get("place") else ""
        shape = f", shape={_SHAPES[kind]}" if kind in _SHAPES else ""
        lines.append(f"  {_quoted(str(node))} [label={_quoted(words)}{shape}{tip}];")
    for here, there, type_ in edges_in_order(graph):
        label = f" [label={_quoted(type_)}]" if type_ else ""
        lines.append(f"  {_quoted(str(here))} -> {_quoted(str(there))}{label};")
    return "\n".join([*lines, "}"]) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
