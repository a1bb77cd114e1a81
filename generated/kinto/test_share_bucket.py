"""PATCH /buckets/{id} keeps what specs/kinto.bts:204 says.

Says who else may read, write, or add to a bucket.
"""

import pytest
from specc.runtime import Actor, Change, Drop, Put, Response, expect, obligation

from .contracts import BucketAnswer, Error
from .endpoints import share_bucket

BODY = {"permissions": {}}


@obligation("share_bucket.conforms", "specs/kinto.bts:207")
def test_conforms(alice: Actor, bucket: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(share_bucket, {"id": bucket["data"]["id"]}, body=BODY),
        200,
        BucketAnswer,
    )


@obligation("share_bucket.accepts", "specs/kinto.bts:207")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("permissions.read", None), id="permissions.read.null"),
        pytest.param(Put("permissions.read", []), id="permissions.read.minimum"),
        pytest.param(
            Put("permissions.read", ["a"]), id="permissions.read[].minimum_length"
        ),
        pytest.param(Put("permissions.write", None), id="permissions.write.null"),
        pytest.param(Put("permissions.write", []), id="permissions.write.minimum"),
        pytest.param(
            Put("permissions.write", ["a"]), id="permissions.write[].minimum_length"
        ),
        pytest.param(
            Put('permissions["collection:create"]', None),
            id="permissions.collection:create.null",
        ),
        pytest.param(
            Put('permissions["collection:create"]', []),
            id="permissions.collection:create.minimum",
        ),
        pytest.param(
            Put('permissions["collection:create"]', ["a"]),
            id="permissions.collection:create[].minimum_length",
        ),
        pytest.param(
            Put('permissions["group:create"]', None), id="permissions.group:create.null"
        ),
        pytest.param(
            Put('permissions["group:create"]', []),
            id="permissions.group:create.minimum",
        ),
        pytest.param(
            Put('permissions["group:create"]', ["a"]),
            id="permissions.group:create[].minimum_length",
        ),
    ],
)
def test_accepts(alice: Actor, bucket: Response, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        alice.call(share_bucket, {"id": bucket["data"]["id"]}, body=change(BODY)),
        200,
        BucketAnswer,
    )


@obligation("share_bucket.rejects", "specs/kinto.bts:208")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Drop("permissions"), id="permissions.missing"),
        pytest.param(Put("permissions", None), id="permissions.null"),
        pytest.param(Put("permissions", "text"), id="permissions.wrong_type"),
        pytest.param(Put("permissions.read", "text"), id="permissions.read.wrong_type"),
        pytest.param(Put("permissions.read", [None]), id="permissions.read[].null"),
        pytest.param(
            Put("permissions.read", [12345]), id="permissions.read[].wrong_type"
        ),
        pytest.param(Put("permissions.read", [""]), id="permissions.read[].too_short"),
        pytest.param(
            Put("permissions.write", "text"), id="permissions.write.wrong_type"
        ),
        pytest.param(Put("permissions.write", [None]), id="permissions.write[].null"),
        pytest.param(
            Put("permissions.write", [12345]), id="permissions.write[].wrong_type"
        ),
        pytest.param(
            Put("permissions.write", [""]), id="permissions.write[].too_short"
        ),
        pytest.param(
            Put('permissions["collection:create"]', "text"),
            id="permissions.collection:create.wrong_type",
        ),
        pytest.param(
            Put('permissions["collection:create"]', [None]),
            id="permissions.collection:create[].null",
        ),
        pytest.param(
            Put('permissions["collection:create"]', [12345]),
            id="permissions.collection:create[].wrong_type",
        ),
        pytest.param(
            Put('permissions["collection:create"]', [""]),
            id="permissions.collection:create[].too_short",
        ),
        pytest.param(
            Put('permissions["group:create"]', "text"),
            id="permissions.group:create.wrong_type",
        ),
        pytest.param(
            Put('permissions["group:create"]', [None]),
            id="permissions.group:create[].null",
        ),
        pytest.param(
            Put('permissions["group:create"]', [12345]),
            id="permissions.group:create[].wrong_type",
        ),
        pytest.param(
            Put('permissions["group:create"]', [""]),
            id="permissions.group:create[].too_short",
        ),
        pytest.param(Put("", b'{"'), id="body.malformed"),
        pytest.param(Put("", "text"), id="body.wrong_type"),
    ],
)
def test_rejects(alice: Actor, bucket: Response, change: Change) -> None:
    """An invalid body is answered 400."""
    expect(
        alice.call(share_bucket, {"id": bucket["data"]["id"]}, body=change(BODY)),
        400,
        Error,
    )


@obligation("share_bucket.refuses.anonymous", "specs/kinto.bts:209")
def test_refuses_anonymous(anonymous: Actor, bucket: Response) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(share_bucket, {"id": bucket["data"]["id"]}, body=BODY),
        401,
        Error,
    )


@obligation("share_bucket.refuses.admin", "specs/kinto.bts:210")
def test_refuses_admin(root: Actor, bucket: Response) -> None:
    """Admin is refused with 403."""
    expect(root.call(share_bucket, {"id": bucket["data"]["id"]}, body=BODY), 403, Error)


@obligation("share_bucket.refuses.stranger", "specs/kinto.bts:205")
def test_refuses_stranger(bob: Actor, bucket: Response) -> None:
    """Stranger is refused with 403."""
    expect(bob.call(share_bucket, {"id": bucket["data"]["id"]}, body=BODY), 403, Error)


@obligation("share_bucket.unknown.id", "specs/kinto.bts:210")
def test_unknown_id(alice: Actor) -> None:
    """An unknown id is answered 403."""
    expect(alice.call(share_bucket, {"id": "A"}, body=BODY), 403, Error)
