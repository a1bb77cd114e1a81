"""The graph as a Mermaid flow chart, which code hosts draw in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from specc.graphing.selection import edges_in_order, in_order, label_of

if TYPE_CHECKING:
    from specc.graphing.selection import Graph

_SHAPES = {
    "contract": ("[/", "/]"),
    "actor": ("([", "])"),
    "role": ("([", "])"),
    "service": ("[(", ")]"),
    "test": ("{{", "}}"),
    "load": ("{{", "}}"),
    "security": ("{{", "}}"),
}


def render(graph: Graph) -> str:
    """The chart. Nodes are numbered, so that no name has to be valid in Mermaid."""
    nodes = in_order(graph)
    ids = {node: f"n{number}" for number, node in enumerate(nodes)}
    lines = ["flowchart LR"]
    for node in nodes:
        kind = str(graph.nodes[node].get("kind", ""))
        opening, closing = _SHAPES.get(kind, ("[", "]"))
        words = f"{kind} {label_of(graph, node)}".strip()
        lines.append(f'  {ids[node]}{opening}"{_escaped(words)}"{closing}')
    for here, there, type_ in edges_in_order(graph):
        arrow = f'-->|"{_escaped(type_)}"|' if type_ else "-->"
        lines.append(f"  {ids[here]} {arrow} {ids[there]}")
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return "".join(
        character
        if character.isalnum() or character in " _-.,:/()'*+=!?"
        else f"#{ord(character)};"
        for character in text
    )
