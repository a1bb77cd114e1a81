"""The endpoints: how they are called and what they may answer, from imports.bts."""

from specc.runtime import Creates, Endpoint

from .contracts import Item, Login200, Problem, StockItem
from .service import shop

login = Endpoint(
    "login",
    "POST",
    "/login",
    spec="auth.bts:7",
    service=shop,
    body="json",
    returns={200: Login200, 401: Problem},
    secret=("password",),
)

stock_make = Endpoint(
    "stock_make",
    "POST",
    "/stock",
    spec="stock.bts:6",
    service=shop,
    body="json",
    returns={201: StockItem, 401: Problem},
    creates=Creates("StockItem"),
)

stock_show = Endpoint(
    "stock_show",
    "GET",
    "/stock/{id}",
    spec="stock.bts:14",
    service=shop,
    returns={200: StockItem, 401: Problem, 404: Problem},
)

make = Endpoint(
    "make",
    "POST",
    "/items",
    spec="imports.bts:16",
    service=shop,
    body="json",
    returns={201: Item, 401: Problem},
    creates=Creates("Item"),
)

show = Endpoint(
    "show",
    "GET",
    "/items/{id}",
    spec="imports.bts:24",
    service=shop,
    returns={200: Item, 401: Problem, 404: Problem},
)
