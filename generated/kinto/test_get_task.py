"""GET /buckets/{bucket}/collections/{list}/records/{id} keeps what specs/kinto.bts:298 says."""

from specc.runtime import Actor, Response, expect, obligation

from .contracts import DeleteTask200, Error, TaskAnswer
from .endpoints import delete_task, get_task, replace_task


@obligation("get_task.conforms", "specs/kinto.bts:302")
def test_conforms(
    alice: Actor, bucket: Response, collection: Response, task: Response
) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
            },
        ),
        200,
        TaskAnswer,
    )


@obligation("get_task.refuses.anonymous", "specs/kinto.bts:305")
def test_refuses_anonymous(
    anonymous: Actor, bucket: Response, collection: Response, task: Response
) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
            },
        ),
        401,
        Error,
    )


@obligation("get_task.refuses.admin", "specs/kinto.bts:306")
def test_refuses_admin(
    root: Actor, bucket: Response, collection: Response, task: Response
) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
            },
        ),
        403,
        Error,
    )


@obligation("get_task.refuses.stranger", "specs/kinto.bts:299")
def test_refuses_stranger(
    bob: Actor, bucket: Response, collection: Response, task: Response
) -> None:
    """Stranger is refused with 403 or 404."""
    expect(
        bob.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
            },
        ),
        (403, 404),
    )


@obligation("get_task.unchanged", "specs/kinto.bts:303")
def test_unchanged(
    alice: Actor, bucket: Response, collection: Response, task: Response
) -> None:
    """What the caller has already, as If-None-Match says, is answered 304."""
    seen = expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
            },
        ),
        200,
        TaskAnswer,
    )
    expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
                "If-None-Match": seen.header("ETag"),
            },
        ),
        304,
    )


@obligation("get_task.unknown.bucket", "specs/kinto.bts:306")
def test_unknown_bucket(alice: Actor, collection: Response, task: Response) -> None:
    """An unknown bucket is answered 403."""
    expect(
        alice.call(
            get_task,
            {"bucket": "A", "list": collection["data"]["id"], "id": task["data"]["id"]},
        ),
        403,
        Error,
    )


@obligation("get_task.unknown.list", "specs/kinto.bts:307")
def test_unknown_list(alice: Actor, bucket: Response, task: Response) -> None:
    """An unknown list is answered 404."""
    expect(
        alice.call(
            get_task,
            {"bucket": bucket["data"]["id"], "list": "A", "id": task["data"]["id"]},
        ),
        404,
        Error,
    )


@obligation("get_task.unknown.id", "specs/kinto.bts:307")
def test_unknown_id(alice: Actor, bucket: Response, collection: Response) -> None:
    """An unknown id is answered 404."""
    expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": "A",
            },
        ),
        404,
        Error,
    )


@obligation("get_task.deleted", "specs/kinto.bts:307")
def test_deleted(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """After the thing is gone, the call is answered 404."""
    expect(
        alice.call(
            delete_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
        200,
        DeleteTask200,
    )
    expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
        404,
        Error,
    )


@obligation("get_task.stale", "specs/kinto.bts:308")
def test_stale(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """A version that is out of date, as If-Match says, is answered 412."""
    seen = expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
        200,
        TaskAnswer,
    )
    expect(
        alice.call(
            replace_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"title": "sleep"}},
        ),
        200,
        TaskAnswer,
    )
    expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
                "If-Match": seen.header("ETag"),
            },
        ),
        412,
        Error,
    )
