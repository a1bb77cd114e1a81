"""POST /buckets/{bucket}/groups keeps what specs/kinto.bts:433 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Response,
    expect,
    obligation,
    reads_back,
    unique,
)

from .contracts import Error, GroupAnswer
from .endpoints import create_group, get_group


@obligation("create_group.conforms", "specs/kinto.bts:436")
def test_conforms(alice: Actor, bucket: Response) -> None:
    """A valid call is answered 201 as declared."""
    expect(
        alice.call(
            create_group,
            {"bucket": bucket["data"]["id"]},
            body={"data": {"members": [unique("text")]}},
        ),
        201,
        GroupAnswer,
    )


@obligation("create_group.accepts", "specs/kinto.bts:436")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("data.members", []), id="data.members.minimum"),
        pytest.param(Put("permissions", {"read": None}), id="permissions.read.null"),
        pytest.param(Put("permissions", {"write": None}), id="permissions.write.null"),
    ],
)
def test_accepts(alice: Actor, bucket: Response, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        alice.call(
            create_group,
            {"bucket": bucket["data"]["id"]},
            body=change({"data": {"members": [unique("text")]}}),
        ),
        201,
        GroupAnswer,
    )


@obligation("create_group.refuses.anonymous", "specs/kinto.bts:438")
def test_refuses_anonymous(anonymous: Actor, bucket: Response) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            create_group,
            {"bucket": bucket["data"]["id"]},
            body={"data": {"members": [unique("text")]}},
        ),
        401,
        Error,
    )


@obligation("create_group.refuses.admin", "specs/kinto.bts:439")
def test_refuses_admin(root: Actor, bucket: Response) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(
            create_group,
            {"bucket": bucket["data"]["id"]},
            body={"data": {"members": [unique("text")]}},
        ),
        403,
        Error,
    )


@obligation("create_group.refuses.stranger", "specs/kinto.bts:434")
def test_refuses_stranger(bob: Actor, bucket: Response) -> None:
    """Stranger is refused with 403."""
    expect(
        bob.call(
            create_group,
            {"bucket": bucket["data"]["id"]},
            body={"data": {"members": [unique("text")]}},
        ),
        403,
        Error,
    )


@obligation("create_group.unknown.bucket", "specs/kinto.bts:439")
def test_unknown_bucket(alice: Actor) -> None:
    """An unknown bucket is answered 403."""
    expect(
        alice.call(
            create_group, {"bucket": "A"}, body={"data": {"members": [unique("text")]}}
        ),
        403,
        Error,
    )


@obligation("create_group.creates", "specs/kinto.bts:440")
def test_creates(alice: Actor, bucket: Response) -> None:
    """The Group that it makes can be read, and is what was sent."""
    made = expect(
        alice.call(
            create_group,
            {"bucket": bucket["data"]["id"]},
            body={"data": {"members": [unique("text")]}},
        ),
        201,
        GroupAnswer,
    )
    again = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": made["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    reads_back(again["data"], made["data"], ["members"])
