"""The endpoints: how they are called and what they may answer, from load.bts."""

from specc.runtime import Creates, Endpoint, FromBody, Undo

from .contracts import ListOrders200, Login200, OpenOrder
from .service import shop

login = Endpoint(
    "login",
    "POST",
    "/login",
    spec="load.bts:37",
    service=shop,
    body="json",
    returns={200: Login200},
    secret=("password",),
)

create_order = Endpoint(
    "create_order",
    "POST",
    "/orders",
    spec="load.bts:43",
    service=shop,
    body="json",
    returns={201: OpenOrder},
    creates=Creates("Order", undo=Undo("cancel_order", {"id": FromBody("id")})),
)

get_order = Endpoint(
    "get_order",
    "GET",
    "/orders/{id}",
    spec="load.bts:51",
    service=shop,
    returns={200: OpenOrder, 404: None},
)

cancel_order = Endpoint(
    "cancel_order",
    "DELETE",
    "/orders/{id}",
    spec="load.bts:58",
    service=shop,
    returns={204: None},
    deletes="Order",
)

list_orders = Endpoint(
    "list_orders",
    "GET",
    "/orders",
    spec="load.bts:64",
    service=shop,
    query=("limit", "cursor"),
    returns={200: ListOrders200, 401: None, 422: None},
)
