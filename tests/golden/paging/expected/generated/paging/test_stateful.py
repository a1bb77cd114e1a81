"""What paging.bts says of things holds in whatever order calls are made."""

from specc.runtime import Actor, obligation
from specc.runtime.properties import Rule, walk

from . import requests
from .endpoints import by_cursor, by_link, by_offset, endless, make, note

RULES = [
    Rule(
        deed="creates",
        endpoint=make,
        thing="Note",
        requests=requests.make,
        by=("ann", "ben"),
        answers=(201,),
        refused=(403, 404),
        key="id",
        shown=("text", "kind"),
    ),
    Rule(
        deed="reads",
        endpoint=note,
        thing="Note",
        params={"id": "Note.id"},
        owners=("Note",),
        answers=(200,),
        refused=(404,),
        gone=(404,),
        shown=("text", "kind"),
    ),
    Rule(
        deed="lists",
        endpoint=by_offset,
        thing="Note",
        at=("notes",),
        by=("ann", "ben"),
        answers=(200,),
        refused=(403, 404),
        key="id",
        hides=True,
        reading={"by": ("limit", "offset")},
    ),
    Rule(
        deed="lists",
        endpoint=by_cursor,
        thing="Note",
        at=("items",),
        by=("ann", "ben"),
        answers=(200,),
        refused=(403, 404),
        key="id",
        hides=True,
        reading={"cursor": "cursor", "source": ("body", "next")},
    ),
    Rule(
        deed="lists",
        endpoint=by_link,
        thing="Note",
        by=("ann", "ben"),
        answers=(200,),
        refused=(403, 404),
        key="id",
        hides=True,
        reading={"link": True},
    ),
    Rule(
        deed="lists",
        endpoint=endless,
        thing="Note",
        by=("ann", "ben"),
        answers=(200,),
        refused=(403, 404),
        key="id",
        hides=True,
        reading={"link": True},
    ),
]


@obligation("stateful.sequences", "paging.bts:16")
def test_sequences(ann: Actor, ben: Actor) -> None:
    """Any sequence of calls by several actors keeps what the effects say."""
    walk({"ann": ann, "ben": ben}, RULES)
