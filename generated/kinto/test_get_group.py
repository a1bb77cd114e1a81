"""GET /buckets/{bucket}/groups/{id} keeps what specs/kinto.bts:514 says."""

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
    unique,
)

from .contracts import DeleteBucket200, DeleteGroup200, Error, GroupAnswer
from .endpoints import create_group, delete_bucket, delete_group, get_group


@obligation("get_group.conforms", "specs/kinto.bts:516")
def test_conforms(alice: Actor, bucket: Response, group: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": group["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )


@obligation("get_group.rejects", "specs/kinto.bts:514")
@pytest.mark.parametrize(
    "change",
    [
        Put("bucket", "no match ☃!", id="path.bucket.pattern_mismatch"),
        Put("bucket", "!A", id="path.bucket.pattern_prefix"),
        Put("bucket", "A!", id="path.bucket.pattern_suffix"),
        Put("bucket", "A\n", id="path.bucket.pattern_newline"),
        Put("id", "no match ☃!", id="path.id.pattern_mismatch"),
        Put("id", "!A", id="path.id.pattern_prefix"),
        Put("id", "A!", id="path.id.pattern_suffix"),
        Put("id", "A\n", id="path.id.pattern_newline"),
    ],
    ids=str,
)
def test_rejects_params(
    alice: Actor, bucket: Response, group: Response, change: Change
) -> None:
    """An invalid parameter is answered 4xx."""
    expect(
        alice.call(
            get_group,
            change({"bucket": bucket["data"]["id"], "id": group["data"]["id"]}),
        ),
        "4xx",
    )


@obligation("get_group.survives", "specs/kinto.bts:514")
@pytest.mark.parametrize(
    "change",
    [
        Put("bucket", "a" * 4000, id="path.bucket.very_long"),
        Put("bucket", "'\"`;--%s\\", id="path.bucket.quotes"),
        Put("bucket", "a\x00b", id="path.bucket.nul"),
        Put("bucket", "\u202ea\u202c\ufeff", id="path.bucket.bidi_override"),
        Put("bucket", "e" + "\u0301" * 60, id="path.bucket.stacked_marks"),
        Put("bucket", "\ud800", id="path.bucket.not_utf8"),
        Put("id", "a" * 4000, id="path.id.very_long"),
        Put("id", "'\"`;--%s\\", id="path.id.quotes"),
        Put("id", "a\x00b", id="path.id.nul"),
        Put("id", "\u202ea\u202c\ufeff", id="path.id.bidi_override"),
        Put("id", "e" + "\u0301" * 60, id="path.id.stacked_marks"),
        Put("id", "\ud800", id="path.id.not_utf8"),
    ],
    ids=str,
)
def test_survives_params(
    alice: Actor, bucket: Response, group: Response, change: Change
) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(
            get_group,
            change({"bucket": bucket["data"]["id"], "id": group["data"]["id"]}),
        ),
        414,
        431,
    )


@obligation("get_group.refuses.anonymous", "specs/kinto.bts:518")
def test_refuses_anonymous(anonymous: Actor, bucket: Response, group: Response) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            get_group, {"bucket": bucket["data"]["id"], "id": group["data"]["id"]}
        ),
        401,
        Error,
    )


@obligation("get_group.refuses.made_up_credential", "specs/kinto.bts:518")
def test_refuses_made_up_credential(
    alice: Actor, bucket: Response, group: Response
) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(alice).call(
            get_group, {"bucket": bucket["data"]["id"], "id": group["data"]["id"]}
        ),
        401,
        Error,
    )


@obligation("get_group.refuses.admin", "specs/kinto.bts:519")
def test_refuses_admin(root: Actor, bucket: Response, group: Response) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(
            get_group, {"bucket": bucket["data"]["id"], "id": group["data"]["id"]}
        ),
        403,
        Error,
    )


@obligation("get_group.refuses.stranger", "specs/kinto.bts:515")
def test_refuses_stranger(bob: Actor, bucket: Response, group: Response) -> None:
    """A stranger is refused with 403 or 404."""
    expect(
        bob.call(
            get_group, {"bucket": bucket["data"]["id"], "id": group["data"]["id"]}
        ),
        (403, 404),
    )


@obligation("get_group.unknown.bucket", "specs/kinto.bts:519")
def test_unknown_bucket(alice: Actor, group: Response) -> None:
    """An unknown bucket is answered 403."""
    expect(
        alice.call(get_group, {"bucket": "A", "id": group["data"]["id"]}), 403, Error
    )


@obligation("get_group.unknown.id", "specs/kinto.bts:520")
def test_unknown_id(alice: Actor, bucket: Response) -> None:
    """An unknown id is answered 404."""
    expect(
        alice.call(get_group, {"bucket": bucket["data"]["id"], "id": "A"}), 404, Error
    )


@obligation("get_group.deleted", "specs/kinto.bts:520")
def test_deleted(alice: Actor, bucket: Response, new_group: Response) -> None:
    """After the thing is gone, the call is answered 404."""
    expect(
        alice.call(
            delete_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        ),
        200,
        DeleteGroup200,
    )
    expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}
        ),
        404,
        Error,
    )


@obligation("get_group.deleted.bucket", "specs/kinto.bts:514")
def test_deleted_with_its_bucket(alice: Actor, new_bucket: Response) -> None:
    """What was made in a Bucket is gone with it."""
    made = expect(
        alice.call(
            create_group,
            {"bucket": new_bucket["data"]["id"]},
            body={"data": {"members": [unique("text")]}},
        ),
        201,
        GroupAnswer,
    )
    expect(
        alice.call(delete_bucket, {"id": new_bucket["data"]["id"]}),
        200,
        DeleteBucket200,
    )
    expect(
        alice.call(
            get_group, {"bucket": new_bucket["data"]["id"], "id": made["data"]["id"]}
        ),
        (403, 404),
    )


@obligation("get_group.reads", "specs/kinto.bts:521")
def test_reads(alice: Actor, bucket: Response, group: Response) -> None:
    """Of several Groups, the one that was asked for is shown."""
    expect(
        alice.call(
            create_group,
            {"bucket": bucket["data"]["id"]},
            body={"data": {"members": [unique("text")]}},
        ),
        201,
        GroupAnswer,
    )
    seen = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": group["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    equal(seen["data"]["id"], group["data"]["id"])


@obligation("get_group.misplaced", "specs/kinto.bts:514")
def test_misplaced(alice: Actor, new_bucket: Response, group: Response) -> None:
    """Under another Bucket, the Group is unknown."""
    expect(
        alice.call(
            get_group, {"bucket": new_bucket["data"]["id"], "id": group["data"]["id"]}
        ),
        (403, 404),
    )


@obligation("get_group.safe", "specs/kinto.bts:521")
def test_safe(alice: Actor, bucket: Response, group: Response) -> None:
    """Reading changes nothing."""
    seen = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": group["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    again = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": group["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    equal(again["data"], seen["data"])
