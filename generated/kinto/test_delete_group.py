"""DELETE /buckets/{bucket}/groups/{id} keeps what specs/kinto.bts:471 says."""

from specc.runtime import Actor, Response, expect, not_listed, obligation, read_list

from .contracts import DeleteGroup200, Error
from .endpoints import delete_group, get_group, list_groups


@obligation("delete_group.conforms", "specs/kinto.bts:473")
def test_conforms(alice: Actor, bucket: Response, new_group: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(
            delete_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        ),
        200,
        DeleteGroup200,
    )


@obligation("delete_group.refuses.anonymous", "specs/kinto.bts:474")
def test_refuses_anonymous(
    anonymous: Actor, bucket: Response, new_group: Response
) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            delete_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        ),
        401,
        Error,
    )


@obligation("delete_group.refuses.admin", "specs/kinto.bts:475")
def test_refuses_admin(root: Actor, bucket: Response, new_group: Response) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(
            delete_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        ),
        403,
        Error,
    )


@obligation("delete_group.refuses.stranger", "specs/kinto.bts:472")
def test_refuses_stranger(bob: Actor, bucket: Response, new_group: Response) -> None:
    """Stranger is refused with 403 or 404."""
    expect(
        bob.call(
            delete_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        ),
        (403, 404),
    )


@obligation("delete_group.unknown.bucket", "specs/kinto.bts:475")
def test_unknown_bucket(alice: Actor, group: Response) -> None:
    """An unknown bucket is answered 403."""
    expect(
        alice.call(delete_group, {"bucket": "A", "id": group["data"]["id"]}), 403, Error
    )


@obligation("delete_group.unknown.id", "specs/kinto.bts:476")
def test_unknown_id(alice: Actor, bucket: Response) -> None:
    """An unknown id is answered 404."""
    expect(
        alice.call(delete_group, {"bucket": bucket["data"]["id"], "id": "A"}),
        404,
        Error,
    )


@obligation("delete_group.repeated", "specs/kinto.bts:476")
def test_repeated(alice: Actor, bucket: Response, new_group: Response) -> None:
    """The same call a second time is answered 404."""
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
            delete_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        ),
        404,
        Error,
    )


@obligation("delete_group.deletes", "specs/kinto.bts:477")
def test_deletes(alice: Actor, bucket: Response, new_group: Response) -> None:
    """The Group is gone afterwards."""
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
        (403, 404),
    )
    listed = read_list(
        alice, list_groups, params={"bucket": bucket["data"]["id"]}, items=("data",)
    )
    not_listed(listed, ["id"], new_group["data"]["id"])
