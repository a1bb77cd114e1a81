"""PATCH /buckets/{bucket}/collections/{list}/records/{id} keeps what specs/kinto.bts:399 says."""

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

from .contracts import Error, TaskAnswer
from .endpoints import get_task, patch_task

BODY = [{"op": "replace", "path": "/data/title", "value": "feed the cat"}]


@obligation("patch_task.conforms", "specs/kinto.bts:402")
def test_conforms(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=BODY,
        ),
        200,
        TaskAnswer,
    )


@obligation("patch_task.accepts", "specs/kinto.bts:402")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("", []), id="minimum"),
        pytest.param(Put("[0].value", "a"), id="[].value.minimum_length"),
        pytest.param(Put("[0].value", "a" * 80), id="[].value.maximum_length"),
    ],
)
def test_accepts(
    alice: Actor,
    bucket: Response,
    collection: Response,
    new_task: Response,
    change: Change,
) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        alice.call(
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=change(BODY),
        ),
        200,
        TaskAnswer,
    )


@obligation("patch_task.rejects", "specs/kinto.bts:403")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("", "text"), id="wrong_type"),
        pytest.param(Put("[0]", None), id="[].null"),
        pytest.param(Put("[0]", "text"), id="[].wrong_type"),
        pytest.param(Drop("[0].op"), id="[].op.missing"),
        pytest.param(Put("[0].op", None), id="[].op.null"),
        pytest.param(Put("[0].op", "no_such_value"), id="[].op.not_allowed"),
        pytest.param(Drop("[0].path"), id="[].path.missing"),
        pytest.param(Put("[0].path", None), id="[].path.null"),
        pytest.param(Put("[0].path", "no_such_value"), id="[].path.not_allowed"),
        pytest.param(Drop("[0].value"), id="[].value.missing"),
        pytest.param(Put("[0].value", None), id="[].value.null"),
        pytest.param(Put("[0].value", 12345), id="[].value.wrong_type"),
        pytest.param(Put("[0].value", ""), id="[].value.too_short"),
        pytest.param(Put("[0].value", "a" * 81), id="[].value.too_long"),
        pytest.param(Put("", b'{"'), id="body.malformed"),
    ],
)
def test_rejects(
    alice: Actor, bucket: Response, collection: Response, task: Response, change: Change
) -> None:
    """An invalid body is answered 400."""
    expect(
        alice.call(
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
            },
            body=change(BODY),
        ),
        400,
        Error,
    )


@obligation("patch_task.refuses.anonymous", "specs/kinto.bts:404")
def test_refuses_anonymous(
    anonymous: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=BODY,
        ),
        401,
        Error,
    )


@obligation("patch_task.refuses.admin", "specs/kinto.bts:405")
def test_refuses_admin(
    root: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=BODY,
        ),
        403,
        Error,
    )


@obligation("patch_task.refuses.stranger", "specs/kinto.bts:400")
def test_refuses_stranger(
    bob: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """Stranger is refused with 403 or 404."""
    expect(
        bob.call(
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=BODY,
        ),
        (403, 404),
    )


@obligation("patch_task.unknown.bucket", "specs/kinto.bts:406")
def test_unknown_bucket(alice: Actor, collection: Response, task: Response) -> None:
    """An unknown bucket is answered 404."""
    expect(
        alice.call(
            patch_task,
            {"bucket": "A", "list": collection["data"]["id"], "id": task["data"]["id"]},
            body=BODY,
        ),
        404,
        Error,
    )


@obligation("patch_task.unknown.list", "specs/kinto.bts:406")
def test_unknown_list(alice: Actor, bucket: Response, task: Response) -> None:
    """An unknown list is answered 404."""
    expect(
        alice.call(
            patch_task,
            {"bucket": bucket["data"]["id"], "list": "A", "id": task["data"]["id"]},
            body=BODY,
        ),
        404,
        Error,
    )


@obligation("patch_task.unknown.id", "specs/kinto.bts:406")
def test_unknown_id(alice: Actor, bucket: Response, collection: Response) -> None:
    """An unknown id is answered 404."""
    expect(
        alice.call(
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": "A",
            },
            body=BODY,
        ),
        404,
        Error,
    )


@obligation("patch_task.updates", "specs/kinto.bts:407")
def test_updates(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """The change that it answers is seen when the Task is read again."""
    before = expect(
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
    changed = expect(
        alice.call(
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=BODY,
        ),
        200,
        TaskAnswer,
    )
    after = expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": changed["data"]["id"],
            },
        ),
        200,
        TaskAnswer,
    )
    change_kept(before["data"], changed["data"], after["data"])
