"""DELETE /buckets/{bucket}/collections/{list}/records keeps what specs/kinto.bts:423 says.

Deletes every task of a list, and says which.
"""

from specc.runtime import Actor, Response, expect, obligation

from .contracts import ClearTasks200, Error
from .endpoints import clear_tasks


@obligation("clear_tasks.conforms", "specs/kinto.bts:425")
def test_conforms(alice: Actor, bucket: Response, collection: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(
            clear_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
        200,
        ClearTasks200,
    )


@obligation("clear_tasks.refuses.anonymous", "specs/kinto.bts:426")
def test_refuses_anonymous(
    anonymous: Actor, bucket: Response, collection: Response
) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            clear_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
        401,
        Error,
    )


@obligation("clear_tasks.refuses.admin", "specs/kinto.bts:427")
def test_refuses_admin(root: Actor, bucket: Response, collection: Response) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(
            clear_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
        403,
        Error,
    )


@obligation("clear_tasks.refuses.stranger", "specs/kinto.bts:424")
def test_refuses_stranger(bob: Actor, bucket: Response, collection: Response) -> None:
    """Stranger is refused with 403 or 404."""
    expect(
        bob.call(
            clear_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
        (403, 404),
    )


@obligation("clear_tasks.unknown.bucket", "specs/kinto.bts:427")
def test_unknown_bucket(alice: Actor, collection: Response) -> None:
    """An unknown bucket is answered 403."""
    expect(
        alice.call(clear_tasks, {"bucket": "A", "list": collection["data"]["id"]}),
        403,
        Error,
    )


@obligation("clear_tasks.unknown.list", "specs/kinto.bts:428")
def test_unknown_list(alice: Actor, bucket: Response) -> None:
    """An unknown list is answered 404."""
    expect(
        alice.call(clear_tasks, {"bucket": bucket["data"]["id"], "list": "A"}),
        404,
        Error,
    )
