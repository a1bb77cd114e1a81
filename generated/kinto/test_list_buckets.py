"""GET /buckets keeps what specs/kinto.bts:211 says."""

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
)

from .contracts import BucketAnswer, Error, ListBuckets200
from .endpoints import create_bucket, list_buckets


@obligation("list_buckets.conforms", "specs/kinto.bts:217")
def test_conforms(alice: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(alice.call(list_buckets), 200, ListBuckets200)


@obligation("list_buckets.allows.admin", "specs/kinto.bts:212")
def test_allows_admin(root: Actor) -> None:
    """`admin` may call it."""
    expect(root.call(list_buckets), 200, ListBuckets200)


@obligation("list_buckets.accepts", "specs/kinto.bts:217")
@pytest.mark.parametrize(
    "change",
    [
        Put("_limit", 0, id="query._limit.minimum"),
        Put("_limit", 1, id="query._limit.near_minimum"),
    ],
    ids=str,
)
def test_accepts_params(alice: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(alice.call(list_buckets, change({})), 200, ListBuckets200)


@obligation("list_buckets.conforms.filled", "specs/kinto.bts:221")
def test_conforms_filled(alice: Actor) -> None:
    """The answer about a Bucket with all that it may have is as declared."""
    made = expect(
        alice.call(create_bucket, body={"data": {"note": "text"}}), 201, BucketAnswer
    )
    listed = read_list(
        alice, list_buckets, items=("data",), source=("header", "Next-Page")
    )
    is_listed(listed, ["id"], made["data"]["id"])


@obligation("list_buckets.rejects", "specs/kinto.bts:219")
@pytest.mark.parametrize(
    "change",
    [
        Put("_limit", Raw("text"), id="query._limit.wrong_type"),
        Put("_limit", Raw("NaN"), id="query._limit.not_a_number"),
        Put("_limit", Raw("Infinity"), id="query._limit.infinite"),
        Put("_limit", -1, id="query._limit.below_minimum"),
    ],
    ids=str,
)
def test_rejects_query(alice: Actor, change: Change) -> None:
    """An invalid query is answered 400."""
    expect(alice.call(list_buckets, change({})), 400, Error)


@obligation("list_buckets.survives", "specs/kinto.bts:211")
@pytest.mark.parametrize(
    "change",
    [
        Put("_limit", 9007199254740993, id="query._limit.beyond_doubles"),
        Put("_limit", 9223372036854775808, id="query._limit.beyond_64_bits"),
        Put("_token", "a" * 4000, id="query._token.very_long"),
        Put("_token", "", id="query._token.empty"),
        Put("_token", "'\"`;--%s\\", id="query._token.quotes"),
        Put("_token", "a\x00b", id="query._token.nul"),
        Put("_token", "\u202ea\u202c\ufeff", id="query._token.bidi_override"),
        Put("_token", "e" + "\u0301" * 60, id="query._token.stacked_marks"),
        Put("_token", "\ud800", id="query._token.not_utf8"),
        Put("_sort", "a" * 4000, id="query._sort.very_long"),
        Put("_sort", "", id="query._sort.empty"),
        Put("_sort", "'\"`;--%s\\", id="query._sort.quotes"),
        Put("_sort", "a\x00b", id="query._sort.nul"),
        Put("_sort", "\u202ea\u202c\ufeff", id="query._sort.bidi_override"),
        Put("_sort", "e" + "\u0301" * 60, id="query._sort.stacked_marks"),
        Put("_sort", "\ud800", id="query._sort.not_utf8"),
        Put('["If-None-Match"]', '"1', id="header.If-None-Match.pattern_too_short"),
        Put('["If-None-Match"]', '!"1"', id="header.If-None-Match.pattern_prefix"),
        Put('["If-None-Match"]', '"1"!', id="header.If-None-Match.pattern_suffix"),
        Put('["If-None-Match"]', '"1"', id="header.If-None-Match.shortest"),
    ],
    ids=str,
)
def test_survives_params(alice: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(alice.call(list_buckets, change({})), 414, 431)


@obligation("list_buckets.refuses.anonymous", "specs/kinto.bts:220")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(list_buckets), 401, Error)


@obligation("list_buckets.refuses.made_up_credential", "specs/kinto.bts:220")
def test_refuses_made_up_credential(alice: Actor) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(alice).call(list_buckets), 401, Error)


@obligation("list_buckets.unchanged", "specs/kinto.bts:218")
def test_unchanged(alice: Actor) -> None:
    """What the caller has already, as If-None-Match says, is answered 304."""
    seen = expect(alice.call(list_buckets), 200, ListBuckets200)
    expect(alice.call(list_buckets, {"If-None-Match": seen.header("ETag")}), 304)


@obligation("list_buckets.lists", "specs/kinto.bts:221")
def test_lists(alice: Actor, new_bucket: Response) -> None:
    """A new Bucket is in the list."""
    listed = read_list(
        alice, list_buckets, items=("data",), source=("header", "Next-Page")
    )
    is_listed(listed, ["id"], new_bucket["data"]["id"])


@obligation("list_buckets.hides", "specs/kinto.bts:199")
def test_hides(bob: Actor, new_bucket: Response) -> None:
    """A stranger's list does not show the Bucket."""
    listed = read_list(
        bob, list_buckets, items=("data",), source=("header", "Next-Page")
    )
    not_listed(listed, ["id"], new_bucket["data"]["id"])


@obligation("list_buckets.pages", "specs/kinto.bts:222")
def test_pages(alice: Actor) -> None:
    """Page by page, each thing comes once, and no page is larger than asked for."""
    made_1 = expect(alice.call(create_bucket, body={"data": {}}), 201, BucketAnswer)
    made_2 = expect(alice.call(create_bucket, body={"data": {}}), 201, BucketAnswer)
    made_3 = expect(alice.call(create_bucket, body={"data": {}}), 201, BucketAnswer)
    made_4 = expect(alice.call(create_bucket, body={"data": {}}), 201, BucketAnswer)
    made_5 = expect(alice.call(create_bucket, body={"data": {}}), 201, BucketAnswer)
    listed = read_list(
        alice,
        list_buckets,
        params={"_limit": 2},
        items=("data",),
        source=("header", "Next-Page"),
    )
    once_each(listed, ["id"])
    is_listed(listed, ["id"], made_1["data"]["id"])
    is_listed(listed, ["id"], made_2["data"]["id"])
    is_listed(listed, ["id"], made_3["data"]["id"])
    is_listed(listed, ["id"], made_4["data"]["id"])
    is_listed(listed, ["id"], made_5["data"]["id"])
    pages_within(listed, 2)
    made_6 = expect(alice.call(create_bucket, body={"data": {}}), 201, BucketAnswer)
    listed = read_list(
        alice,
        list_buckets,
        params={"_limit": 2},
        items=("data",),
        source=("header", "Next-Page"),
    )
    is_listed(listed, ["id"], made_6["data"]["id"])
    once_each(listed, ["id"])
    is_listed(listed, ["id"], made_1["data"]["id"])
    is_listed(listed, ["id"], made_2["data"]["id"])
    is_listed(listed, ["id"], made_3["data"]["id"])
    is_listed(listed, ["id"], made_4["data"]["id"])
    is_listed(listed, ["id"], made_5["data"]["id"])


@obligation("list_buckets.safe", "specs/kinto.bts:221")
def test_safe(alice: Actor) -> None:
    """Reading changes nothing."""
    for attempt in eventually(within=2, every=0.1):
        with attempt:
            listed_before = read_list(
                alice, list_buckets, items=("data",), source=("header", "Next-Page")
            )
            listed = read_list(
                alice, list_buckets, items=("data",), source=("header", "Next-Page")
            )
            none_new(listed, listed_before, ["id"])
