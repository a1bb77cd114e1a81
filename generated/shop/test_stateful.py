"""What specs/shop.bts says of things holds in whatever order calls are made."""

from specc.runtime import Actor, obligation
from specc.runtime.properties import Rule, walk

from . import requests
from .endpoints import cancel_order, create_order, get_order, list_orders, pay

RULES = [
    Rule(
        deed="creates",
        endpoint=create_order,
        thing="Order",
        requests=requests.create_order,
        by=("alice", "bob"),
        answers=(201,),
        refused=(403,),
        key="id",
        shown=("lines", "note"),
    ),
    Rule(
        deed="reads",
        endpoint=get_order,
        thing="Order",
        params={"id": "Order.id"},
        by=("root",),
        owners=("Order",),
        answers=(200,),
        refused=(404,),
        gone=(404,),
        shown=("lines", "note"),
    ),
    Rule(
        deed="lists",
        endpoint=list_orders,
        thing="Order",
        at=("items",),
        by=("alice", "bob"),
        answers=(200,),
        refused=(403,),
        key="id",
        hides=True,
        reading={"cursor": "cursor", "source": ("body", "next")},
    ),
    Rule(
        deed="updates",
        endpoint=pay,
        thing="Order",
        params={"id": "Order.id"},
        requests=requests.pay,
        owners=("Order",),
        answers=(200, 409),
        refused=(403, 404),
        gone=(404,),
        shown=("lines", "note"),
    ),
    Rule(
        deed="deletes",
        endpoint=cancel_order,
        thing="Order",
        params={"id": "Order.id"},
        owners=("Order",),
        answers=(204,),
        refused=(403, 404),
        gone=(404,),
    ),
]


@obligation("stateful.sequences", "specs/shop.bts:63")
def test_sequences(alice: Actor, bob: Actor, root: Actor) -> None:
    """Any sequence of calls by several actors keeps what the effects say."""
    walk({"alice": alice, "bob": bob, "root": root}, RULES)
