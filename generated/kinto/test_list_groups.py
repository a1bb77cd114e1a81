"""GET /buckets/{bucket}/groups keeps what specs/kinto.bts:452 says."""

from specc.runtime import Actor, Response, expect, is_listed, obligation, read_list

from .contracts import Error, ListGroups200
from .endpoints import list_groups


@obligation("list_groups.conforms", "specs/kinto.bts:454")
def test_conforms(alice: Actor, bucket: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(list_groups, {"bucket": bucket["data"]["id"]}), 200, ListGroups200
    )


@obligation("list_groups.refuses.anonymous", "specs/kinto.bts:455")
def test_refuses_anonymous(anonymous: Actor, bucket: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(list_groups, {"bucket": bucket["data"]["id"]}), 401, Error)


@obligation("list_groups.refuses.admin", "specs/kinto.bts:456")
def test_refuses_admin(root: Actor, bucket: Response) -> None:
    """Admin is refused with 403."""
    expect(root.call(list_groups, {"bucket": bucket["data"]["id"]}), 403, Error)


@obligation("list_groups.refuses.stranger", "specs/kinto.bts:453")
def test_refuses_stranger(bob: Actor, bucket: Response) -> None:
    """Stranger is refused with 403."""
    expect(bob.call(list_groups, {"bucket": bucket["data"]["id"]}), 403, Error)


@obligation("list_groups.unknown.bucket", "specs/kinto.bts:456")
def test_unknown_bucket(alice: Actor) -> None:
    """An unknown bucket is answered 403."""
    expect(alice.call(list_groups, {"bucket": "A"}), 403, Error)


@obligation("list_groups.lists", "specs/kinto.bts:457")
def test_lists(alice: Actor, bucket: Response, new_group: Response) -> None:
    """A new Group is in the list."""
    listed = read_list(
        alice, list_groups, params={"bucket": bucket["data"]["id"]}, items=("data",)
    )
    is_listed(listed, ["id"], new_group["data"]["id"])
