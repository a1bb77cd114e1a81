"""What imports.bts says of things holds in whatever order calls are made."""

from specc.runtime import Actor, obligation
from specc.runtime.properties import Rule, walk

from . import requests
from .endpoints import stock_make, stock_show

RULES = [
    Rule(
        deed="creates",
        endpoint=stock_make,
        thing="StockItem",
        requests=requests.stock_make,
        by=("ann",),
        answers=(201,),
        refused=(403, 404),
        key="id",
        shown=("label",),
    ),
    Rule(
        deed="reads",
        endpoint=stock_show,
        thing="StockItem",
        params={"id": "StockItem.id"},
        by=("ann",),
        answers=(200,),
        refused=(404,),
        gone=(404,),
        shown=("label",),
    ),
]


@obligation("stateful.sequences", "stock.bts:11")
def test_sequences(ann: Actor) -> None:
    """Any sequence of calls by several actors keeps what the effects say."""
    walk({"ann": ann}, RULES)
