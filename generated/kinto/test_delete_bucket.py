"""DELETE /buckets/{id} keeps what specs/kinto.bts:213 says."""

from specc.runtime import Actor, Response, expect, not_listed, obligation, read_list

from .contracts import BucketAnswer, DeleteBucket200, Error
from .endpoints import delete_bucket, get_bucket, list_buckets, update_bucket


@obligation("delete_bucket.conforms", "specs/kinto.bts:216")
def test_conforms(alice: Actor, new_bucket: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(delete_bucket, {"id": new_bucket["data"]["id"]}),
        200,
        DeleteBucket200,
    )


@obligation("delete_bucket.refuses.anonymous", "specs/kinto.bts:217")
def test_refuses_anonymous(anonymous: Actor, new_bucket: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(delete_bucket, {"id": new_bucket["data"]["id"]}), 401, Error)


@obligation("delete_bucket.refuses.admin", "specs/kinto.bts:218")
def test_refuses_admin(root: Actor, new_bucket: Response) -> None:
    """Admin is refused with 403."""
    expect(root.call(delete_bucket, {"id": new_bucket["data"]["id"]}), 403, Error)


@obligation("delete_bucket.refuses.stranger", "specs/kinto.bts:214")
def test_refuses_stranger(bob: Actor, new_bucket: Response) -> None:
    """Stranger is refused with 403."""
    expect(bob.call(delete_bucket, {"id": new_bucket["data"]["id"]}), 403, Error)


@obligation("delete_bucket.unknown.id", "specs/kinto.bts:218")
def test_unknown_id(alice: Actor) -> None:
    """An unknown id is answered 403."""
    expect(alice.call(delete_bucket, {"id": "A"}), 403, Error)


@obligation("delete_bucket.repeated", "specs/kinto.bts:218")
def test_repeated(alice: Actor, new_bucket: Response) -> None:
    """The same call a second time is answered 403."""
    expect(
        alice.call(delete_bucket, {"id": new_bucket["data"]["id"]}),
        200,
        DeleteBucket200,
    )
    expect(alice.call(delete_bucket, {"id": new_bucket["data"]["id"]}), 403, Error)


@obligation("delete_bucket.stale", "specs/kinto.bts:219")
def test_stale(alice: Actor, new_bucket: Response) -> None:
    """A version that is out of date, as If-Match says, is answered 412."""
    seen = expect(
        alice.call(get_bucket, {"id": new_bucket["data"]["id"]}), 200, BucketAnswer
    )
    expect(
        alice.call(
            update_bucket,
            {"id": new_bucket["data"]["id"]},
            body={"data": {"note": "text"}},
        ),
        200,
        BucketAnswer,
    )
    expect(
        alice.call(
            delete_bucket,
            {"id": new_bucket["data"]["id"], "If-Match": seen.header("ETag")},
        ),
        412,
        Error,
    )


@obligation("delete_bucket.deletes", "specs/kinto.bts:220")
def test_deletes(alice: Actor, new_bucket: Response) -> None:
    """The Bucket is gone afterwards."""
    expect(
        alice.call(delete_bucket, {"id": new_bucket["data"]["id"]}),
        200,
        DeleteBucket200,
    )
    expect(alice.call(get_bucket, {"id": new_bucket["data"]["id"]}), 403)
    listed = read_list(
        alice, list_buckets, items=("data",), source=("header", "Next-Page")
    )
    not_listed(listed, ["id"], new_bucket["data"]["id"])
