"""PATCH /buckets/{bucket}/collections/{list}/records/{id} keeps what specs/kinto.bts:373 says."""

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

from .contracts import DeleteTask200, Error, TaskAnswer
from .endpoints import delete_task, get_task, replace_task, update_task

BODY = {"data": {"done": True}}


@obligation("update_task.conforms", "specs/kinto.bts:377")
def test_conforms(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(
            update_task,
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


@obligation("update_task.accepts", "specs/kinto.bts:377")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("data.title", "a"), id="data.title.minimum_length"),
        pytest.param(Put("data.title", "a" * 80), id="data.title.maximum_length"),
        pytest.param(Drop("data.done"), id="data.done.absent"),
        pytest.param(Put("data.done", True), id="data.done.true"),
        pytest.param(Put("data.done", False), id="data.done.false"),
        pytest.param(Put("data.priority", 1), id="data.priority.minimum"),
        pytest.param(Put("data.priority", 5), id="data.priority.maximum"),
        pytest.param(Put("data.status", "open"), id="data.status.value_open"),
        pytest.param(Put("data.status", "doing"), id="data.status.value_doing"),
        pytest.param(Put("data.status", "done"), id="data.status.value_done"),
        pytest.param(Put("data.estimate", 0), id="data.estimate.minimum"),
        pytest.param(Put("data.estimate", 1000), id="data.estimate.maximum"),
        pytest.param(Put("data.tags", []), id="data.tags.minimum"),
        pytest.param(Put("data.tags", ["text"] * 5), id="data.tags.maximum"),
        pytest.param(Put("data.tags", ["a"]), id="data.tags[].minimum_length"),
        pytest.param(
            Put("data.tags", ["aaaaaaaaaaaaaaaaaaaa"]), id="data.tags[].maximum_length"
        ),
        pytest.param(Put("data.note", None), id="data.note.null"),
        pytest.param(Put("data.note", "a" * 200), id="data.note.maximum_length"),
        pytest.param(
            Put("data.assignee", {"name": "a"}), id="data.assignee.name.minimum_length"
        ),
        pytest.param(
            Put("data.assignee", {"name": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}),
            id="data.assignee.name.maximum_length",
        ),
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
            update_task,
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


@obligation("update_task.rejects", "specs/kinto.bts:378")
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
        pytest.param(Put("data.done", None), id="data.done.null"),
        pytest.param(Put("data.done", "maybe"), id="data.done.wrong_type"),
        pytest.param(Put("data.priority", None), id="data.priority.null"),
        pytest.param(Put("data.priority", "text"), id="data.priority.wrong_type"),
        pytest.param(Put("data.priority", "1"), id="data.priority.number_as_text"),
        pytest.param(Put("data.priority", Decimal("1.5")), id="data.priority.fraction"),
        pytest.param(Put("data.priority", 0), id="data.priority.below_minimum"),
        pytest.param(Put("data.priority", 6), id="data.priority.above_maximum"),
        pytest.param(Put("data.status", None), id="data.status.null"),
        pytest.param(Put("data.status", "no_such_value"), id="data.status.not_in_enum"),
        pytest.param(Put("data.estimate", None), id="data.estimate.null"),
        pytest.param(Put("data.estimate", "text"), id="data.estimate.wrong_type"),
        pytest.param(Put("data.estimate", "1"), id="data.estimate.number_as_text"),
        pytest.param(
            Put("data.estimate", Decimal("-0.01")), id="data.estimate.below_minimum"
        ),
        pytest.param(
            Put("data.estimate", Decimal("1000.01")), id="data.estimate.above_maximum"
        ),
        pytest.param(Put("data.due", None), id="data.due.null"),
        pytest.param(Put("data.due", 12345), id="data.due.wrong_type"),
        pytest.param(Put("data.due", "no match ☃!"), id="data.due.pattern_mismatch"),
        pytest.param(Put("data.due", "1111-11-1"), id="data.due.pattern_too_short"),
        pytest.param(Put("data.due", "1111-11-111"), id="data.due.pattern_too_long"),
        pytest.param(Put("data.tags", None), id="data.tags.null"),
        pytest.param(Put("data.tags", "text"), id="data.tags.wrong_type"),
        pytest.param(Put("data.tags", ["text"] * 6), id="data.tags.too_many"),
        pytest.param(Put("data.tags", [None]), id="data.tags[].null"),
        pytest.param(Put("data.tags", [12345]), id="data.tags[].wrong_type"),
        pytest.param(Put("data.tags", [""]), id="data.tags[].too_short"),
        pytest.param(
            Put("data.tags", ["aaaaaaaaaaaaaaaaaaaaa"]), id="data.tags[].too_long"
        ),
        pytest.param(Put("data.note", 12345), id="data.note.wrong_type"),
        pytest.param(Put("data.note", "a" * 201), id="data.note.too_long"),
        pytest.param(Put("data.assignee", None), id="data.assignee.null"),
        pytest.param(Put("data.assignee", "text"), id="data.assignee.wrong_type"),
        pytest.param(Put("data.assignee", {}), id="data.assignee.name.missing"),
        pytest.param(
            Put("data.assignee", {"name": None}), id="data.assignee.name.null"
        ),
        pytest.param(
            Put("data.assignee", {"name": 12345}), id="data.assignee.name.wrong_type"
        ),
        pytest.param(
            Put("data.assignee", {"name": ""}), id="data.assignee.name.too_short"
        ),
        pytest.param(
            Put("data.assignee", {"name": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}),
            id="data.assignee.name.too_long",
        ),
        pytest.param(
            Put("data.assignee", {"name": "text", "team": None}),
            id="data.assignee.team.null",
        ),
        pytest.param(
            Put("data.assignee", {"name": "text", "team": 12345}),
            id="data.assignee.team.wrong_type",
        ),
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
            update_task,
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


@obligation("update_task.refuses.anonymous", "specs/kinto.bts:379")
def test_refuses_anonymous(
    anonymous: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            update_task,
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


@obligation("update_task.refuses.admin", "specs/kinto.bts:380")
def test_refuses_admin(
    root: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(
            update_task,
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


@obligation("update_task.refuses.stranger", "specs/kinto.bts:374")
def test_refuses_stranger(
    bob: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """Stranger is refused with 403 or 404."""
    expect(
        bob.call(
            update_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=BODY,
        ),
        (403, 404),
    )


@obligation("update_task.unknown.bucket", "specs/kinto.bts:381")
def test_unknown_bucket(alice: Actor, collection: Response, task: Response) -> None:
    """An unknown bucket is answered 404."""
    expect(
        alice.call(
            update_task,
            {"bucket": "A", "list": collection["data"]["id"], "id": task["data"]["id"]},
            body=BODY,
        ),
        404,
        Error,
    )


@obligation("update_task.unknown.list", "specs/kinto.bts:381")
def test_unknown_list(alice: Actor, bucket: Response, task: Response) -> None:
    """An unknown list is answered 404."""
    expect(
        alice.call(
            update_task,
            {"bucket": bucket["data"]["id"], "list": "A", "id": task["data"]["id"]},
            body=BODY,
        ),
        404,
        Error,
    )


@obligation("update_task.unknown.id", "specs/kinto.bts:381")
def test_unknown_id(alice: Actor, bucket: Response, collection: Response) -> None:
    """An unknown id is answered 404."""
    expect(
        alice.call(
            update_task,
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


@obligation("update_task.deleted", "specs/kinto.bts:381")
def test_deleted(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """After the thing is gone, the call is answered 404."""
    expect(
        alice.call(
            delete_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
        200,
        DeleteTask200,
    )
    expect(
        alice.call(
            update_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=BODY,
        ),
        404,
        Error,
    )


@obligation("update_task.stale", "specs/kinto.bts:382")
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
            update_task,
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


@obligation("update_task.updates", "specs/kinto.bts:383")
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
            update_task,
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
