"""DELETE /buckets/{id} keeps what specs/kinto.bts:251 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Response,
    equal,
    expect,
    forged,
    not_listed,
    obligation,
    read_list,
    survived,
)

from .contracts import BucketAnswer, DeleteBucket200, Error
from .endpoints import delete_bucket, get_bucket, list_buckets, update_bucket


@obligation("delete_bucket.conforms", "specs/kinto.bts:254")
def test_conforms(alice: Actor, new_bucket: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(delete_bucket, {"id": new_bucket["data"]["id"]}),
        200,
        DeleteBucket200,
    )


@obligation("delete_bucket.rejects", "specs/kinto.bts:251")
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
def test_rejects_params(alice: Actor, new_bucket: Response, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(alice.call(delete_bucket, change({"id": new_bucket["data"]["id"]})), "4xx")


@obligation("delete_bucket.survives", "specs/kinto.bts:251")
@pytest.mark.parametrize(
    "change",
    [
        Put("id", "a" * 4000, id="path.id.very_long"),
        Put("id", "'\"`;--%s\\", id="path.id.quotes"),
        Put("id", "a\x00b", id="path.id.nul"),
        Put("id", "\u202ea\u202c\ufeff", id="path.id.bidi_override"),
        Put("id", "e" + "\u0301" * 60, id="path.id.stacked_marks"),
        Put("id", "\ud800", id="path.id.not_utf8"),
        Put('["If-Match"]', '"1', id="header.If-Match.pattern_too_short"),
        Put('["If-Match"]', '!"1"', id="header.If-Match.pattern_prefix"),
        Put('["If-Match"]', '"1"!', id="header.If-Match.pattern_suffix"),
        Put('["If-Match"]', '"1"', id="header.If-Match.shortest"),
    ],
    ids=str,
)
def test_survives_params(alice: Actor, new_bucket: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(delete_bucket, change({"id": new_bucket["data"]["id"]})),
        414,
        431,
        404,
    )


@obligation("delete_bucket.refuses.anonymous", "specs/kinto.bts:256")
def test_refuses_anonymous(anonymous: Actor, new_bucket: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(delete_bucket, {"id": new_bucket["data"]["id"]}), 401, Error)


@obligation("delete_bucket.refuses.made_up_credential", "specs/kinto.bts:256")
def test_refuses_made_up_credential(alice: Actor, new_bucket: Response) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(alice).call(delete_bucket, {"id": new_bucket["data"]["id"]}), 401, Error
    )


@obligation("delete_bucket.refuses.admin", "specs/kinto.bts:257")
def test_refuses_admin(root: Actor, new_bucket: Response) -> None:
    """Admin is refused with 403."""
    expect(root.call(delete_bucket, {"id": new_bucket["data"]["id"]}), 403, Error)


@obligation("delete_bucket.refuses.stranger", "specs/kinto.bts:252")
def test_refuses_stranger(bob: Actor, new_bucket: Response) -> None:
    """A stranger is refused with 403."""
    expect(bob.call(delete_bucket, {"id": new_bucket["data"]["id"]}), 403, Error)


@obligation("delete_bucket.unaffected.anonymous", "specs/kinto.bts:256")
def test_unaffected_by_anonymous(
    alice: Actor, anonymous: Actor, new_bucket: Response
) -> None:
    """The Bucket is as before after a refusal of anonymous."""
    before = expect(
        alice.call(get_bucket, {"id": new_bucket["data"]["id"]}), 200, BucketAnswer
    )
    anonymous.call(delete_bucket, {"id": new_bucket["data"]["id"]})
    after = expect(
        alice.call(get_bucket, {"id": new_bucket["data"]["id"]}), 200, BucketAnswer
    )
    equal(after["data"], before["data"])


@obligation("delete_bucket.unaffected.made_up_credential", "specs/kinto.bts:256")
def test_unaffected_by_made_up_credential(alice: Actor, new_bucket: Response) -> None:
    """The Bucket is as before after a refusal of made_up_credential."""
    before = expect(
        alice.call(get_bucket, {"id": new_bucket["data"]["id"]}), 200, BucketAnswer
    )
    forged(alice).call(delete_bucket, {"id": new_bucket["data"]["id"]})
    after = expect(
        alice.call(get_bucket, {"id": new_bucket["data"]["id"]}), 200, BucketAnswer
    )
    equal(after["data"], before["data"])


@obligation("delete_bucket.unaffected.admin", "specs/kinto.bts:257")
def test_unaffected_by_admin(alice: Actor, root: Actor, new_bucket: Response) -> None:
    """The Bucket is as before after a refusal of admin."""
    before = expect(
        alice.call(get_bucket, {"id": new_bucket["data"]["id"]}), 200, BucketAnswer
    )
    root.call(delete_bucket, {"id": new_bucket["data"]["id"]})
    after = expect(
        alice.call(get_bucket, {"id": new_bucket["data"]["id"]}), 200, BucketAnswer
    )
    equal(after["data"], before["data"])


@obligation("delete_bucket.unaffected.stranger", "specs/kinto.bts:252")
def test_unaffected_by_stranger(alice: Actor, bob: Actor, new_bucket: Response) -> None:
    """The Bucket is as before after a refusal of stranger."""
    before = expect(
        alice.call(get_bucket, {"id": new_bucket["data"]["id"]}), 200, BucketAnswer
    )
    bob.call(delete_bucket, {"id": new_bucket["data"]["id"]})
    after = expect(
        alice.call(get_bucket, {"id": new_bucket["data"]["id"]}), 200, BucketAnswer
    )
    equal(after["data"], before["data"])


@obligation("delete_bucket.unknown.id", "specs/kinto.bts:257")
def test_unknown_id(alice: Actor) -> None:
    """An unknown id is answered 403."""
    expect(alice.call(delete_bucket, {"id": "A"}), 403, Error)


@obligation("delete_bucket.repeated", "specs/kinto.bts:257")
def test_repeated(alice: Actor, new_bucket: Response) -> None:
    """The same call a second time is answered 403."""
    expect(
        alice.call(delete_bucket, {"id": new_bucket["data"]["id"]}),
        200,
        DeleteBucket200,
    )
    expect(alice.call(delete_bucket, {"id": new_bucket["data"]["id"]}), 403, Error)


@obligation("delete_bucket.stale", "specs/kinto.bts:258")
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


@obligation("delete_bucket.deletes", "specs/kinto.bts:259")
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


@obligation("delete_bucket.spares", "specs/kinto.bts:259")
def test_spares(alice: Actor, bucket: Response, new_bucket: Response) -> None:
    """Another Bucket is as before."""
    before = expect(
        alice.call(get_bucket, {"id": bucket["data"]["id"]}), 200, BucketAnswer
    )
    expect(
        alice.call(delete_bucket, {"id": new_bucket["data"]["id"]}),
        200,
        DeleteBucket200,
    )
    after = expect(
        alice.call(get_bucket, {"id": bucket["data"]["id"]}), 200, BucketAnswer
    )
    equal(after["data"], before["data"])
