"""What contracts.bts says of things holds in whatever order calls are made."""

from specc.runtime import Actor, obligation
from specc.runtime.properties import Rule, walk

from . import requests
from .endpoints import change_2, make

RULES = [
    Rule(
        deed="creates",
        endpoint=make,
        thing="Everything",
        requests=requests.make,
        by=("ann",),
        answers=(201,),
        refused=(403, 404),
        key="id",
        shown=(
            "name",
            "size",
            "level",
            "price",
            "ratio",
            "flag",
            "day",
            "at",
            "due",
            "lasting",
            "mail",
            "site",
            "v4",
            "v6",
            "host",
            "blob",
            "extra",
            "tags",
            "codes",
            "labels",
            "shape",
            "inner",
            "body",
            "x-total",
        ),
    ),
    Rule(
        deed="updates",
        endpoint=change_2,
        thing="Everything",
        params={"id": "Everything.id"},
        requests=requests.change_2,
        by=("ann",),
        answers=(200,),
        refused=(404,),
        gone=(404,),
        shown=(
            "name",
            "size",
            "level",
            "price",
            "ratio",
            "flag",
            "day",
            "at",
            "due",
            "lasting",
            "mail",
            "site",
            "v4",
            "v6",
            "host",
            "blob",
            "extra",
            "tags",
            "codes",
            "labels",
            "shape",
            "inner",
            "body",
            "x-total",
        ),
    ),
]


@obligation("stateful.sequences", "contracts.bts:67")
def test_sequences(ann: Actor) -> None:
    """Any sequence of calls by several actors keeps what the effects say."""
    walk({"ann": ann}, RULES)
