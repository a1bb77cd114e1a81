"""POST /buckets keeps what specs/kinto.bts:139 says."""

import pytest
from specc.runtime import Actor, Change, Drop, Put, expect, obligation, reads_back

from .contracts import BucketAnswer, Error
from .endpoints import create_bucket, get_bucket

BODY = {"data": {}}


@obligation("create_bucket.conforms", "specs/kinto.bts:142")
def test_conforms(alice: Actor) -> None:
    """A valid call is answered 201 as declared."""
    expect(alice.call(create_bucket, body=BODY), 201, BucketAnswer)


@obligation("create_bucket.allows.admin", "specs/kinto.bts:140")
def test_allows_admin(root: Actor) -> None:
    """`admin` may call it."""
    expect(root.call(create_bucket, body=BODY), 201, BucketAnswer)


@obligation("create_bucket.accepts", "specs/kinto.bts:142")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Drop("data"), id="data.absent"),
        pytest.param(Put("permissions", {"read": None}), id="permissions.read.null"),
        pytest.param(Put("permissions", {"write": None}), id="permissions.write.null"),
        pytest.param(
            Put("permissions", {"collection:create": None}),
            id="permissions.collection:create.null",
        ),
        pytest.param(
            Put("permissions", {"group:create": None}),
            id="permissions.group:create.null",
        ),
    ],
)
def test_accepts(alice: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(alice.call(create_bucket, body=change(BODY)), 201, BucketAnswer)


@obligation("create_bucket.rejects", "specs/kinto.bts:143")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("data", None), id="data.null"),
        pytest.param(Put("data", "text"), id="data.wrong_type"),
        pytest.param(Put("permissions", None), id="permissions.null"),
        pytest.param(Put("permissions", "text"), id="permissions.wrong_type"),
        pytest.param(
            Put("permissions", {"read": "text"}), id="permissions.read.wrong_type"
        ),
        pytest.param(
            Put("permissions", {"write": "text"}), id="permissions.write.wrong_type"
        ),
        pytest.param(
            Put("permissions", {"collection:create": "text"}),
            id="permissions.collection:create.wrong_type",
        ),
        pytest.param(
            Put("permissions", {"group:create": "text"}),
            id="permissions.group:create.wrong_type",
        ),
        pytest.param(Put("", b'{"'), id="body.malformed"),
        pytest.param(Put("", "text"), id="body.wrong_type"),
    ],
)
def test_rejects(alice: Actor, change: Change) -> None:
    """An invalid body is answered 400."""
    expect(alice.call(create_bucket, body=change(BODY)), 400, Error)


@obligation("create_bucket.refuses.anonymous", "specs/kinto.bts:144")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(create_bucket, body=BODY), 401, Error)


@obligation("create_bucket.creates", "specs/kinto.bts:145")
def test_creates(alice: Actor) -> None:
    """The Bucket that it makes can be read, and is what was sent."""
    made = expect(alice.call(create_bucket, body=BODY), 201, BucketAnswer)
    again = expect(
        alice.call(get_bucket, {"id": made["data"]["id"]}), 200, BucketAnswer
    )
    reads_back(again["data"], made["data"], ["note"])
