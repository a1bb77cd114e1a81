"""What imports.bts says holds for requests of all kinds."""

from specc.runtime import Actor, Response, expect, obligation
from specc.runtime.properties import Sent, any_invalid, any_valid, refused

from . import requests
from .contracts import Item, StockItem
from .endpoints import login, make, stock_make


@obligation("login.any_valid", "auth.bts:10")
@any_valid(requests.login)
def test_login_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 or 401 as declared."""
    expect(anonymous.call(login, body=sent.body), (200, 401))


@obligation("login.any_invalid", "auth.bts:7")
@any_invalid(requests.login)
def test_login_any_invalid(anonymous: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(anonymous.call(login, body=sent.body), sent)


@obligation("stock_make.any_valid", "stock.bts:9")
@any_valid(requests.stock_make)
def test_stock_make_any_valid(ann: Actor, sent: Sent) -> None:
    """Any valid request is answered 201 as declared."""
    expect(ann.call(stock_make, body=sent.body), 201, StockItem)


@obligation("stock_make.any_invalid", "stock.bts:6")
@any_invalid(requests.stock_make)
def test_stock_make_any_invalid(ann: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(ann.call(stock_make, body=sent.body), sent)


@obligation("make.any_valid", "imports.bts:19")
@any_valid(requests.make)
def test_make_any_valid(ann: Actor, stock_item: Response, sent: Sent) -> None:
    """Any valid request is answered 201 as declared."""
    sent = sent.on({"StockItem.id": stock_item["id"]})
    expect(ann.call(make, body=sent.body), 201, Item)


@obligation("make.any_invalid", "imports.bts:16")
@any_invalid(requests.make)
def test_make_any_invalid(ann: Actor, stock_item: Response, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    sent = sent.on({"StockItem.id": stock_item["id"]})
    refused(ann.call(make, body=sent.body), sent)
