"""GET /buckets/{id} keeps what specs/kinto.bts:198 says.

Who may not know whether a bucket exists is told 403 either way.
"""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Response,
    equal,
    expect,
    forged,
    obligation,
    survived,
)

from .contracts import BucketAnswer, DeleteBucket200, Error
from .endpoints import create_bucket, delete_bucket, get_bucket, update_bucket


@obligation("get_bucket.conforms", "specs/kinto.bts:202")
def test_conforms(alice: Actor, bucket: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(alice.call(get_bucket, {"id": bucket["data"]["id"]}), 200, BucketAnswer)


@obligation("get_bucket.conforms.filled", "specs/kinto.bts:208")
def test_conforms_filled(alice: Actor) -> None:
    """The answer about a Bucket with all that it may have is as declared."""
    made = expect(
        alice.call(create_bucket, body={"data": {"note": "text"}}), 201, BucketAnswer
    )
    expect(alice.call(get_bucket, {"id": made["data"]["id"]}), 200, BucketAnswer)


@obligation("get_bucket.rejects", "specs/kinto.bts:198")
@pytest.mark.parametrize(
    "change",
    [
        Put("id", "no match ☃!", id="path.id.pattern_mismatch"),
        Put("id", "!A", id="path.id.pattern_prefix"),
        Put("id", "A!", id="path.id.pattern_suffix"),
        Put("id", "A\n", id="path.id.pattern_newline"),
    ],
    ids=str,
)
def test_rejects_params(alice: Actor, bucket: Response, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(alice.call(get_bucket, change({"id": bucket["data"]["id"]})), "4xx")


@obligation("get_bucket.survives", "specs/kinto.bts:198")
@pytest.mark.parametrize(
    "change",
    [
        Put("id", "a" * 4000, id="path.id.very_long"),
        Put("id", "'\"`;--%s\\", id="path.id.quotes"),
        Put("id", "a\x00b", id="path.id.nul"),
        Put("id", "\u202ea\u202c\ufeff", id="path.id.bidi_override"),
        Put("id", "e" + "\u0301" * 60, id="path.id.stacked_marks"),
        Put("id", "\ud800", id="path.id.not_utf8"),
        Put('["If-None-Match"]', '"1', id="header.If-None-Match.pattern_too_short"),
        Put('["If-None-Match"]', '!"1"', id="header.If-None-Match.pattern_prefix"),
        Put('["If-None-Match"]', '"1"!', id="header.If-None-Match.pattern_suffix"),
        Put('["If-None-Match"]', '"1"', id="header.If-None-Match.shortest"),
        Put('["If-Match"]', '"1', id="header.If-Match.pattern_too_short"),
        Put('["If-Match"]', '!"1"', id="header.If-Match.pattern_prefix"),
        Put('["If-Match"]', '"1"!', id="header.If-Match.pattern_suffix"),
        Put('["If-Match"]', '"1"', id="header.If-Match.shortest"),
    ],
    ids=str,
)
def test_survives_params(alice: Actor, bucket: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(get_bucket, change({"id": bucket["data"]["id"]})), 414, 431, 404
    )


@obligation("get_bucket.refuses.anonymous", "specs/kinto.bts:205")
def test_refuses_anonymous(anonymous: Actor, bucket: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(get_bucket, {"id": bucket["data"]["id"]}), 401, Error)


@obligation("get_bucket.refuses.made_up_credential", "specs/kinto.bts:205")
def test_refuses_made_up_credential(alice: Actor, bucket: Response) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(alice).call(get_bucket, {"id": bucket["data"]["id"]}), 401, Error)


@obligation("get_bucket.refuses.admin", "specs/kinto.bts:206")
def test_refuses_admin(root: Actor, bucket: Response) -> None:
    """Admin is refused with 403."""
    expect(root.call(get_bucket, {"id": bucket["data"]["id"]}), 403, Error)


@obligation("get_bucket.refuses.stranger", "specs/kinto.bts:199")
def test_refuses_stranger(bob: Actor, bucket: Response) -> None:
    """A stranger is refused with 403."""
    expect(bob.call(get_bucket, {"id": bucket["data"]["id"]}), 403, Error)


@obligation("get_bucket.unchanged", "specs/kinto.bts:203")
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


@obligation("get_bucket.unknown.id", "specs/kinto.bts:206")
def test_unknown_id(alice: Actor) -> None:
    """An unknown id is answered 403."""
    expect(alice.call(get_bucket, {"id": "A"}), 403, Error)


@obligation("get_bucket.deleted", "specs/kinto.bts:206")
def test_deleted(alice: Actor, new_bucket: Response) -> None:
    """After the thing is gone, the call is answered 403."""
    expect(
        alice.call(delete_bucket, {"id": new_bucket["data"]["id"]}),
        200,
        DeleteBucket200,
    )
    expect(alice.call(get_bucket, {"id": new_bucket["data"]["id"]}), 403, Error)


@obligation("get_bucket.stale", "specs/kinto.bts:207")
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


@obligation("get_bucket.reads", "specs/kinto.bts:208")
def test_reads(bob: Actor, alice: Actor, bucket: Response) -> None:
    """Of several Buckets, the one that was asked for is shown."""
    expect(bob.call(create_bucket, body={"data": {}}), 201, BucketAnswer)
    seen = expect(
        alice.call(get_bucket, {"id": bucket["data"]["id"]}), 200, BucketAnswer
    )
    equal(seen["data"]["id"], bucket["data"]["id"])


@obligation("get_bucket.safe", "specs/kinto.bts:208")
def test_safe(alice: Actor, bucket: Response) -> None:
    """Reading changes nothing."""
    seen = expect(
        alice.call(get_bucket, {"id": bucket["data"]["id"]}), 200, BucketAnswer
    )
    again = expect(
        alice.call(get_bucket, {"id": bucket["data"]["id"]}), 200, BucketAnswer
    )
    equal(again["data"], seen["data"])
