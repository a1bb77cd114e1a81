"""The graph as a picture of its own: SVG without a script, a font or a style from elsewhere."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

import attrs

from specc.graphing.layout import layers
from specc.graphing.selection import edges_in_order, label_of

if TYPE_CHECKING:
    from specc.graphing.selection import Graph

CHARACTER = 7.3
"""The width of one, in the font below."""
HEIGHT, GAP, COLUMN_GAP, MARGIN = 34, 14, 90, 20

_STYLE = """
  text { font: 12px ui-monospace, Menlo, Consolas, monospace; fill: #1f2328; }
  .kind { font-size: 9px; fill: #59636e; }
  rect { fill: #f6f8fa; stroke: #8c959f; rx: 5px; }
  .endpoint rect { fill: #ddf4ff; stroke: #54aeff; }
  .contract rect { fill: #fff8c5; stroke: #d4a72c; }
  .actor rect, .role rect { fill: #dafbe1; stroke: #4ac26b; }
  .test rect, .load rect, .security rect { fill: #fbefff; stroke: #c297ff; }
  .edge { fill: none; stroke: #8c959f; }
  .edge:hover { stroke: #cf222e; stroke-width: 2; }
"""

_UNWRITABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@attrs.frozen
class Box:
    """Where a node is drawn."""

    left: float
    top: float
    width: float

    @property
    def middle(self) -> float:
        """Where the edges meet it."""
        return self.top + HEIGHT / 2


def render(graph: Graph) -> str:
    """The picture. Edges and nodes tell what they are when pointed at."""
    boxes = _boxes(graph)
    width = max((box.left + box.width for box in boxes.values()), default=0) + MARGIN
    height = max((box.top + HEIGHT for box in boxes.values()), default=0) + MARGIN
    rows = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {width:.0f} {height:.0f}" role="img">',
        "<title>The dependency graph</title>",
        f"<style>{_STYLE}</style>",
        '<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" '
        'markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="#8c959f"/></marker></defs>',
        '<rect width="100%" height="100%" style="fill:#fff;stroke:none"/>',
    ]
    rows += [
        _edge(
            boxes[here], boxes[there], f"{label_of(graph, here)} {type_} {label_of(graph, there)}"
        )
        for here, there, type_ in edges_in_order(graph)
    ]
    rows += [_node(graph, node, box) for node, box in boxes.items()]
    return "\n".join([*rows, "</svg>"]) + "\n"


def _boxes(graph: Graph) -> dict[Any, Box]:
    boxes: dict[Any, Box] = {}
    left = float(MARGIN)
    columns = layers(graph)
    tallest = max((len(column) for column in columns), default=0)
    for column in columns:
        longest = max(max(len(label_of(graph, node)), 10) for node in column)
        width = longest * CHARACTER + 20
        top = MARGIN + (tallest - len(column)) * (HEIGHT + GAP) / 2
        for at, node in enumerate(column):
            boxes[node] = Box(left, top + at * (HEIGHT + GAP), width)
        left += width + COLUMN_GAP
    return boxes


def _node(graph: Graph, node: object, box: Box) -> str:
    data = graph.nodes[node]
    kind = str(data.get("kind", ""))
    place = f" ({data['place']})" if data.get("place") else ""
    label = label_of(graph, node)
    return (
        f'<g class="{_text(kind)}"><title>{_text(f"{kind} {label}{place}")}</title>'
        f'<rect x="{box.left:.1f}" y="{box.top:.1f}" width="{box.width:.1f}" height="{HEIGHT}"/>'
        f'<text class="kind" x="{box.left + 10:.1f}" y="{box.top + 12:.1f}">{_text(kind)}</text>'
        f'<text x="{box.left + 10:.1f}" y="{box.top + 26:.1f}">{_text(label)}</text></g>'
    )


def _edge(here: Box, there: Box, words: str) -> str:
    start, end = here.left + here.width, there.left
    if end > start:
        bend = (end - start) / 2
        path = (
            f"M{start:.1f} {here.middle:.1f} C{start + bend:.1f} {here.middle:.1f} "
            f"{end - bend:.1f} {there.middle:.1f} {end:.1f} {there.middle:.1f}"
        )
    else:  # within a circle: out to the right and back in from there
        end = there.left + there.width
        far = max(start, end) + COLUMN_GAP / 2
        path = (
            f"M{start:.1f} {here.middle - 5:.1f} C{far:.1f} {here.middle:.1f} "
            f"{far:.1f} {there.middle:.1f} {end:.1f} {there.middle + 5:.1f}"
        )
    arrow = f'<path class="edge" marker-end="url(#arrow)" d="{path}">'
    return f"{arrow}<title>{_text(words)}</title></path>"


def _text(text: str) -> str:
    """Text that can stand anywhere in XML, where some characters can't be written at all."""
    return escape(_UNWRITABLE.sub("\ufffd", text))
