"""GET /by-offset keeps what paging.bts:27 says."""

from decimal import Decimal

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Raw,
    Response,
    all_have,
    eventually,
    expect,
    forged,
    is_listed,
    none_new,
    not_listed,
    obligation,
    once_each,
    one_of,
    pages_within,
    read_list,
    survived,
    unique,
)

from .contracts import ByOffset200, Note
from .endpoints import by_offset, make


@obligation("by_offset.conforms", "paging.bts:32")
def test_conforms(ann: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(ann.call(by_offset), 200, ByOffset200)


@obligation("by_offset.accepts", "paging.bts:32")
@pytest.mark.parametrize(
    "change",
    [
        Put("limit", 1, id="query.limit.minimum"),
        Put("limit", 100, id="query.limit.maximum"),
        Put("limit", 2, id="query.limit.near_minimum"),
        Put("limit", 99, id="query.limit.near_maximum"),
        Put("offset", 0, id="query.offset.minimum"),
        Put("offset", 1, id="query.offset.near_minimum"),
        Put("kind", "a", id="query.kind.value_a"),
        Put("kind", "b", id="query.kind.value_b"),
    ],
    ids=str,
)
def test_accepts_params(ann: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(ann.call(by_offset, change({})), 200, ByOffset200)


@obligation("by_offset.survives", "paging.bts:27")
@pytest.mark.parametrize(
    "change",
    [
        Put("limit", Raw("text"), id="query.limit.wrong_type"),
        Put("limit", Raw("NaN"), id="query.limit.not_a_number"),
        Put("limit", Raw("Infinity"), id="query.limit.infinite"),
        Put("limit", Decimal("1.5"), id="query.limit.fraction"),
        Put("limit", 0, id="query.limit.below_minimum"),
        Put("limit", 101, id="query.limit.above_maximum"),
        Put("limit", 9223372036854775808, id="query.limit.beyond_64_bits"),
        Put("offset", 9007199254740993, id="query.offset.beyond_doubles"),
        Put("offset", 9223372036854775808, id="query.offset.beyond_64_bits"),
        Put("offset", Raw("text"), id="query.offset.wrong_type"),
        Put("offset", Raw("NaN"), id="query.offset.not_a_number"),
        Put("offset", Raw("Infinity"), id="query.offset.infinite"),
        Put("offset", Decimal("0.5"), id="query.offset.fraction"),
        Put("offset", -1, id="query.offset.below_minimum"),
        Put("kind", "no_such_value", id="query.kind.not_in_enum"),
        Put("kind", "A", id="query.kind.other_case"),
    ],
    ids=str,
)
def test_survives_params(ann: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(ann.call(by_offset, change({})))


@obligation("by_offset.refuses.anonymous", "paging.bts:33")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(by_offset), 401)


@obligation("by_offset.refuses.made_up_credential", "paging.bts:33")
def test_refuses_made_up_credential(ann: Actor) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(ann).call(by_offset), 401)


@obligation("by_offset.lists", "paging.bts:34")
def test_lists(ann: Actor, new_note: Response) -> None:
    """A new Note is in the list."""
    listed = read_list(ann, by_offset, items=("notes",), by=("limit", "offset"))
    is_listed(listed, ["id"], new_note["id"])


@obligation("by_offset.filters.kind", "paging.bts:31")
def test_filters_kind(ann: Actor, new_note: Response) -> None:
    """The list by kind shows only what has it."""
    listed = read_list(
        ann, by_offset, params={"kind": "a"}, items=("notes",), by=("limit", "offset")
    )
    all_have(listed, ["kind"], "a")
    listed = read_list(
        ann, by_offset, params={"kind": "b"}, items=("notes",), by=("limit", "offset")
    )
    all_have(listed, ["kind"], "b")
    one_of(new_note["kind"], ["a", "b"])


@obligation("by_offset.hides", "paging.bts:20")
def test_hides(ben: Actor, new_note: Response) -> None:
    """A stranger's list does not show the Note."""
    listed = read_list(ben, by_offset, items=("notes",), by=("limit", "offset"))
    not_listed(listed, ["id"], new_note["id"])


@obligation("by_offset.pages", "paging.bts:35")
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
        ann, by_offset, params={"limit": 2}, items=("notes",), by=("limit", "offset")
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
        ann, by_offset, params={"limit": 2}, items=("notes",), by=("limit", "offset")
    )
    is_listed(listed, ["id"], made_6["id"])
    once_each(listed, ["id"])
    is_listed(listed, ["id"], made_1["id"])
    is_listed(listed, ["id"], made_2["id"])
    is_listed(listed, ["id"], made_3["id"])
    is_listed(listed, ["id"], made_4["id"])
    is_listed(listed, ["id"], made_5["id"])


@obligation("by_offset.safe", "paging.bts:34")
def test_safe(ann: Actor) -> None:
    """Reading changes nothing."""
    for attempt in eventually(within=2, every=0.1):
        with attempt:
            listed_before = read_list(
                ann, by_offset, items=("notes",), by=("limit", "offset")
            )
            listed = read_list(ann, by_offset, items=("notes",), by=("limit", "offset"))
            none_new(listed, listed_before, ["id"])
