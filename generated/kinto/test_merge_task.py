"""PATCH /buckets/{bucket}/collections/{list}/records/{id} keeps what specs/kinto.bts:386 says."""

from decimal import Decimal

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
from .endpoints import get_task, merge_task, replace_task

BODY = {"data": {"priority": None, "note": None}}


@obligation("merge_task.conforms", "specs/kinto.bts:390")
def test_conforms(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(
            merge_task,
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


@obligation("merge_task.accepts", "specs/kinto.bts:390")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("data.title", "a"), id="data.title.minimum_length"),
        pytest.param(Put("data.title", "a" * 80), id="data.title.maximum_length"),
        pytest.param(Put("data.done", None), id="data.done.null"),
        pytest.param(Put("data.done", True), id="data.done.true"),
        pytest.param(Put("data.done", False), id="data.done.false"),
        pytest.param(Drop("data.priority"), id="data.priority.absent"),
        pytest.param(Put("data.priority", None), id="data.priority.null"),
        pytest.param(Put("data.priority", 1), id="data.priority.minimum"),
        pytest.param(Put("data.priority", 5), id="data.priority.maximum"),
        pytest.param(Put("data.status", None), id="data.status.null"),
        pytest.param(Put("data.status", "open"), id="data.status.value_open"),
        pytest.param(Put("data.status", "doing"), id="data.status.value_doing"),
        pytest.param(Put("data.status", "done"), id="data.status.value_done"),
        pytest.param(Drop("data.note"), id="data.note.absent"),
        pytest.param(Put("data.note", None), id="data.note.null"),
        pytest.param(Put("data.note", "a" * 200), id="data.note.maximum_length"),
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
            merge_task,
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


@obligation("merge_task.rejects", "specs/kinto.bts:391")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Drop("data"), id="data.missing"),
        pytest.param(Put("data", None), id="data.null"),
        pytest.param(Put("data", "text"), id="data.wrong_type"),
        pytest.param(Put("data.title", None), id="data.title.null"),
        pytest.param(Put("data.title", 12345), id="data.title.wrong_type"),
        pytest.param(Put("data.title", ""), id="data.title.too_short"),
        pytest.param(Put("data.title", "a" * 81), id="data.title.too_long"),
        pytest.param(Put("data.done", "maybe"), id="data.done.wrong_type"),
        pytest.param(Put("data.priority", "text"), id="data.priority.wrong_type"),
        pytest.param(Put("data.priority", "1"), id="data.priority.number_as_text"),
        pytest.param(Put("data.priority", Decimal("1.5")), id="data.priority.fraction"),
        pytest.param(Put("data.priority", 0), id="data.priority.below_minimum"),
        pytest.param(Put("data.priority", 6), id="data.priority.above_maximum"),
        pytest.param(Put("data.status", "no_such_value"), id="data.status.not_in_enum"),
        pytest.param(Put("data.note", 12345), id="data.note.wrong_type"),
        pytest.param(Put("data.note", "a" * 201), id="data.note.too_long"),
        pytest.param(Put("", b'{"'), id="body.malformed"),
        pytest.param(Put("", "text"), id="body.wrong_type"),
    ],
)
def test_rejects(
    alice: Actor, bucket: Response, collection: Response, task: Response, change: Change
) -> None:
    """An invalid body is answered 400."""
    expect(
        alice.call(
            merge_task,
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


@obligation("merge_task.refuses.anonymous", "specs/kinto.bts:392")
def test_refuses_anonymous(
    anonymous: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            merge_task,
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


@obligation("merge_task.refuses.admin", "specs/kinto.bts:393")
def test_refuses_admin(
    root: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(
            merge_task,
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


@obligation("merge_task.refuses.stranger", "specs/kinto.bts:387")
def test_refuses_stranger(
    bob: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """Stranger is refused with 403 or 404."""
    expect(
        bob.call(
            merge_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=BODY,
        ),
        (403, 404),
    )


@obligation("merge_task.unknown.bucket", "specs/kinto.bts:394")
def test_unknown_bucket(alice: Actor, collection: Response, task: Response) -> None:
    """An unknown bucket is answered 404."""
    expect(
        alice.call(
            merge_task,
            {"bucket": "A", "list": collection["data"]["id"], "id": task["data"]["id"]},
            body=BODY,
        ),
        404,
        Error,
    )


@obligation("merge_task.unknown.list", "specs/kinto.bts:394")
def test_unknown_list(alice: Actor, bucket: Response, task: Response) -> None:
    """An unknown list is answered 404."""
    expect(
        alice.call(
            merge_task,
            {"bucket": bucket["data"]["id"], "list": "A", "id": task["data"]["id"]},
            body=BODY,
        ),
        404,
        Error,
    )


@obligation("merge_task.unknown.id", "specs/kinto.bts:394")
def test_unknown_id(alice: Actor, bucket: Response, collection: Response) -> None:
    """An unknown id is answered 404."""
    expect(
        alice.call(
            merge_task,
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


@obligation("merge_task.stale", "specs/kinto.bts:395")
def test_stale(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """A version that is out of date, as If-Match says, is answered 412."""
    seen = expect(
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
    expect(
        alice.call(
            replace_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={"data": {"title": "sleep"}},
        ),
        200,
        TaskAnswer,
    )
    expect(
        alice.call(
            merge_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
                "If-Match": seen.header("ETag"),
            },
            body=BODY,
        ),
        412,
        Error,
    )


@obligation("merge_task.updates", "specs/kinto.bts:396")
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
            merge_task,
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
