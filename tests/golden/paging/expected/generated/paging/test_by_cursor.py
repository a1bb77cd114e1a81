"""GET /by-cursor keeps what paging.bts:38 says."""

from decimal import Decimal

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Raw,
    Response,
    eventually,
    expect,
    forged,
    is_listed,
    none_new,
    not_listed,
    obligation,
    once_each,
    pages_within,
    read_list,
    survived,
    unique,
)

from .contracts import ByCursor200, Note
from .endpoints import by_cursor, make


@obligation("by_cursor.conforms", "paging.bts:42")
def test_conforms(ann: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(ann.call(by_cursor), 200, ByCursor200)


@obligation("by_cursor.accepts", "paging.bts:42")
@pytest.mark.parametrize(
    "change",
    [
        Put("size", 1, id="query.size.minimum"),
        Put("size", 50, id="query.size.maximum"),
        Put("size", 2, id="query.size.near_minimum"),
        Put("size", 49, id="query.size.near_maximum"),
    ],
    ids=str,
)
def test_accepts_params(ann: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(ann.call(by_cursor, change({})), 200, ByCursor200)


@obligation("by_cursor.survives", "paging.bts:38")
@pytest.mark.parametrize(
    "change",
    [
        Put("size", Raw("text"), id="query.size.wrong_type"),
        Put("size", Raw("NaN"), id="query.size.not_a_number"),
        Put("size", Raw("Infinity"), id="query.size.infinite"),
        Put("size", Decimal("1.5"), id="query.size.fraction"),
        Put("size", 0, id="query.size.below_minimum"),
        Put("size", 51, id="query.size.above_maximum"),
        Put("size", 9223372036854775808, id="query.size.beyond_64_bits"),
        Put("cursor", "a" * 4000, id="query.cursor.very_long"),
        Put("cursor", "", id="query.cursor.empty"),
        Put("cursor", "'\"`;--%s\\", id="query.cursor.quotes"),
        Put("cursor", "a\x00b", id="query.cursor.nul"),
        Put("cursor", "\u202ea\u202c\ufeff", id="query.cursor.bidi_override"),
        Put("cursor", "e" + "\u0301" * 60, id="query.cursor.stacked_marks"),
        Put("cursor", "\ud800", id="query.cursor.not_utf8"),
    ],
    ids=str,
)
def test_survives_params(ann: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(ann.call(by_cursor, change({})), 414, 431)


@obligation("by_cursor.refuses.anonymous", "paging.bts:43")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(by_cursor), 401)


@obligation("by_cursor.refuses.made_up_credential", "paging.bts:43")
def test_refuses_made_up_credential(ann: Actor) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(ann).call(by_cursor), 401)


@obligation("by_cursor.lists", "paging.bts:44")
def test_lists(ann: Actor, new_note: Response) -> None:
    """A new Note is in the list."""
    listed = read_list(
        ann, by_cursor, items=("items",), cursor="cursor", source=("body", "next")
    )
    is_listed(listed, ["id"], new_note["id"])


@obligation("by_cursor.hides", "paging.bts:20")
def test_hides(ben: Actor, new_note: Response) -> None:
    """A stranger's list does not show the Note."""
    listed = read_list(
        ben, by_cursor, items=("items",), cursor="cursor", source=("body", "next")
    )
    not_listed(listed, ["id"], new_note["id"])


@obligation("by_cursor.pages", "paging.bts:45")
def test_pages(ann: Actor) -> None:
    """Page by page, each thing comes once, and no page is larger than asked for."""
    made_1 = expect(
        ann.call(make, body={"text": unique("text"), "kind": "a"}), 201, Note
    )
    made_2 = expect(
        ann.call(make, body={"text": unique("text"), "kind": "a"}), 201, Note
    )
    made_3 = expect(
        ann.call(make, body={"text": unique("text"), "kind": "a"}), 201, Note
    )
    made_4 = expect(
        ann.call(make, body={"text": unique("text"), "kind": "a"}), 201, Note
    )
    made_5 = expect(
        ann.call(make, body={"text": unique("text"), "kind": "a"}), 201, Note
    )
    listed = read_list(
        ann,
        by_cursor,
        params={"size": 2},
        items=("items",),
        cursor="cursor",
        source=("body", "next"),
    )
    once_each(listed, ["id"])
    is_listed(listed, ["id"], made_1["id"])
    is_listed(listed, ["id"], made_2["id"])
    is_listed(listed, ["id"], made_3["id"])
    is_listed(listed, ["id"], made_4["id"])
    is_listed(listed, ["id"], made_5["id"])
    pages_within(listed, 2)
    made_6 = expect(
        ann.call(make, body={"text": unique("text"), "kind": "a"}), 201, Note
    )
    listed = read_list(
        ann,
        by_cursor,
        params={"size": 2},
        items=("items",),
        cursor="cursor",
        source=("body", "next"),
    )
    is_listed(listed, ["id"], made_6["id"])
    once_each(listed, ["id"])
    is_listed(listed, ["id"], made_1["id"])
    is_listed(listed, ["id"], made_2["id"])
    is_listed(listed, ["id"], made_3["id"])
    is_listed(listed, ["id"], made_4["id"])
    is_listed(listed, ["id"], made_5["id"])


@obligation("by_cursor.safe", "paging.bts:44")
def test_safe(ann: Actor) -> None:
    """Reading changes nothing."""
    for attempt in eventually(within=2, every=0.1):
        with attempt:
            listed_before = read_list(
                ann,
                by_cursor,
                items=("items",),
                cursor="cursor",
                source=("body", "next"),
            )
            listed = read_list(
                ann,
                by_cursor,
                items=("items",),
                cursor="cursor",
                source=("body", "next"),
            )
            none_new(listed, listed_before, ["id"])
