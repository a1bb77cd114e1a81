"""DELETE /buckets/{bucket}/collections/{list}/records/{id} keeps what specs/kinto.bts:411 says."""

from specc.runtime import Actor, Response, expect, not_listed, obligation, read_list

from .contracts import DeleteTask200, Error, TaskAnswer
from .endpoints import delete_task, get_task, list_tasks, replace_task


@obligation("delete_task.conforms", "specs/kinto.bts:414")
def test_conforms(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """A valid call is answered 200 as declared."""
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


@obligation("delete_task.refuses.anonymous", "specs/kinto.bts:415")
def test_refuses_anonymous(
    anonymous: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            delete_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
        401,
        Error,
    )


@obligation("delete_task.refuses.admin", "specs/kinto.bts:416")
def test_refuses_admin(
    root: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(
            delete_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
        403,
        Error,
    )


@obligation("delete_task.refuses.stranger", "specs/kinto.bts:412")
def test_refuses_stranger(
    bob: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """Stranger is refused with 403 or 404."""
    expect(
        bob.call(
            delete_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
        (403, 404),
    )


@obligation("delete_task.unknown.bucket", "specs/kinto.bts:417")
def test_unknown_bucket(alice: Actor, collection: Response, task: Response) -> None:
    """An unknown bucket is answered 404."""
    expect(
        alice.call(
            delete_task,
            {"bucket": "A", "list": collection["data"]["id"], "id": task["data"]["id"]},
        ),
        404,
        Error,
    )


@obligation("delete_task.unknown.list", "specs/kinto.bts:417")
def test_unknown_list(alice: Actor, bucket: Response, task: Response) -> None:
    """An unknown list is answered 404."""
    expect(
        alice.call(
            delete_task,
            {"bucket": bucket["data"]["id"], "list": "A", "id": task["data"]["id"]},
        ),
        404,
        Error,
    )


@obligation("delete_task.unknown.id", "specs/kinto.bts:417")
def test_unknown_id(alice: Actor, bucket: Response, collection: Response) -> None:
    """An unknown id is answered 404."""
    expect(
        alice.call(
            delete_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": "A",
            },
        ),
        404,
        Error,
    )


@obligation("delete_task.repeated", "specs/kinto.bts:417")
def test_repeated(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """The same call a second time is answered 404."""
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
            delete_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
        404,
        Error,
    )


@obligation("delete_task.stale", "specs/kinto.bts:418")
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
            delete_task,
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


@obligation("delete_task.deletes", "specs/kinto.bts:419")
def test_deletes(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """The Task is gone afterwards."""
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
        (403, 404),
    )
    listed = read_list(
        alice,
        list_tasks,
        params={"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        items=("data",),
        source=("header", "Next-Page"),
    )
    not_listed(listed, ["id"], new_task["data"]["id"])
