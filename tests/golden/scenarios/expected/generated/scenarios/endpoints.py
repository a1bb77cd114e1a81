"""The endpoints: how they are called and what they may answer, from scenarios.bts."""

from specc.runtime import Contract, Creates, Endpoint, Returns

from .contracts import Order, Orders200
from .service import shop

order = Endpoint(
    "order",
    "POST",
    "/orders",
    spec="scenarios.bts:15",
    service=shop,
    body="json",
    returns={
        201: Returns(
            Order,
            header={
                "Location": Contract(
                    "Location", {"type": "string"}, spec="scenarios.bts:18"
                )
            },
        ),
        401: None,
    },
    creates=Creates("Order"),
)

show = Endpoint(
    "show",
    "GET",
    "/orders/{id}",
    spec="scenarios.bts:23",
    service=shop,
    returns={200: Order, 401: None, 404: None},
)

orders = Endpoint(
    "orders",
    "GET",
    "/orders",
    spec="scenarios.bts:31",
    service=shop,
    returns={200: Orders200, 401: None},
)
