"""DELETE /buckets/{bucket}/collections/{id} keeps what specs/kinto.bts:274 says."""

from specc.runtime import Actor, Response, expect, not_listed, obligation, read_list

from .contracts import CollectionAnswer, DeleteCollection200, Error
from .endpoints import (
    delete_collection,
    get_collection,
    list_collections,
    update_collection,
)


@obligation("delete_collection.conforms", "specs/kinto.bts:277")
def test_conforms(alice: Actor, bucket: Response, new_collection: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(
            delete_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        200,
        DeleteCollection200,
    )


@obligation("delete_collection.refuses.anonymous", "specs/kinto.bts:278")
def test_refuses_anonymous(
    anonymous: Actor, bucket: Response, new_collection: Response
) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            delete_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        401,
        Error,
    )


@obligation("delete_collection.refuses.admin", "specs/kinto.bts:279")
def test_refuses_admin(root: Actor, bucket: Response, new_collection: Response) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(
            delete_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        403,
        Error,
    )


@obligation("delete_collection.refuses.stranger", "specs/kinto.bts:275")
def test_refuses_stranger(
    bob: Actor, bucket: Response, new_collection: Response
) -> None:
    """Stranger is refused with 403 or 404."""
    expect(
        bob.call(
            delete_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        (403, 404),
    )


@obligation("delete_collection.unknown.bucket", "specs/kinto.bts:279")
def test_unknown_bucket(alice: Actor, collection: Response) -> None:
    """An unknown bucket is answered 403."""
    expect(
        alice.call(delete_collection, {"bucket": "A", "id": collection["data"]["id"]}),
        403,
        Error,
    )


@obligation("delete_collection.unknown.id", "specs/kinto.bts:280")
def test_unknown_id(alice: Actor, bucket: Response) -> None:
    """An unknown id is answered 404."""
    expect(
        alice.call(delete_collection, {"bucket": bucket["data"]["id"], "id": "A"}),
        404,
        Error,
    )


@obligation("delete_collection.repeated", "specs/kinto.bts:280")
def test_repeated(alice: Actor, bucket: Response, new_collection: Response) -> None:
    """The same call a second time is answered 404."""
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
            delete_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        404,
        Error,
    )


@obligation("delete_collection.stale", "specs/kinto.bts:281")
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
            body={"data": {"schema": {}}},
        ),
        200,
        CollectionAnswer,
    )
    expect(
        alice.call(
            delete_collection,
            {
                "bucket": bucket["data"]["id"],
                "id": new_collection["data"]["id"],
                "If-Match": seen.header("ETag"),
            },
        ),
        412,
        Error,
    )


@obligation("delete_collection.deletes", "specs/kinto.bts:282")
def test_deletes(alice: Actor, bucket: Response, new_collection: Response) -> None:
    """The Collection is gone afterwards."""
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
        (403, 404),
    )
    listed = read_list(
        alice,
        list_collections,
        params={"bucket": bucket["data"]["id"]},
        items=("data",),
        source=("header", "Next-Page"),
    )
    not_listed(listed, ["id"], new_collection["data"]["id"])
