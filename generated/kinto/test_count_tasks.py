"""HEAD /buckets/{bucket}/collections/{list}/records keeps what specs/kinto.bts:333 says."""

from specc.runtime import Actor, Response, expect, obligation

from .endpoints import count_tasks


@obligation("count_tasks.conforms", "specs/kinto.bts:335")
def test_conforms(alice: Actor, bucket: Response, collection: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(
            count_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
        200,
    )


@obligation("count_tasks.refuses.anonymous", "specs/kinto.bts:336")
def test_refuses_anonymous(
    anonymous: Actor, bucket: Response, collection: Response
) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            count_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
        401,
    )


@obligation("count_tasks.refuses.admin", "specs/kinto.bts:337")
def test_refuses_admin(root: Actor, bucket: Response, collection: Response) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(
            count_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
        403,
    )


@obligation("count_tasks.refuses.stranger", "specs/kinto.bts:334")
def test_refuses_stranger(bob: Actor, bucket: Response, collection: Response) -> None:
    """Stranger is refused with 403 or 404."""
    expect(
        bob.call(
            count_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
        (403, 404),
    )


@obligation("count_tasks.unknown.bucket", "specs/kinto.bts:337")
def test_unknown_bucket(alice: Actor, collection: Response) -> None:
    """An unknown bucket is answered 403."""
    expect(
        alice.call(count_tasks, {"bucket": "A", "list": collection["data"]["id"]}), 403
    )


@obligation("count_tasks.unknown.list", "specs/kinto.bts:338")
def test_unknown_list(alice: Actor, bucket: Response) -> None:
    """An unknown list is answered 404."""
    expect(alice.call(count_tasks, {"bucket": bucket["data"]["id"], "list": "A"}), 404)
