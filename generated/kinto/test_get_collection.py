"""GET /buckets/{bucket}/collections/{id} keeps what specs/kinto.bts:236 says."""

from specc.runtime import Actor, Response, expect, obligation

from .contracts import CollectionAnswer, DeleteCollection200, Error
from .endpoints import delete_collection, get_collection


@obligation("get_collection.conforms", "specs/kinto.bts:239")
def test_conforms(alice: Actor, bucket: Response, collection: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": collection["data"]["id"]},
        ),
        200,
        CollectionAnswer,
    )


@obligation("get_collection.refuses.anonymous", "specs/kinto.bts:241")
def test_refuses_anonymous(
    anonymous: Actor, bucket: Response, collection: Response
) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": collection["data"]["id"]},
        ),
        401,
        Error,
    )


@obligation("get_collection.refuses.admin", "specs/kinto.bts:242")
def test_refuses_admin(root: Actor, bucket: Response, collection: Response) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": collection["data"]["id"]},
        ),
        403,
        Error,
    )


@obligation("get_collection.refuses.stranger", "specs/kinto.bts:237")
def test_refuses_stranger(bob: Actor, bucket: Response, collection: Response) -> None:
    """Stranger is refused with 403 or 404."""
    expect(
        bob.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": collection["data"]["id"]},
        ),
        (403, 404),
    )


@obligation("get_collection.unchanged", "specs/kinto.bts:240")
def test_unchanged(alice: Actor, bucket: Response, collection: Response) -> None:
    """What the caller has already, as If-None-Match says, is answered 304."""
    seen = expect(
        alice.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": collection["data"]["id"]},
        ),
        200,
        CollectionAnswer,
    )
    expect(
        alice.call(
            get_collection,
            {
                "bucket": bucket["data"]["id"],
                "id": collection["data"]["id"],
                "If-None-Match": seen.header("ETag"),
            },
        ),
        304,
    )


@obligation("get_collection.unknown.bucket", "specs/kinto.bts:242")
def test_unknown_bucket(alice: Actor, collection: Response) -> None:
    """An unknown bucket is answered 403."""
    expect(
        alice.call(get_collection, {"bucket": "A", "id": collection["data"]["id"]}),
        403,
        Error,
    )


@obligation("get_collection.unknown.id", "specs/kinto.bts:243")
def test_unknown_id(alice: Actor, bucket: Response) -> None:
    """An unknown id is answered 404."""
    expect(
        alice.call(get_collection, {"bucket": bucket["data"]["id"], "id": "A"}),
        404,
        Error,
    )


@obligation("get_collection.deleted", "specs/kinto.bts:243")
def test_deleted(alice: Actor, bucket: Response, new_collection: Response) -> None:
    """After the thing is gone, the call is answered 404."""
    expect(
        alice.call(
            delete_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        200,
        DeleteCollection200,
    )
    expect(
        alice.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        404,
        Error,
    )
