"""DELETE /buckets/{bucket}/groups/{id} keeps what specs/kinto.bts:545 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Response,
    equal,
    expect,
    forged,
    not_listed,
    obligation,
    read_list,
    survived,
)

from .contracts import DeleteGroup200, Error, GroupAnswer
from .endpoints import delete_group, get_group, list_groups


@obligation("delete_group.conforms", "specs/kinto.bts:547")
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


@obligation("delete_group.rejects", "specs/kinto.bts:545")
@pytest.mark.parametrize(
    "change",
    [
        Put("bucket", "no match ☃!", id="path.bucket.pattern_mismatch"),
        Put("bucket", "!A", id="path.bucket.pattern_prefix"),
        Put("bucket", "A!", id="path.bucket.pattern_suffix"),
        Put("bucket", "A\n", id="path.bucket.pattern_newline"),
        Put("id", "no match ☃!", id="path.id.pattern_mismatch"),
        Put("id", "!A", id="path.id.pattern_prefix"),
        Put("id", "A!", id="path.id.pattern_suffix"),
        Put("id", "A\n", id="path.id.pattern_newline"),
    ],
    ids=str,
)
def test_rejects_params(
    alice: Actor, bucket: Response, new_group: Response, change: Change
) -> None:
    """An invalid parameter is answered 4xx."""
    expect(
        alice.call(
            delete_group,
            change({"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}),
        ),
        "4xx",
    )


@obligation("delete_group.survives", "specs/kinto.bts:545")
@pytest.mark.parametrize(
    "change",
    [
        Put("bucket", "a" * 4000, id="path.bucket.very_long"),
        Put("bucket", "'\"`;--%s\\", id="path.bucket.quotes"),
        Put("bucket", "a\x00b", id="path.bucket.nul"),
        Put("bucket", "\u202ea\u202c\ufeff", id="path.bucket.bidi_override"),
        Put("bucket", "e" + "\u0301" * 60, id="path.bucket.stacked_marks"),
        Put("bucket", "\ud800", id="path.bucket.not_utf8"),
        Put("id", "a" * 4000, id="path.id.very_long"),
        Put("id", "'\"`;--%s\\", id="path.id.quotes"),
        Put("id", "a\x00b", id="path.id.nul"),
        Put("id", "\u202ea\u202c\ufeff", id="path.id.bidi_override"),
        Put("id", "e" + "\u0301" * 60, id="path.id.stacked_marks"),
        Put("id", "\ud800", id="path.id.not_utf8"),
    ],
    ids=str,
)
def test_survives_params(
    alice: Actor, bucket: Response, new_group: Response, change: Change
) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(
            delete_group,
            change({"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}),
        ),
        414,
        431,
    )


@obligation("delete_group.refuses.anonymous", "specs/kinto.bts:549")
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


@obligation("delete_group.refuses.made_up_credential", "specs/kinto.bts:549")
def test_refuses_made_up_credential(
    alice: Actor, bucket: Response, new_group: Response
) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(alice).call(
            delete_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        ),
        401,
        Error,
    )


@obligation("delete_group.refuses.admin", "specs/kinto.bts:550")
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


@obligation("delete_group.refuses.stranger", "specs/kinto.bts:546")
def test_refuses_stranger(bob: Actor, bucket: Response, new_group: Response) -> None:
    """A stranger is refused with 403 or 404."""
    expect(
        bob.call(
            delete_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        ),
        (403, 404),
    )


@obligation("delete_group.unaffected.anonymous", "specs/kinto.bts:549")
def test_unaffected_by_anonymous(
    alice: Actor, anonymous: Actor, bucket: Response, new_group: Response
) -> None:
    """The Group is as before after a refusal of anonymous."""
    before = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    anonymous.call(
        delete_group, {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}
    )
    after = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    equal(after["data"], before["data"])


@obligation("delete_group.unaffected.made_up_credential", "specs/kinto.bts:549")
def test_unaffected_by_made_up_credential(
    alice: Actor, bucket: Response, new_group: Response
) -> None:
    """The Group is as before after a refusal of made_up_credential."""
    before = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    forged(alice).call(
        delete_group, {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}
    )
    after = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    equal(after["data"], before["data"])


@obligation("delete_group.unaffected.admin", "specs/kinto.bts:550")
def test_unaffected_by_admin(
    alice: Actor, root: Actor, bucket: Response, new_group: Response
) -> None:
    """The Group is as before after a refusal of admin."""
    before = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    root.call(
        delete_group, {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}
    )
    after = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    equal(after["data"], before["data"])


@obligation("delete_group.unaffected.stranger", "specs/kinto.bts:546")
def test_unaffected_by_stranger(
    alice: Actor, bob: Actor, bucket: Response, new_group: Response
) -> None:
    """The Group is as before after a refusal of stranger."""
    before = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    bob.call(
        delete_group, {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}
    )
    after = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    equal(after["data"], before["data"])


@obligation("delete_group.unknown.bucket", "specs/kinto.bts:550")
def test_unknown_bucket(alice: Actor, group: Response) -> None:
    """An unknown bucket is answered 403."""
    expect(
        alice.call(delete_group, {"bucket": "A", "id": group["data"]["id"]}), 403, Error
    )


@obligation("delete_group.unknown.id", "specs/kinto.bts:551")
def test_unknown_id(alice: Actor, bucket: Response) -> None:
    """An unknown id is answered 404."""
    expect(
        alice.call(delete_group, {"bucket": bucket["data"]["id"], "id": "A"}),
        404,
        Error,
    )


@obligation("delete_group.repeated", "specs/kinto.bts:551")
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


@obligation("delete_group.deletes", "specs/kinto.bts:552")
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


@obligation("delete_group.misplaced", "specs/kinto.bts:545")
def test_misplaced(alice: Actor, new_bucket: Response, new_group: Response) -> None:
    """Under another Bucket, the Group is unknown."""
    expect(
        alice.call(
            delete_group,
            {"bucket": new_bucket["data"]["id"], "id": new_group["data"]["id"]},
        ),
        (403, 404),
    )


@obligation("delete_group.spares", "specs/kinto.bts:552")
def test_spares(
    alice: Actor, bucket: Response, group: Response, new_group: Response
) -> None:
    """Another Group is as before."""
    before = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": group["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    expect(
        alice.call(
            delete_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        ),
        200,
        DeleteGroup200,
    )
    after = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": group["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    equal(after["data"], before["data"])
