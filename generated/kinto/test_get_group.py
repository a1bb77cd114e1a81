"""GET /buckets/{bucket}/groups/{id} keeps what specs/kinto.bts:443 says."""

from specc.runtime import Actor, Response, expect, obligation

from .contracts import DeleteGroup200, Error, GroupAnswer
from .endpoints import delete_group, get_group


@obligation("get_group.conforms", "specs/kinto.bts:445")
def test_conforms(alice: Actor, bucket: Response, group: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": group["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )


@obligation("get_group.refuses.anonymous", "specs/kinto.bts:446")
def test_refuses_anonymous(anonymous: Actor, bucket: Response, group: Response) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            get_group, {"bucket": bucket["data"]["id"], "id": group["data"]["id"]}
        ),
        401,
        Error,
    )


@obligation("get_group.refuses.admin", "specs/kinto.bts:447")
def test_refuses_admin(root: Actor, bucket: Response, group: Response) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(
            get_group, {"bucket": bucket["data"]["id"], "id": group["data"]["id"]}
        ),
        403,
        Error,
    )


@obligation("get_group.refuses.stranger", "specs/kinto.bts:444")
def test_refuses_stranger(bob: Actor, bucket: Response, group: Response) -> None:
    """Stranger is refused with 403 or 404."""
    expect(
        bob.call(
            get_group, {"bucket": bucket["data"]["id"], "id": group["data"]["id"]}
        ),
        (403, 404),
    )


@obligation("get_group.unknown.bucket", "specs/kinto.bts:447")
def test_unknown_bucket(alice: Actor, group: Response) -> None:
    """An unknown bucket is answered 403."""
    expect(
        alice.call(get_group, {"bucket": "A", "id": group["data"]["id"]}), 403, Error
    )


@obligation("get_group.unknown.id", "specs/kinto.bts:448")
def test_unknown_id(alice: Actor, bucket: Response) -> None:
    """An unknown id is answered 404."""
    expect(
        alice.call(get_group, {"bucket": bucket["data"]["id"], "id": "A"}), 404, Error
    )


@obligation("get_group.deleted", "specs/kinto.bts:448")
def test_deleted(alice: Actor, bucket: Response, new_group: Response) -> None:
    """After the thing is gone, the call is answered 404."""
    expect(
        alice.call(
            delete_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        ),
        200,
        DeleteGroup200,
    )
    expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}
        ),
        404,
        Error,
    )
