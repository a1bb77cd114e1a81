"""GET /by-link keeps what paging.bts:48 says."""

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

from .contracts import ByLink200, Note
from .endpoints import by_link, make


@obligation("by_link.conforms", "paging.bts:51")
def test_conforms(ann: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(ann.call(by_link), 200, ByLink200)


@obligation("by_link.accepts", "paging.bts:51")
@pytest.mark.parametrize(
    "change",
    [
        Put("per_page", 1, id="query.per_page.minimum"),
        Put("per_page", 50, id="query.per_page.maximum"),
        Put("per_page", 2, id="query.per_page.near_minimum"),
        Put("per_page", 49, id="query.per_page.near_maximum"),
    ],
    ids=str,
)
def test_accepts_params(ann: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(ann.call(by_link, change({})), 200, ByLink200)


@obligation("by_link.survives", "paging.bts:48")
@pytest.mark.parametrize(
    "change",
    [
        Put("per_page", Raw("text"), id="query.per_page.wrong_type"),
        Put("per_page", Raw("NaN"), id="query.per_page.not_a_number"),
        Put("per_page", Raw("Infinity"), id="query.per_page.infinite"),
        Put("per_page", Decimal("1.5"), id="query.per_page.fraction"),
        Put("per_page", 0, id="query.per_page.below_minimum"),
        Put("per_page", 51, id="query.per_page.above_maximum"),
        Put("per_page", 9223372036854775808, id="query.per_page.beyond_64_bits"),
    ],
    ids=str,
)
def test_survives_params(ann: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(ann.call(by_link, change({})))


@obligation("by_link.refuses.anonymous", "paging.bts:52")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(by_link), 401)


@obligation("by_link.refuses.made_up_credential", "paging.bts:52")
def test_refuses_made_up_credential(ann: Actor) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(ann).call(by_link), 401)


@obligation("by_link.lists", "paging.bts:53")
def test_lists(ann: Actor, new_note: Response) -> None:
    """A new Note is in the list."""
    listed = read_list(ann, by_link, link=True)
    is_listed(listed, ["id"], new_note["id"])


@obligation("by_link.hides", "paging.bts:20")
def test_hides(ben: Actor, new_note: Response) -> None:
    """A stranger's list does not show the Note."""
    listed = read_list(ben, by_link, link=True)
    not_listed(listed, ["id"], new_note["id"])


@obligation("by_link.pages", "paging.bts:54")
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
    listed = read_list(ann, by_link, params={"per_page": 2}, link=True)
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
    listed = read_list(ann, by_link, params={"per_page": 2}, link=True)
    is_listed(listed, ["id"], made_6["id"])
    once_each(listed, ["id"])
    is_listed(listed, ["id"], made_1["id"])
    is_listed(listed, ["id"], made_2["id"])
    is_listed(listed, ["id"], made_3["id"])
    is_listed(listed, ["id"], made_4["id"])
    is_listed(listed, ["id"], made_5["id"])


@obligation("by_link.safe", "paging.bts:53")
def test_safe(ann: Actor) -> None:
    """Reading changes nothing."""
    for attempt in eventually(within=2, every=0.1):
        with attempt:
            listed_before = read_list(ann, by_link, link=True)
            listed = read_list(ann, by_link, link=True)
            none_new(listed, listed_before, ["id"])
