"""The dependency graph: what has to be there first, and what a change reaches."""

from __future__ import annotations

import pytest
from compilation import suite_in
from golden.stages import goldens

from specc.ir.graph import Graph, build, set_up_order, touched_by

GOLDENS = {golden.name: golden for golden in goldens()}


def graph_of(name: str) -> Graph:
    golden = GOLDENS[name]
    return build(suite_in(golden.files, golden.root, name))


@pytest.fixture(scope="module")
def ownership() -> Graph:
    return graph_of("ownership")


@pytest.fixture(scope="module")
def shop() -> Graph:
    return graph_of("shop")


def test_producers_come_before_what_they_make(ownership: Graph) -> None:
    order = set_up_order(ownership, "endpoint delete_comment")
    first = [
        "endpoint write_article",
        "contract Article",
        "endpoint comment",
        "contract Comment",
    ]
    places = [order.index(key) for key in first]
    # A contract whose producer answers with it stands in a circle with it: they are one step.
    assert max(places[:2]) < min(places[2:])
    assert "endpoint delete_comment" not in order
    assert "endpoint change_article" not in order


def test_a_login_comes_before_its_actor(shop: Graph) -> None:
    order = set_up_order(shop, "test an_order_is_priced_from_its_lines")
    assert order.index("endpoint login") < order.index("actor alice")
    assert order.index("endpoint create_order") >= 0
    assert "endpoint pay" not in order


def test_a_change_of_a_contract_reaches_all_that_hangs_on_it(ownership: Graph) -> None:
    touched = touched_by(ownership, "contract Comment")
    assert "endpoint delete_comment" in touched
    assert "endpoint comments" in touched
    assert "endpoint read_article" not in touched


def test_a_change_of_a_leaf_reaches_little(shop: Graph) -> None:
    assert touched_by(shop, "test a_paid_order_ships") == []
    assert touched_by(shop, "endpoint login") != []


def test_flows_and_profiles_are_reached_through_what_they_call(shop: Graph) -> None:
    touched = touched_by(shop, "endpoint pay")
    assert {"flow buy", "test a_paid_order_ships", "load checkout", "load limits"} <= set(touched)
    assert "flow browse" not in touched


@pytest.mark.parametrize("name", sorted(GOLDENS))
def test_every_node_has_an_order_and_it_is_always_the_same(name: str) -> None:
    first, second = graph_of(name), graph_of(name)
    for key in first:
        order = set_up_order(first, key)
        assert order == set_up_order(second, key)
        assert key not in order
        assert len(order) == len(set(order))
    assert all(
        {"kind", "label", "place", "node"} <= set(data) for _, data in first.nodes(data=True)
    )
    kinds = {kind for _, _, kind in first.edges(data="type")}
    assert kinds <= {"uses", "produces", "consumes", "authenticates", "covers"}
