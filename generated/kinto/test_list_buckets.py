"""GET /buckets keeps what specs/kinto.bts:176 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Raw,
    Response,
    expect,
    is_listed,
    not_listed,
    obligation,
    once_each,
    pages_within,
    read_list,
)

from .contracts import BucketAnswer, Error, ListBuckets200
from .endpoints import create_bucket, list_buckets


@obligation("list_buckets.conforms", "specs/kinto.bts:182")
def test_conforms(alice: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(alice.call(list_buckets), 200, ListBuckets200)


@obligation("list_buckets.allows.admin", "specs/kinto.bts:177")
def test_allows_admin(root: Actor) -> None:
    """`admin` may call it."""
    expect(root.call(list_buckets), 200, ListBuckets200)


@obligation("list_buckets.accepts", "specs/kinto.bts:182")
@pytest.mark.parametrize(
    "change", [pytest.param(Put("_limit", 0), id="query._limit.minimum")]
)
def test_accepts_params(alice: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(alice.call(list_buckets, change({})), 200, ListBuckets200)


@obligation("list_buckets.rejects", "specs/kinto.bts:184")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("_limit", Raw("text")), id="query._limit.wrong_type"),
        pytest.param(Put("_limit", -1), id="query._limit.below_minimum"),
    ],
)
def test_rejects_query(alice: Actor, change: Change) -> None:
    """An invalid query is answered 400."""
    expect(alice.call(list_buckets, change({})), 400, Error)


@obligation("list_buckets.refuses.anonymous", "specs/kinto.bts:185")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(list_buckets), 401, Error)


@obligation("list_buckets.unchanged", "specs/kinto.bts:183")
def test_unchanged(alice: Actor) -> None:
    """What the caller has already, as If-None-Match says, is answered 304."""
    seen = expect(alice.call(list_buckets), 200, ListBuckets200)
    expect(alice.call(list_buckets, {"If-None-Match": seen.header("ETag")}), 304)


@obligation("list_buckets.lists", "specs/kinto.bts:186")
def test_lists(alice: Actor, new_bucket: Response) -> None:
    """A new Bucket is in the list."""
    listed = read_list(
        alice, list_buckets, items=("data",), source=("header", "Next-Page")
    )
    is_listed(listed, ["id"], new_bucket["data"]["id"])


@obligation("list_buckets.hides", "specs/kinto.bts:164")
def test_hides(bob: Actor, new_bucket: Response) -> None:
    """A stranger's list does not show the Bucket."""
    listed = read_list(
        bob, list_buckets, items=("data",), source=("header", "Next-Page")
    )
    not_listed(listed, ["id"], new_bucket["data"]["id"])


@obligation("list_buckets.pages", "specs/kinto.bts:187")
def test_pages(alice: Actor) -> None:
    """Page by page, each thing comes once, and no page is larger than asked for."""
    made_1 = expect(alice.call(create_bucket, body={"data": {}}), 201, BucketAnswer)
    made_2 = expect(alice.call(create_bucket, body={"data": {}}), 201, BucketAnswer)
    made_3 = expect(alice.call(create_bucket, body={"data": {}}), 201, BucketAnswer)
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
    pages_within(listed, 2)
