"""PATCH /buckets/{bucket}/groups/{id} keeps what specs/kinto.bts:460 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    Response,
    change_kept,
    expect,
    obligation,
)

from .contracts import Error, GroupAnswer
from .endpoints import get_group, update_group

BODY = {"data": {"members": []}}


@obligation("update_group.conforms", "specs/kinto.bts:463")
def test_conforms(alice: Actor, bucket: Response, new_group: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body=BODY,
        ),
        200,
        GroupAnswer,
    )


@obligation("update_group.accepts", "specs/kinto.bts:463")
@pytest.mark.parametrize(
    "change", [pytest.param(Drop("data.members"), id="data.members.absent")]
)
def test_accepts(
    alice: Actor, bucket: Response, new_group: Response, change: Change
) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        alice.call(
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body=change(BODY),
        ),
        200,
        GroupAnswer,
    )


@obligation("update_group.rejects", "specs/kinto.bts:464")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Drop("data"), id="data.missing"),
        pytest.param(Put("data", None), id="data.null"),
        pytest.param(Put("data", "text"), id="data.wrong_type"),
        pytest.param(Put("data.members", None), id="data.members.null"),
        pytest.param(Put("data.members", "text"), id="data.members.wrong_type"),
        pytest.param(Put("", b'{"'), id="body.malformed"),
        pytest.param(Put("", "text"), id="body.wrong_type"),
    ],
)
def test_rejects(
    alice: Actor, bucket: Response, group: Response, change: Change
) -> None:
    """An invalid body is answered 400."""
    expect(
        alice.call(
            update_group,
            {"bucket": bucket["data"]["id"], "id": group["data"]["id"]},
            body=change(BODY),
        ),
        400,
        Error,
    )


@obligation("update_group.refuses.anonymous", "specs/kinto.bts:465")
def test_refuses_anonymous(
    anonymous: Actor, bucket: Response, new_group: Response
) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body=BODY,
        ),
        401,
        Error,
    )


@obligation("update_group.refuses.admin", "specs/kinto.bts:466")
def test_refuses_admin(root: Actor, bucket: Response, new_group: Response) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body=BODY,
        ),
        403,
        Error,
    )


@obligation("update_group.refuses.stranger", "specs/kinto.bts:461")
def test_refuses_stranger(bob: Actor, bucket: Response, new_group: Response) -> None:
    """Stranger is refused with 403 or 404."""
    expect(
        bob.call(
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body=BODY,
        ),
        (403, 404),
    )


@obligation("update_group.unknown.bucket", "specs/kinto.bts:466")
def test_unknown_bucket(alice: Actor, group: Response) -> None:
    """An unknown bucket is answered 403."""
    expect(
        alice.call(update_group, {"bucket": "A", "id": group["data"]["id"]}, body=BODY),
        403,
        Error,
    )


@obligation("update_group.unknown.id", "specs/kinto.bts:467")
def test_unknown_id(alice: Actor, bucket: Response) -> None:
    """An unknown id is answered 404."""
    expect(
        alice.call(
            update_group, {"bucket": bucket["data"]["id"], "id": "A"}, body=BODY
        ),
        404,
        Error,
    )


@obligation("update_group.updates", "specs/kinto.bts:468")
def test_updates(alice: Actor, bucket: Response, new_group: Response) -> None:
    """The change that it answers is seen when the Group is read again."""
    before = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    changed = expect(
        alice.call(
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body=BODY,
        ),
        200,
        GroupAnswer,
    )
    after = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": changed["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    change_kept(before["data"], changed["data"], after["data"])
