"""The healthy shop keeps the API's contract to the letter."""

import re
import time
import uuid
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .visitor import NOWHERE, Visitor

BAD_QUANTITIES: list[object] = [0, -1, 101, 1.0, 1.5, True, "1", None, [], 10**30]
BAD_SKUS: list[object] = ["", "a1", "A", "A12345", "AA1", "A1\n", "A\u0661", 1, None]


def _lines(sku: object = "A1", quantity: object = 1, **more: object) -> dict[str, object]:
    return {"lines": [{"sku": sku, "quantity": quantity} | more]}


def test_an_order_is_priced_kept_and_found_again(shop: Visitor) -> None:
    seen = shop.create(2)
    order = seen.json
    assert seen.status == 201
    assert seen.headers["Location"] == f"/orders/{order['id']}"
    assert order.keys() == {"id", "status", "total", "placed_at", "lines", "note"}
    assert str(uuid.UUID(order["id"])) == order["id"]
    assert order["status"] == "pending"
    assert b'"total":19.98,' in seen.body
    assert order["placed_at"].endswith("Z")
    assert datetime.fromisoformat(order["placed_at"]).tzinfo is not None
    assert order["lines"] == [{"sku": "A1", "quantity": 2}]
    assert shop.read(order["id"]).json == order
    assert shop.read(order["id"].upper()).json == order
    assert shop.read(order["id"], by="root").json == order


@given(
    lines=st.lists(
        st.tuples(st.from_regex(r"\A[A-Z][0-9]{1,4}\Z"), st.integers(1, 100)).map(
            lambda line: {"sku": line[0], "quantity": line[1]}
        ),
        min_size=1,
        max_size=50,
    )
)
@settings(max_examples=20, deadline=None)
def test_every_sku_has_a_price_and_totals_are_exact(
    shop: Visitor, lines: list[dict[str, object]]
) -> None:
    first, second = (shop.create(lines=lines) for _ in range(2))
    assert first.status == 201
    total = re.search(rb'"total":([0-9.]+),', first.body)
    assert total is not None
    assert re.fullmatch(rb"[0-9]+\.[0-9]{1,2}", total[1])
    assert first.json["total"] == second.json["total"] > 0


@pytest.mark.parametrize("note", ["", "x" * 500, "\N{SNOWMAN}\0\"<b>' OR 1=1", None])
def test_a_note_comes_back_as_it_was_sent(shop: Visitor, note: str | None) -> None:
    seen = shop.create(note=note)
    assert (seen.status, seen.json["note"]) == (201, note)


def test_readonly_fields_are_never_honoured(shop: Visitor) -> None:
    seen = shop.create(id=NOWHERE, status="paid", total=None, placed_at=7)
    assert seen.status == 201
    assert seen.json["id"] != NOWHERE
    assert seen.json["status"] == "pending"
    assert seen.json["total"] == 19.98


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'"text"',
        b"\xff{}",
        b"\xef\xbb\xbf{}",
        b'{"lines": [{"sku": "A1", "quantity": 1}], "lines": []}',
        b'{"lines": [{"sku": "A1", "quantity": NaN}]}',
        b'{"lines": [{"sku": "A1", "quantity": 1}], "note": "\\ud800"}',
        b"[" * 100_000,
        b'{"lines": ' + b"9" * 10_000 + b"}",
        {},
        {"lines": None},
        {"lines": {}},
        {"lines": []},
        {"lines": [None]},
        {"lines": [[]]},
        {"lines": [{"sku": "A1"}]},
        {"lines": [{"quantity": 1}]},
        {"lines": [{"sku": "A1", "quantity": 1}] * 51},
        _lines(colour="red"),
        _lines() | {"discount": 1},
        _lines() | {"note": "x" * 501},
        _lines() | {"note": 5},
        *(_lines(quantity=bad) for bad in BAD_QUANTITIES),
        *(_lines(sku=bad) for bad in BAD_SKUS),
    ],
)
def test_an_invalid_order_is_refused(shop: Visitor, body: object) -> None:
    before = shop.listed()
    assert shop.call("POST", "/orders", body).is_problem(422)
    assert shop.listed() == before


@given(
    body=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(["lines", "sku", "quantity", "note", "card", "email", "password"])
                | st.text(),
                inner,
            )
        ),
    )
)
@settings(max_examples=60, deadline=None)
def test_no_body_is_too_strange(shop: Visitor, body: object) -> None:
    for path in ("/orders", "/login", f"/orders/{NOWHERE}/pay"):
        assert shop.call("POST", path, body).status in {201, 401, 404, 415, 422}


