"""The endpoints: how they are called and what they may answer, from shop.bts."""

from specc.runtime import Contract, Creates, Endpoint, FromBody, Returns, Undo

from .contracts import ListOrders200, Login200, Order, Problem
from .service import shop

login = Endpoint(
    "login",
    "POST",
    "/login",
    spec="shop.bts:47",
    service=shop,
    body="json",
    returns={200: Login200, 401: Problem, 422: Problem, 429: Problem},
    secret=("password",),
)

create_order = Endpoint(
    "create_order",
    "POST",
    "/orders",
    spec="shop.bts:56",
    service=shop,
    body="json",
    returns={
        201: Returns(
            Order,
            header={
                "Location": Contract(
                    "Location",
                    {"type": "string", "pattern": "^/orders/[0-9a-f-]{36}$"},
                    spec="shop.bts:59",
                )
            },
        ),
        401: Problem,
        403: Problem,
        422: Problem,
    },
    creates=Creates("Order", undo=Undo("cancel_order", {"id": FromBody("id")})),
)

get_order = Endpoint(
    "get_order",
    "GET",
    "/orders/{id}",
    spec="shop.bts:67",
    service=shop,
    returns={200: Order, 401: Problem, 404: Problem},
)

list_orders = Endpoint(
    "list_orders",
    "GET",
    "/orders",
    spec="shop.bts:75",
    service=shop,
    query=("status", "limit", "cursor"),
    returns={200: ListOrders200, 401: Problem, 403: Problem, 422: Problem},
)

pay = Endpoint(
    "pay",
    "POST",
    "/orders/{id}/pay",
    spec="shop.bts:88",
    service=shop,
    body="json",
    returns={
        200: Order,
        401: Problem,
        403: Problem,
        404: Problem,
        409: Problem,
        422: Problem,
    },
    updates="Order",
)

cancel_order = Endpoint(
    "cancel_order",
    "DELETE",
    "/orders/{id}",
    spec="shop.bts:100",
    service=shop,
    returns={204: None, 401: Problem, 403: Problem, 404: Problem},
    deletes="Order",
)
