"""POST /buckets/{bucket}/collections/{list}/records keeps what specs/kinto.bts:287 says."""

from decimal import Decimal

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    Response,
    expect,
    obligation,
    reads_back,
)

from .contracts import Error, TaskAnswer
from .endpoints import create_task, get_task

BODY = {"data": {"title": "water the plants", "priority": 2, "tags": ["home"]}}


@obligation("create_task.conforms", "specs/kinto.bts:290")
def test_conforms(alice: Actor, bucket: Response, collection: Response) -> None:
    """A valid call is answered 201 as declared."""
    expect(
        alice.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body=BODY,
        ),
        201,
        TaskAnswer,
    )


@obligation("create_task.accepts", "specs/kinto.bts:290")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("data.title", "a"), id="data.title.minimum_length"),
        pytest.param(Put("data.title", "a" * 80), id="data.title.maximum_length"),
        pytest.param(Put("data.done", True), id="data.done.true"),
        pytest.param(Put("data.done", False), id="data.done.false"),
        pytest.param(Drop("data.priority"), id="data.priority.absent"),
        pytest.param(Put("data.priority", 1), id="data.priority.minimum"),
        pytest.param(Put("data.priority", 5), id="data.priority.maximum"),
        pytest.param(Put("data.status", "open"), id="data.status.value_open"),
        pytest.param(Put("data.status", "doing"), id="data.status.value_doing"),
        pytest.param(Put("data.status", "done"), id="data.status.value_done"),
        pytest.param(Put("data.estimate", 0), id="data.estimate.minimum"),
        pytest.param(Put("data.estimate", 1000), id="data.estimate.maximum"),
        pytest.param(Drop("data.tags"), id="data.tags.absent"),
        pytest.param(Put("data.tags", []), id="data.tags.minimum"),
        pytest.param(Put("data.tags", ["home"] * 5), id="data.tags.maximum"),
        pytest.param(Put("data.tags[0]", "a"), id="data.tags[].minimum_length"),
        pytest.param(
            Put("data.tags[0]", "aaaaaaaaaaaaaaaaaaaa"), id="data.tags[].maximum_length"
        ),
        pytest.param(Put("data.note", None), id="data.note.null"),
        pytest.param(Put("data.note", "a" * 200), id="data.note.maximum_length"),
        pytest.param(Put("permissions", {"read": None}), id="permissions.read.null"),
        pytest.param(Put("permissions", {"write": None}), id="permissions.write.null"),
    ],
)
def test_accepts(
    alice: Actor, bucket: Response, collection: Response, change: Change
) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        alice.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body=change(BODY),
        ),
        201,
        TaskAnswer,
    )


@obligation("create_task.rejects", "specs/kinto.bts:291")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Drop("data"), id="data.missing"),
        pytest.param(Put("data", None), id="data.null"),
        pytest.param(Put("data", "text"), id="data.wrong_type"),
        pytest.param(Drop("data.title"), id="data.title.missing"),
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
        pytest.param(Put("data.tags", ["home"] * 6), id="data.tags.too_many"),
        pytest.param(Put("data.tags[0]", None), id="data.tags[].null"),
        pytest.param(Put("data.tags[0]", 12345), id="data.tags[].wrong_type"),
        pytest.param(Put("data.tags[0]", ""), id="data.tags[].too_short"),
        pytest.param(
            Put("data.tags[0]", "aaaaaaaaaaaaaaaaaaaaa"), id="data.tags[].too_long"
        ),
        pytest.param(Put("data.note", 12345), id="data.note.wrong_type"),
        pytest.param(Put("data.note", "a" * 201), id="data.note.too_long"),
        pytest.param(Put("data.assignee", None), id="data.assignee.null"),
        pytest.param(Put("data.assignee", "text"), id="data.assignee.wrong_type"),
        pytest.param(Put("permissions", None), id="permissions.null"),
        pytest.param(Put("permissions", "text"), id="permissions.wrong_type"),
        pytest.param(
            Put("permissions", {"read": "text"}), id="permissions.read.wrong_type"
        ),
        pytest.param(
            Put("permissions", {"write": "text"}), id="permissions.write.wrong_type"
        ),
        pytest.param(Put("", b'{"'), id="body.malformed"),
        pytest.param(Put("", "text"), id="body.wrong_type"),
    ],
)
def test_rejects(
    alice: Actor, bucket: Response, collection: Response, change: Change
) -> None:
    """An invalid body is answered 400."""
    expect(
        alice.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body=change(BODY),
        ),
        400,
        Error,
    )


@obligation("create_task.refuses.anonymous", "specs/kinto.bts:292")
def test_refuses_anonymous(
    anonymous: Actor, bucket: Response, collection: Response
) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body=BODY,
        ),
        401,
        Error,
    )


@obligation("create_task.refuses.admin", "specs/kinto.bts:293")
def test_refuses_admin(root: Actor, bucket: Response, collection: Response) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body=BODY,
        ),
        403,
        Error,
    )


@obligation("create_task.refuses.stranger", "specs/kinto.bts:288")
def test_refuses_stranger(bob: Actor, bucket: Response, collection: Response) -> None:
    """Stranger is refused with 403 or 404."""
    expect(
        bob.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body=BODY,
        ),
        (403, 404),
    )


@obligation("create_task.unknown.bucket", "specs/kinto.bts:294")
def test_unknown_bucket(alice: Actor, collection: Response) -> None:
    """An unknown bucket is answered 404."""
    expect(
        alice.call(
            create_task, {"bucket": "A", "list": collection["data"]["id"]}, body=BODY
        ),
        404,
        Error,
    )


@obligation("create_task.unknown.list", "specs/kinto.bts:294")
def test_unknown_list(alice: Actor, bucket: Response) -> None:
    """An unknown list is answered 404."""
    expect(
        alice.call(
            create_task, {"bucket": bucket["data"]["id"], "list": "A"}, body=BODY
        ),
        404,
        Error,
    )


@obligation("create_task.creates", "specs/kinto.bts:295")
def test_creates(alice: Actor, bucket: Response, collection: Response) -> None:
    """The Task that it makes can be read, and is what was sent."""
    made = expect(
        alice.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body=BODY,
        ),
        201,
        TaskAnswer,
    )
    again = expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": made["data"]["id"],
            },
        ),
        200,
        TaskAnswer,
    )
    reads_back(
        again["data"],
        made["data"],
        [
            "title",
            "done",
            "priority",
            "status",
            "estimate",
            "due",
            "tags",
            "note",
            "assignee",
        ],
    )