@pytest.mark.parametrize(
    "card",
    [
        "4" * 15,
        "4" * 17,
        "",
        "4" * 15 + "x",
        "4" * 16 + "\n",
        "\u0664" * 16,
        4242424242424242,
        None,
    ],
)
def test_an_invalid_card_is_refused(shop: Visitor, card: object) -> None:
    assert shop.pay(shop.order(), card).is_problem(422)


def test_a_paid_order_ships_and_cannot_be_paid_again(shop: Visitor) -> None:
    order = shop.order()
    seen = shop.pay(order)
    assert (seen.status, seen.json["status"]) == (200, "paid")
    assert shop.read(order).json == seen.json
    assert shop.pay(order).is_problem(409)
    deadline = time.monotonic() + 5
    while shop.read(order).json["status"] != "shipped":
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert shop.pay(order).is_problem(409)
    assert order in shop.listed("status=shipped")
    assert order not in shop.listed("status=paid")


def test_a_cancelled_order_is_gone(shop: Visitor) -> None:
    order = shop.order()
    seen = shop.cancel(order)
    assert (seen.status, seen.body, seen.headers["Content-Type"]) == (204, b"", None)
    assert shop.cancel(order).is_problem(404)
    assert shop.read(order).is_problem(404)
    assert shop.pay(order).is_problem(404)
    assert order not in shop.listed()


def test_pages_hold_every_order_once_newest_first(shop: Visitor) -> None:
    placed = [shop.order(by="carol") for _ in range(23)][::-1]
    first = shop.page(by="carol").json
    assert len(first["items"]) == 20
    seen, cursor = [], ""
    while True:
        page = shop.page(f"limit=5{cursor}", by="carol").json
        seen += [order["id"] for order in page["items"]]
        if "next" not in page:
            break
        cursor = f"&cursor={page['next']}"
    assert seen == placed


@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=101",
        "limit=-1",
        "limit=",
        "limit",
        "limit=1.0",
        "limit=ten",
        "limit=+5",
        "limit=%D9%A1",
        "limit=05",
        "limit=1&limit=2",
        "status=lost",
        "status=",
        "status=PAID",
        "cursor=",
        "cursor=nonsense",
        "cursor=0",
        "cursor=6265666f72653a30",
        "limit=%FF",
        "&".join(f"p{n}=1" for n in range(60)),
    ],
)
def test_an_invalid_query_is_refused(shop: Visitor, query: str) -> None:
    assert shop.page(query).is_problem(422)


@pytest.mark.parametrize("query", ["limit=1", "limit=100", "status=pending", "unheard=of", ""])
def test_a_valid_query_is_served(shop: Visitor, query: str) -> None:
    assert shop.page(query).status == 200


@pytest.mark.parametrize("order", ["x", "1", "..", "%2e%2e%2flogin", "%00", "%FF", "'", "a" * 500])
def test_an_id_that_is_none_is_unknown(shop: Visitor, order: str) -> None:
    assert shop.read(order).is_problem(404)
    assert shop.cancel(order).is_problem(404)


def test_paths_and_methods(shop: Visitor) -> None:
    for path in ("/", "/debug", "/orders/", "//orders", "/orders/x/refund", "/Login"):
        assert shop.call("GET", path).is_problem(404)
    allowed = {
        "/login": "POST",
        "/healthz": "GET, HEAD",
        "/orders": "GET, POST, HEAD",
        f"/orders/{NOWHERE}": "GET, DELETE, HEAD",
        f"/orders/{NOWHERE}/pay": "POST",
    }
    for path, methods in allowed.items():
        seen = shop.call("PATCH", path)
        assert seen.is_problem(405)
        assert seen.headers["Allow"] == methods


def test_head_is_get_without_a_body(shop: Visitor) -> None:
    path = f"/orders/{shop.order()}"
    got, head = shop.call("GET", path), shop.call("HEAD", path)
    assert (head.status, head.body) == (200, b"")
    assert head.headers["Content-Length"] == got.headers["Content-Length"] == str(len(got.body))


def test_health(shop: Visitor) -> None:
    assert shop.call("GET", "/healthz", by=None).json == {"status": "ok"}
