"""GET /buckets/{id} keeps what specs/kinto.bts:163 says.

Who may not know whether a bucket exists is told 403 either way.
"""

from specc.runtime import Actor, Response, expect, obligation

from .contracts import BucketAnswer, DeleteBucket200, Error
from .endpoints import delete_bucket, get_bucket, update_bucket


@obligation("get_bucket.conforms", "specs/kinto.bts:167")
def test_conforms(alice: Actor, bucket: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(alice.call(get_bucket, {"id": bucket["data"]["id"]}), 200, BucketAnswer)


@obligation("get_bucket.refuses.anonymous", "specs/kinto.bts:170")
def test_refuses_anonymous(anonymous: Actor, bucket: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(get_bucket, {"id": bucket["data"]["id"]}), 401, Error)


@obligation("get_bucket.refuses.admin", "specs/kinto.bts:171")
def test_refuses_admin(root: Actor, bucket: Response) -> None:
    """Admin is refused with 403."""
    expect(root.call(get_bucket, {"id": bucket["data"]["id"]}), 403, Error)


@obligation("get_bucket.refuses.stranger", "specs/kinto.bts:164")
def test_refuses_stranger(bob: Actor, bucket: Response) -> None:
    """Stranger is refused with 403."""
    expect(bob.call(get_bucket, {"id": bucket["data"]["id"]}), 403, Error)


@obligation("get_bucket.unchanged", "specs/kinto.bts:168")
def test_unchanged(alice: Actor, bucket: Response) -> None:
    """What the caller has already, as If-None-Match says, is answered 304."""
    seen = expect(
        alice.call(get_bucket, {"id": bucket["data"]["id"]}), 200, BucketAnswer
    )
    expect(
        alice.call(
            get_bucket,
            {"id": bucket["data"]["id"], "If-None-Match": seen.header("ETag")},
        ),
        304,
    )


@obligation("get_bucket.unknown.id", "specs/kinto.bts:171")
def test_unknown_id(alice: Actor) -> None:
    """An unknown id is answered 403."""
    expect(alice.call(get_bucket, {"id": "A"}), 403, Error)


@obligation("get_bucket.deleted", "specs/kinto.bts:171")
def test_deleted(alice: Actor, new_bucket: Response) -> None:
    """After the thing is gone, the call is answered 403."""
    expect(
        alice.call(delete_bucket, {"id": new_bucket["data"]["id"]}),
        200,
        DeleteBucket200,
    )
    expect(alice.call(get_bucket, {"id": new_bucket["data"]["id"]}), 403, Error)


@obligation("get_bucket.stale", "specs/kinto.bts:172")
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
            get_bucket,
            {"id": new_bucket["data"]["id"], "If-Match": seen.header("ETag")},
        ),
        412,
        Error,
    )
