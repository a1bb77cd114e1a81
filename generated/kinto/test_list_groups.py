"""GET /buckets/{bucket}/groups keeps what specs/kinto.bts:524 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Response,
    eventually,
    expect,
    forged,
    is_listed,
    none_new,
    not_listed,
    obligation,
    once_each,
    read_list,
    survived,
)

from .contracts import DeleteBucket200, Error, ListGroups200
from .endpoints import delete_bucket, list_groups


@obligation("list_groups.conforms", "specs/kinto.bts:526")
def test_conforms(alice: Actor, bucket: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(list_groups, {"bucket": bucket["data"]["id"]}), 200, ListGroups200
    )


@obligation("list_groups.rejects", "specs/kinto.bts:524")
@pytest.mark.parametrize(
    "change",
    [
        Put("bucket", "no match ☃!", id="path.bucket.pattern_mismatch"),
        Put("bucket", "!A", id="path.bucket.pattern_prefix"),
        Put("bucket", "A!", id="path.bucket.pattern_suffix"),
        Put("bucket", "A\n", id="path.bucket.pattern_newline"),
    ],
    ids=str,
)
def test_rejects_params(alice: Actor, bucket: Response, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(alice.call(list_groups, change({"bucket": bucket["data"]["id"]})), "4xx")


@obligation("list_groups.survives", "specs/kinto.bts:524")
@pytest.mark.parametrize(
    "change",
    [
        Put("bucket", "a" * 4000, id="path.bucket.very_long"),
        Put("bucket", "'\"`;--%s\\", id="path.bucket.quotes"),
        Put("bucket", "a\x00b", id="path.bucket.nul"),
        Put("bucket", "\u202ea\u202c\ufeff", id="path.bucket.bidi_override"),
        Put("bucket", "e" + "\u0301" * 60, id="path.bucket.stacked_marks"),
        Put("bucket", "\ud800", id="path.bucket.not_utf8"),
    ],
    ids=str,
)
def test_survives_params(alice: Actor, bucket: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(list_groups, change({"bucket": bucket["data"]["id"]})),
        414,
        431,
        404,
        400,
    )


@obligation("list_groups.refuses.anonymous", "specs/kinto.bts:527")
def test_refuses_anonymous(anonymous: Actor, bucket: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(list_groups, {"bucket": bucket["data"]["id"]}), 401, Error)


@obligation("list_groups.refuses.made_up_credential", "specs/kinto.bts:527")
def test_refuses_made_up_credential(alice: Actor, bucket: Response) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(alice).call(list_groups, {"bucket": bucket["data"]["id"]}), 401, Error
    )


@obligation("list_groups.refuses.admin", "specs/kinto.bts:528")
def test_refuses_admin(root: Actor, bucket: Response) -> None:
    """Admin is refused with 403."""
    expect(root.call(list_groups, {"bucket": bucket["data"]["id"]}), 403, Error)


@obligation("list_groups.refuses.stranger", "specs/kinto.bts:525")
def test_refuses_stranger(bob: Actor, bucket: Response) -> None:
    """A stranger is refused with 403."""
    expect(bob.call(list_groups, {"bucket": bucket["data"]["id"]}), 403, Error)


@obligation("list_groups.unknown.bucket", "specs/kinto.bts:528")
def test_unknown_bucket(alice: Actor) -> None:
    """An unknown bucket is answered 403."""
    expect(alice.call(list_groups, {"bucket": "A"}), 403, Error)


@obligation("list_groups.deleted", "specs/kinto.bts:524")
def test_deleted(alice: Actor, new_bucket: Response) -> None:
    """After the Bucket is gone, the call is answered 403."""
    expect(
        alice.call(delete_bucket, {"id": new_bucket["data"]["id"]}),
        200,
        DeleteBucket200,
    )
    expect(alice.call(list_groups, {"bucket": new_bucket["data"]["id"]}), 403)


@obligation("list_groups.lists", "specs/kinto.bts:529")
def test_lists(alice: Actor, bucket: Response, new_group: Response) -> None:
    """A new Group is in the list."""
    listed = read_list(
        alice, list_groups, params={"bucket": bucket["data"]["id"]}, items=("data",)
    )
    is_listed(listed, ["id"], new_group["data"]["id"])
    once_each(listed, ["id"])


@obligation("list_groups.misplaced", "specs/kinto.bts:529")
def test_misplaced(alice: Actor, new_bucket: Response, group: Response) -> None:
    """The list under another Bucket does not show the Group."""
    listed = read_list(
        alice, list_groups, params={"bucket": new_bucket["data"]["id"]}, items=("data",)
    )
    not_listed(listed, ["id"], group["data"]["id"])


@obligation("list_groups.safe", "specs/kinto.bts:529")
def test_safe(alice: Actor, bucket: Response) -> None:
    """Reading changes nothing."""
    for attempt in eventually(within=2, every=0.1):
        with attempt:
            listed_before = read_list(
                alice,
                list_groups,
                params={"bucket": bucket["data"]["id"]},
                items=("data",),
            )
            listed = read_list(
                alice,
                list_groups,
                params={"bucket": bucket["data"]["id"]},
                items=("data",),
            )
            none_new(listed, listed_before, ["id"])
