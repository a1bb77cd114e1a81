"""PUT /buckets/{id} keeps what specs/kinto.bts:149 says.

Makes a bucket of a chosen name, or replaces one's own.
"""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    expect,
    obligation,
    reads_back,
    unique,
)

from .contracts import BucketAnswer, Error
from .endpoints import get_bucket, put_bucket

BODY = {"data": {"note": "books"}}


@obligation("put_bucket.conforms", "specs/kinto.bts:153")
def test_conforms(alice: Actor) -> None:
    """A valid call is answered 201 as declared."""
    expect(
        alice.call(put_bucket, {"id": unique("shelf")}, body=BODY), 201, BucketAnswer
    )


@obligation("put_bucket.allows.admin", "specs/kinto.bts:150")
def test_allows_admin(root: Actor) -> None:
    """`admin` may call it."""
    expect(root.call(put_bucket, {"id": unique("shelf")}, body=BODY), 201, BucketAnswer)


@obligation("put_bucket.accepts", "specs/kinto.bts:153")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Drop("data"), id="data.absent"),
        pytest.param(Drop("data.note"), id="data.note.absent"),
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
    expect(
        alice.call(put_bucket, {"id": unique("shelf")}, body=change(BODY)),
        201,
        BucketAnswer,
    )


@obligation("put_bucket.rejects", "specs/kinto.bts:155")
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
    expect(
        alice.call(put_bucket, {"id": unique("shelf")}, body=change(BODY)), 400, Error
    )


@obligation("put_bucket.refuses.anonymous", "specs/kinto.bts:156")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(put_bucket, {"id": unique("shelf")}, body=BODY), 401, Error)


@obligation("put_bucket.repeated", "specs/kinto.bts:154")
def test_repeated(alice: Actor) -> None:
    """The same call a second time is answered 200."""
    same = unique("shelf")
    expect(alice.call(put_bucket, {"id": same}, body=BODY), 201, BucketAnswer)
    expect(alice.call(put_bucket, {"id": same}, body=BODY), 200, BucketAnswer)


@obligation("put_bucket.creates", "specs/kinto.bts:159")
def test_creates(alice: Actor) -> None:
    """The Bucket that it makes can be read, and is what was sent."""
    made = expect(
        alice.call(put_bucket, {"id": unique("shelf")}, body=BODY), 201, BucketAnswer
    )
    again = expect(
        alice.call(get_bucket, {"id": made["data"]["id"]}), 200, BucketAnswer
    )
    reads_back(again["data"], made["data"], ["note"])
