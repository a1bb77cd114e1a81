"""Who may do what in the healthy shop, and that refusals tell nothing."""

import pytest

from .visitor import NOWHERE, Visitor


def _every_call(order: str) -> list[tuple[str, str, object]]:
    return [
        ("POST", "/orders", {"lines": [{"sku": "A1", "quantity": 1}]}),
        ("GET", "/orders", None),
        ("GET", f"/orders/{order}", None),
        ("POST", f"/orders/{order}/pay", {"card": "4242424242424242"}),
        ("DELETE", f"/orders/{order}", None),
    ]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": "Bearer"},
        {"Authorization": "Bearer x.y.z"},
        {"X-API-Key": ""},
        {"Authorization": "Basic YWxpY2U6d29uZGVybGFuZA=="},
        {"X-API-Key": "demo-admin2"},
        {"Authorization": "Bearer caf\xe9.\xff.x"},
        {"X-API-Key": "\xe9"},
    ],
)
def test_without_credentials_nothing_is_served(shop: Visitor, headers: dict[str, str]) -> None:
    order = shop.order()
    for method, path, body in _every_call(order):
        seen = shop.call(method, path, body, by=None, headers=headers)
        assert seen.is_problem(401)
        assert seen.headers["WWW-Authenticate"] == "Bearer"
    assert shop.read(order).json["status"] == "pending"


def test_an_admin_may_only_read(shop: Visitor) -> None:
    order = shop.order()
    statuses = [shop.call(*call, by="root").status for call in _every_call(order)]
    assert statuses == [403, 403, 200, 403, 403]


def test_to_a_stranger_an_order_does_not_exist(shop: Visitor) -> None:
    order = shop.order()
    for method, path, body in _every_call(order)[2:]:
        theirs = shop.call(method, path, body, by="bob")
        nobodys = shop.call(method, path.replace(order, NOWHERE), body, by="bob")
        assert theirs.is_problem(404)
        assert theirs.body == nobodys.body
    assert order not in [each["id"] for each in shop.page("limit=100", by="bob").json["items"]]
    assert shop.read(order).json["status"] == "pending"


def test_checks_come_in_order(shop: Visitor) -> None:
    order = shop.order()
    assert shop.call("POST", "/orders", {}, by=None).status == 401
    assert shop.call("POST", "/orders", {}, by="root").status == 403
    assert shop.call("POST", f"/orders/{order}/pay", {}, by="bob").status == 404
    assert shop.call("POST", f"/orders/{order}/pay", {}).status == 422
    shop.pay(order)
    assert shop.call("POST", f"/orders/{order}/pay", {}).status == 422


def test_every_answer_is_protected_and_names_no_software(shop: Visitor) -> None:
    for seen in (shop.page(), shop.read(NOWHERE), shop.create(), shop.cancel(shop.order())):
        assert seen.headers["X-Content-Type-Options"] == "nosniff"
        assert seen.headers["Cache-Control"] == "no-store"
        assert seen.headers["Server"] is None
        assert seen.headers["Access-Control-Allow-Origin"] is None
