"""The dependency graph in each format: complete, escaped, and the same each time."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest

from specc.graphing import FORMATS, UnknownNodeError, impact
from specc.graphing.layout import layers

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def graph() -> nx.DiGraph[Any]:
    """A test that uses an endpoint that uses a contract; and a circle of two flows."""
    made: nx.DiGraph[Any] = nx.DiGraph()
    for kind, label in (
        ("test", 'a "title" with <b> & ]--> %'),
        ("endpoint", "create_order"),
        ("contract", "Order"),
        ("contract", "Other"),
        ("flow", "buy"),
        ("flow", "sell"),
    ):
        made.add_node(f"{kind} {label}", kind=kind, label=label, place="specs/a.bts:1")
    for here, there in (
        ('test a "title" with <b> & ]--> %', "endpoint create_order"),
        ("endpoint create_order", "contract Order"),
        ("flow buy", "flow sell"),
        ("flow sell", "flow buy"),
    ):
        made.add_edge(here, there, type="uses")
    return made


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_every_format_has_every_node_and_is_stable(graph: nx.DiGraph[Any], format: str) -> None:
    text = FORMATS[format](graph)
    for name in ("create_order", "Order", "Other", "buy", "sell"):
        assert name in text
    again: nx.DiGraph[Any] = nx.DiGraph()
    again.add_nodes_from(reversed(list(graph.nodes(data=True))))
    again.add_edges_from(reversed(list(graph.edges(data=True))))
    assert FORMATS[format](again) == text


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_an_empty_graph_can_be_drawn(format: str) -> None:
    assert FORMATS[format](nx.DiGraph()).endswith("\n")


def test_json_is_complete(graph: nx.DiGraph[Any]) -> None:
    data = json.loads(FORMATS["json"](graph))
    assert len(data["nodes"]) == 6
    assert {"from": "flow buy", "to": "flow sell", "type": "uses"} in data["edges"]


def test_svg_is_xml_that_needs_nothing_else(graph: nx.DiGraph[Any]) -> None:
    graph.add_node("odd", kind="endpoint", label="bell \x07 <script>", place=None)
    root = ElementTree.fromstring(FORMATS["svg"](graph))
    assert len(root.findall(f"{SVG}g")) == 7
    assert len(root.findall(f"{SVG}path")) == 4
    assert not list(root.iter(f"{SVG}script"))
    assert not [each for each in root.iter() for name in each.attrib if name.endswith("href")]


def test_svg_boxes_do_not_overlap(graph: nx.DiGraph[Any]) -> None:
    root = ElementTree.fromstring(FORMATS["svg"](graph))
    boxes = [
        tuple(float(rect.attrib[name]) for name in ("x", "y", "width", "height"))
        for rect in root.iter(f"{SVG}rect")
        if "x" in rect.attrib
    ]
    for at, (left, top, width, height) in enumerate(boxes):
        for other_left, other_top, other_width, other_height in boxes[at + 1 :]:
            assert (
                left + width <= other_left
                or other_left + other_width <= left
                or top + height <= other_top
                or other_top + other_height <= top
            )


def test_mermaid_and_dot_escape_what_they_would_read(graph: nx.DiGraph[Any]) -> None:
    assert "a #34;title#34; with #60;b#62; #38; #93;--#62; #37;" in FORMATS["mermaid"](graph)
    assert r'"test a \"title\" with <b> & ]--> %"' in FORMATS["dot"](graph)


def test_layers_run_from_what_depends_to_what_it_depends_on(graph: nx.DiGraph[Any]) -> None:
    column = {node: at for at, nodes in enumerate(layers(graph)) for node in nodes}
    assert column["endpoint create_order"] < column["contract Order"]
    assert column["flow buy"] == column["flow sell"]


def test_impact_is_all_that_depends_on_a_thing(graph: nx.DiGraph[Any]) -> None:
    assert sorted(impact(graph, "Order")) == [
        "contract Order",
        "endpoint create_order",
        'test a "title" with <b> & ]--> %',
    ]
    assert sorted(impact(graph, "flow buy")) == ["flow buy", "flow sell"]


def test_impact_of_nothing_names_what_is_near(graph: nx.DiGraph[Any]) -> None:
    with pytest.raises(UnknownNodeError, match="did you mean `Order`"):
        impact(graph, "Ordr")
