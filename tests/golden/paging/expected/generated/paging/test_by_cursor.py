"""GET /by-cursor keeps what paging.bts:38 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Response,
    expect,
    is_listed,
    not_listed,
    obligation,
    once_each,
    pages_within,
    read_list,
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
        pytest.param(Put("size", 1), id="query.size.minimum"),
        pytest.param(Put("size", 50), id="query.size.maximum"),
    ],
)
def test_accepts_params(ann: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(ann.call(by_cursor, change({})), 200, ByCursor200)


@obligation("by_cursor.refuses.anonymous", "paging.bts:43")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(by_cursor), 401)


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
    pages_within(listed, 2)
