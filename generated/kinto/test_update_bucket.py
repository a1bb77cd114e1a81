"""PATCH /buckets/{id} keeps what specs/kinto.bts:191 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    Response,
    change_kept,
    expect,
    obligation,
)

from .contracts import BucketAnswer, Error
from .endpoints import get_bucket, update_bucket

BODY = {"data": {"note": "text"}}


@obligation("update_bucket.conforms", "specs/kinto.bts:195")
def test_conforms(alice: Actor, new_bucket: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(update_bucket, {"id": new_bucket["data"]["id"]}, body=BODY),
        200,
        BucketAnswer,
    )


@obligation("update_bucket.accepts", "specs/kinto.bts:195")
@pytest.mark.parametrize(
    "change", [pytest.param(Drop("data.note"), id="data.note.absent")]
)
def test_accepts(alice: Actor, new_bucket: Response, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        alice.call(update_bucket, {"id": new_bucket["data"]["id"]}, body=change(BODY)),
        200,
        BucketAnswer,
    )


@obligation("update_bucket.rejects", "specs/kinto.bts:196")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Drop("data"), id="data.missing"),
        pytest.param(Put("data", None), id="data.null"),
        pytest.param(Put("data", "text"), id="data.wrong_type"),
        pytest.param(Put("", b'{"'), id="body.malformed"),
        pytest.param(Put("", "text"), id="body.wrong_type"),
    ],
)
def test_rejects(alice: Actor, bucket: Response, change: Change) -> None:
    """An invalid body is answered 400."""
    expect(
        alice.call(update_bucket, {"id": bucket["data"]["id"]}, body=change(BODY)),
        400,
        Error,
    )


@obligation("update_bucket.refuses.anonymous", "specs/kinto.bts:197")
def test_refuses_anonymous(anonymous: Actor, new_bucket: Response) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(update_bucket, {"id": new_bucket["data"]["id"]}, body=BODY),
        401,
        Error,
    )


@obligation("update_bucket.refuses.admin", "specs/kinto.bts:198")
def test_refuses_admin(root: Actor, new_bucket: Response) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(update_bucket, {"id": new_bucket["data"]["id"]}, body=BODY),
        403,
        Error,
    )


@obligation("update_bucket.refuses.stranger", "specs/kinto.bts:192")
def test_refuses_stranger(bob: Actor, new_bucket: Response) -> None:
    """Stranger is refused with 403."""
    expect(
        bob.call(update_bucket, {"id": new_bucket["data"]["id"]}, body=BODY), 403, Error
    )


@obligation("update_bucket.unknown.id", "specs/kinto.bts:198")
def test_unknown_id(alice: Actor) -> None:
    """An unknown id is answered 403."""
    expect(alice.call(update_bucket, {"id": "A"}, body=BODY), 403, Error)


@obligation("update_bucket.stale", "specs/kinto.bts:199")
def test_stale(alice: Actor, new_bucket: Response) -> None:
    """A version that is out of date, as If-Match says, is answered 412."""
    seen = expect(
        alice.call(get_bucket, {"id": new_bucket["data"]["id"]}), 200, BucketAnswer
    )
    expect(
        alice.call(update_bucket, {"id": new_bucket["data"]["id"]}, body=BODY),
        200,
        BucketAnswer,
    )
    expect(
        alice.call(
            update_bucket,
            {"id": new_bucket["data"]["id"], "If-Match": seen.header("ETag")},
            body=BODY,
        ),
        412,
        Error,
    )


@obligation("update_bucket.updates", "specs/kinto.bts:200")
def test_updates(alice: Actor, new_bucket: Response) -> None:
    """The change that it answers is seen when the Bucket is read again."""
    before = expect(
        alice.call(get_bucket, {"id": new_bucket["data"]["id"]}), 200, BucketAnswer
    )
    changed = expect(
        alice.call(update_bucket, {"id": new_bucket["data"]["id"]}, body=BODY),
        200,
        BucketAnswer,
    )
    after = expect(
        alice.call(get_bucket, {"id": changed["data"]["id"]}), 200, BucketAnswer
    )
    change_kept(before["data"], changed["data"], after["data"])
