"""What scenarios.bts says of things holds in whatever order calls are made."""

from specc.runtime import Actor, obligation
from specc.runtime.properties import Rule, walk

from . import requests
from .endpoints import order, orders, show

RULES = [
    Rule(
        deed="creates",
        endpoint=order,
        thing="Order",
        requests=requests.order,
        by=("ann", "ben"),
        answers=(201,),
        refused=(403, 404),
        key="id",
        shown=("lines",),
    ),
    Rule(
        deed="reads",
        endpoint=show,
        thing="Order",
        params={"id": "Order.id"},
        owners=("Order",),
        answers=(200,),
        refused=(404,),
        gone=(404,),
        shown=("lines",),
    ),
    Rule(
        deed="lists",
        endpoint=orders,
        thing="Order",
        at=("items",),
        by=("ann", "ben"),
        answers=(200,),
        refused=(403, 404),
        key="id",
        hides=True,
    ),
]


@obligation("stateful.sequences", "scenarios.bts:20")
def test_sequences(ann: Actor, ben: Actor) -> None:
    """Any sequence of calls by several actors keeps what the effects say."""
    walk({"ann": ann, "ben": ben}, RULES)
