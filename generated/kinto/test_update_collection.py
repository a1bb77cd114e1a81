"""PATCH /buckets/{bucket}/collections/{id} keeps what specs/kinto.bts:260 says."""

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

from .contracts import CollectionAnswer, Error
from .endpoints import get_collection, update_collection

BODY = {"data": {"schema": {}}}


@obligation("update_collection.conforms", "specs/kinto.bts:264")
def test_conforms(alice: Actor, bucket: Response, new_collection: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body=BODY,
        ),
        200,
        CollectionAnswer,
    )


@obligation("update_collection.accepts", "specs/kinto.bts:264")
@pytest.mark.parametrize(
    "change", [pytest.param(Drop("data.schema"), id="data.schema.absent")]
)
def test_accepts(
    alice: Actor, bucket: Response, new_collection: Response, change: Change
) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        alice.call(
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body=change(BODY),
        ),
        200,
        CollectionAnswer,
    )


@obligation("update_collection.rejects", "specs/kinto.bts:265")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Drop("data"), id="data.missing"),
        pytest.param(Put("data", None), id="data.null"),
        pytest.param(Put("data", "text"), id="data.wrong_type"),
        pytest.param(Put("data.schema", None), id="data.schema.null"),
        pytest.param(Put("data.schema", "text"), id="data.schema.wrong_type"),
        pytest.param(Put("", b'{"'), id="body.malformed"),
        pytest.param(Put("", "text"), id="body.wrong_type"),
    ],
)
def test_rejects(
    alice: Actor, bucket: Response, collection: Response, change: Change
) -> None:
    """An invalid body is answered 400."""
    expect(
        alice.call(
            update_collection,
            {"bucket": bucket["data"]["id"], "id": collection["data"]["id"]},
            body=change(BODY),
        ),
        400,
        Error,
    )


@obligation("update_collection.refuses.anonymous", "specs/kinto.bts:266")
def test_refuses_anonymous(
    anonymous: Actor, bucket: Response, new_collection: Response
) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body=BODY,
        ),
        401,
        Error,
    )


@obligation("update_collection.refuses.admin", "specs/kinto.bts:267")
def test_refuses_admin(root: Actor, bucket: Response, new_collection: Response) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body=BODY,
        ),
        403,
        Error,
    )


@obligation("update_collection.refuses.stranger", "specs/kinto.bts:261")
def test_refuses_stranger(
    bob: Actor, bucket: Response, new_collection: Response
) -> None:
    """Stranger is refused with 403 or 404."""
    expect(
        bob.call(
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body=BODY,
        ),
        (403, 404),
    )


@obligation("update_collection.unknown.bucket", "specs/kinto.bts:267")
def test_unknown_bucket(alice: Actor, collection: Response) -> None:
    """An unknown bucket is answered 403."""
    expect(
        alice.call(
            update_collection,
            {"bucket": "A", "id": collection["data"]["id"]},
            body=BODY,
        ),
        403,
        Error,
    )


@obligation("update_collection.unknown.id", "specs/kinto.bts:268")
def test_unknown_id(alice: Actor, bucket: Response) -> None:
    """An unknown id is answered 404."""
    expect(
        alice.call(
            update_collection, {"bucket": bucket["data"]["id"], "id": "A"}, body=BODY
        ),
        404,
        Error,
    )


@obligation("update_collection.stale", "specs/kinto.bts:269")
def test_stale(alice: Actor, bucket: Response, new_collection: Response) -> None:
    """A version that is out of date, as If-Match says, is answered 412."""
    seen = expect(
        alice.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        200,
        CollectionAnswer,
    )
    expect(
        alice.call(
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body=BODY,
        ),
        200,
        CollectionAnswer,
    )
    expect(
        alice.call(
            update_collection,
            {
                "bucket": bucket["data"]["id"],
                "id": new_collection["data"]["id"],
                "If-Match": seen.header("ETag"),
            },
            body=BODY,
        ),
        412,
        Error,
    )


@obligation("update_collection.updates", "specs/kinto.bts:270")
def test_updates(alice: Actor, bucket: Response, new_collection: Response) -> None:
    """The change that it answers is seen when the Collection is read again."""
    before = expect(
        alice.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        200,
        CollectionAnswer,
    )
    changed = expect(
        alice.call(
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body=BODY,
        ),
        200,
        CollectionAnswer,
    )
    after = expect(
        alice.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": changed["data"]["id"]},
        ),
        200,
        CollectionAnswer,
    )
    change_kept(before["data"], changed["data"], after["data"])
