"""GET /buckets/{bucket}/collections/{list}/records/{id} keeps what specs/kinto.bts:353 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Response,
    equal,
    expect,
    forged,
    obligation,
    survived,
    unique,
)

from .contracts import DeleteCollection200, DeleteTask200, Error, TaskAnswer
from .endpoints import (
    create_task,
    delete_collection,
    delete_task,
    get_task,
    replace_task,
)


@obligation("get_task.conforms", "specs/kinto.bts:357")
def test_conforms(
    alice: Actor, bucket: Response, collection: Response, task: Response
) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
            },
        ),
        200,
        TaskAnswer,
    )


@obligation("get_task.conforms.filled", "specs/kinto.bts:364")
def test_conforms_filled(alice: Actor, bucket: Response, collection: Response) -> None:
    """The answer about a Task with all that it may have is as declared."""
    made = expect(
        alice.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body={
                "data": {
                    "title": "water the plants",
                    "priority": 2,
                    "tags": ["home"],
                    "done": True,
                    "status": "open",
                    "estimate": 1,
                    "due": "2030-01-31",
                    "note": unique("text"),
                    "assignee": {"name": unique("text"), "team": unique("text")},
                }
            },
        ),
        201,
        TaskAnswer,
    )
    expect(
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


@obligation("get_task.rejects", "specs/kinto.bts:353")
@pytest.mark.parametrize(
    "change",
    [
        Put("bucket", "no match ☃!", id="path.bucket.pattern_mismatch"),
        Put("bucket", "!A", id="path.bucket.pattern_prefix"),
        Put("bucket", "A!", id="path.bucket.pattern_suffix"),
        Put("bucket", "A\n", id="path.bucket.pattern_newline"),
        Put("list", "no match ☃!", id="path.list.pattern_mismatch"),
        Put("list", "!A", id="path.list.pattern_prefix"),
        Put("list", "A!", id="path.list.pattern_suffix"),
        Put("list", "A\n", id="path.list.pattern_newline"),
        Put("id", "no match ☃!", id="path.id.pattern_mismatch"),
        Put("id", "!A", id="path.id.pattern_prefix"),
        Put("id", "A!", id="path.id.pattern_suffix"),
        Put("id", "A\n", id="path.id.pattern_newline"),
    ],
    ids=str,
)
def test_rejects_params(
    alice: Actor, bucket: Response, collection: Response, task: Response, change: Change
) -> None:
    """An invalid parameter is answered 4xx."""
    expect(
        alice.call(
            get_task,
            change(
                {
                    "bucket": bucket["data"]["id"],
                    "list": collection["data"]["id"],
                    "id": task["data"]["id"],
                }
            ),
        ),
        "4xx",
    )


@obligation("get_task.survives", "specs/kinto.bts:353")
@pytest.mark.parametrize(
    "change",
    [
        Put("bucket", "a" * 4000, id="path.bucket.very_long"),
        Put("bucket", "'\"`;--%s\\", id="path.bucket.quotes"),
        Put("bucket", "a\x00b", id="path.bucket.nul"),
        Put("bucket", "\u202ea\u202c\ufeff", id="path.bucket.bidi_override"),
        Put("bucket", "e" + "\u0301" * 60, id="path.bucket.stacked_marks"),
        Put("bucket", "\ud800", id="path.bucket.not_utf8"),
        Put("list", "a" * 4000, id="path.list.very_long"),
        Put("list", "'\"`;--%s\\", id="path.list.quotes"),
        Put("list", "a\x00b", id="path.list.nul"),
        Put("list", "\u202ea\u202c\ufeff", id="path.list.bidi_override"),
        Put("list", "e" + "\u0301" * 60, id="path.list.stacked_marks"),
        Put("list", "\ud800", id="path.list.not_utf8"),
        Put("id", "a" * 4000, id="path.id.very_long"),
        Put("id", "'\"`;--%s\\", id="path.id.quotes"),
        Put("id", "a\x00b", id="path.id.nul"),
        Put("id", "\u202ea\u202c\ufeff", id="path.id.bidi_override"),
        Put("id", "e" + "\u0301" * 60, id="path.id.stacked_marks"),
        Put("id", "\ud800", id="path.id.not_utf8"),
        Put('["If-None-Match"]', '"1', id="header.If-None-Match.pattern_too_short"),
        Put('["If-None-Match"]', '!"1"', id="header.If-None-Match.pattern_prefix"),
        Put('["If-None-Match"]', '"1"!', id="header.If-None-Match.pattern_suffix"),
        Put('["If-None-Match"]', '"1"', id="header.If-None-Match.shortest"),
        Put('["If-Match"]', '"1', id="header.If-Match.pattern_too_short"),
        Put('["If-Match"]', '!"1"', id="header.If-Match.pattern_prefix"),
        Put('["If-Match"]', '"1"!', id="header.If-Match.pattern_suffix"),
        Put('["If-Match"]', '"1"', id="header.If-Match.shortest"),
    ],
    ids=str,
)
def test_survives_params(
    alice: Actor, bucket: Response, collection: Response, task: Response, change: Change
) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(
            get_task,
            change(
                {
                    "bucket": bucket["data"]["id"],
                    "list": collection["data"]["id"],
                    "id": task["data"]["id"],
                }
            ),
        ),
        414,
        431,
    )


@obligation("get_task.refuses.anonymous", "specs/kinto.bts:360")
def test_refuses_anonymous(
    anonymous: Actor, bucket: Response, collection: Response, task: Response
) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
            },
        ),
        401,
        Error,
    )


@obligation("get_task.refuses.made_up_credential", "specs/kinto.bts:360")
def test_refuses_made_up_credential(
    alice: Actor, bucket: Response, collection: Response, task: Response
) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(alice).call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
            },
        ),
        401,
        Error,
    )


@obligation("get_task.refuses.admin", "specs/kinto.bts:361")
def test_refuses_admin(
    root: Actor, bucket: Response, collection: Response, task: Response
) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
            },
        ),
        403,
        Error,
    )


@obligation("get_task.refuses.stranger", "specs/kinto.bts:354")
def test_refuses_stranger(
    bob: Actor, bucket: Response, collection: Response, task: Response
) -> None:
    """A stranger is refused with 403 or 404."""
    expect(
        bob.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
            },
        ),
        (403, 404),
    )


@obligation("get_task.unchanged", "specs/kinto.bts:358")
def test_unchanged(
    alice: Actor, bucket: Response, collection: Response, task: Response
) -> None:
    """What the caller has already, as If-None-Match says, is answered 304."""
    seen = expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
            },
        ),
        200,
        TaskAnswer,
    )
    expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
                "If-None-Match": seen.header("ETag"),
            },
        ),
        304,
    )


@obligation("get_task.unknown.bucket", "specs/kinto.bts:361")
def test_unknown_bucket(alice: Actor, collection: Response, task: Response) -> None:
    """An unknown bucket is answered 403."""
    expect(
        alice.call(
            get_task,
            {"bucket": "A", "list": collection["data"]["id"], "id": task["data"]["id"]},
        ),
        403,
        Error,
    )


@obligation("get_task.unknown.list", "specs/kinto.bts:362")
def test_unknown_list(alice: Actor, bucket: Response, task: Response) -> None:
    """An unknown list is answered 404."""
    expect(
        alice.call(
            get_task,
            {"bucket": bucket["data"]["id"], "list": "A", "id": task["data"]["id"]},
        ),
        404,
        Error,
    )


@obligation("get_task.unknown.id", "specs/kinto.bts:362")
def test_unknown_id(alice: Actor, bucket: Response, collection: Response) -> None:
    """An unknown id is answered 404."""
    expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": "A",
            },
        ),
        404,
        Error,
    )


@obligation("get_task.deleted", "specs/kinto.bts:362")
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
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
        404,
        Error,
    )


@obligation("get_task.stale", "specs/kinto.bts:363")
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
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
                "If-Match": seen.header("ETag"),
            },
        ),
        412,
        Error,
    )


@obligation("get_task.deleted.list", "specs/kinto.bts:353")
def test_deleted_with_its_collection(
    alice: Actor, bucket: Response, new_collection: Response
) -> None:
    """What was made in a Collection is gone with it."""
    made = expect(
        alice.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": new_collection["data"]["id"]},
            body={
                "data": {"title": "water the plants", "priority": 2, "tags": ["home"]}
            },
        ),
        201,
        TaskAnswer,
    )
    expect(
        alice.call(
            delete_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        200,
        DeleteCollection200,
    )
    expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": new_collection["data"]["id"],
                "id": made["data"]["id"],
            },
        ),
        (403, 404),
    )


@obligation("get_task.reads", "specs/kinto.bts:364")
def test_reads(
    alice: Actor, bucket: Response, collection: Response, task: Response
) -> None:
    """Of several Tasks, the one that was asked for is shown."""
    expect(
        alice.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body={
                "data": {"title": "water the plants", "priority": 2, "tags": ["home"]}
            },
        ),
        201,
        TaskAnswer,
    )
    seen = expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
            },
        ),
        200,
        TaskAnswer,
    )
    equal(seen["data"]["id"], task["data"]["id"])


@obligation("get_task.misplaced", "specs/kinto.bts:353")
def test_misplaced(
    alice: Actor, bucket: Response, new_collection: Response, task: Response
) -> None:
    """Under another Collection, the Task is unknown."""
    expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": new_collection["data"]["id"],
                "id": task["data"]["id"],
            },
        ),
        404,
    )


@obligation("get_task.safe", "specs/kinto.bts:364")
def test_safe(
    alice: Actor, bucket: Response, collection: Response, task: Response
) -> None:
    """Reading changes nothing."""
    seen = expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
            },
        ),
        200,
        TaskAnswer,
    )
    again = expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
            },
        ),
        200,
        TaskAnswer,
    )
    equal(again["data"], seen["data"])
