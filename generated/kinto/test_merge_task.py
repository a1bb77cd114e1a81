"""PATCH /buckets/{bucket}/collections/{list}/records/{id} keeps what specs/kinto.bts:445 says."""

from decimal import Decimal

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    Repeat,
    Response,
    as_sent,
    change_kept,
    equal,
    expect,
    forged,
    obligation,
    rest_kept,
    server_decides,
    survived,
    unique,
)

from .contracts import DeleteTask200, Error, TaskAnswer
from .endpoints import create_task, delete_task, get_task, merge_task, replace_task

BODY = {"data": {"priority": None, "note": None}}


@obligation("merge_task.conforms", "specs/kinto.bts:449")
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


@obligation("merge_task.accepts", "specs/kinto.bts:449")
@pytest.mark.parametrize(
    "change",
    [
        Put("data.title", "text", "present"),
        Put("data.title", "a", "minimum_length"),
        Put("data.title", "a" * 80, "maximum_length"),
        Put("data.title", "aa", "near_minimum_length"),
        Put("data.title", "a" * 79, "near_maximum_length"),
        Put("data.title", "é" * 80, "maximum_length_not_ascii"),
        Put("data.title", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Put("data.title", "שלום عالم", "right_to_left"),
        Put("data.title", "éñü", "composed"),
        Put("data.title", "e\u0301n\u0303u\u0308", "decomposed"),
        Put("data.title", "a < b & c > 'd' \"e\" \\ 100%", "punctuation"),
        Put("data.done", True, "present"),
        Put("data.done", None, "null"),
        Put("data.done", False, "false"),
        Drop("data.priority", "absent"),
        Put("data.priority", None, "null"),
        Put("data.priority", 1, "minimum"),
        Put("data.priority", 5, "maximum"),
        Put("data.priority", 2, "near_minimum"),
        Put("data.priority", 4, "near_maximum"),
        Put("data.status", "open", "present"),
        Put("data.status", None, "null"),
        Put("data.status", "doing", "value_doing"),
        Put("data.status", "done", "value_done"),
        Drop("data.note", "absent"),
        Put("data.note", None, "null"),
        Put("data.note", "", "empty"),
        Put("data.note", "a" * 200, "maximum_length"),
        Put("data.note", "a" * 199, "near_maximum_length"),
        Put("data.note", "é" * 200, "maximum_length_not_ascii"),
        Put("data.note", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Put("data.note", "שלום عالم", "right_to_left"),
        Put("data.note", "éñü", "composed"),
        Put("data.note", "e\u0301n\u0303u\u0308", "decomposed"),
        Put("data.note", "a < b & c > 'd' \"e\" \\ 100%", "punctuation"),
    ],
    ids=str,
)
def test_accepts(
    alice: Actor,
    bucket: Response,
    collection: Response,
    new_task: Response,
    change: Change,
) -> None:
    """Values at the very edge of what is declared are accepted, and kept as they were sent."""
    made = expect(
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
    as_sent(
        again["data"],
        made.sent,
        ["title", "done", "priority", "status", "note"],
        ["data"],
    )


@obligation("merge_task.conforms.filled", "specs/kinto.bts:455")
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
            merge_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": made["data"]["id"],
            },
            body=BODY,
        ),
        200,
        TaskAnswer,
    )


@obligation("merge_task.rejects", "specs/kinto.bts:450")
@pytest.mark.parametrize(
    "change",
    [
        Drop("data", "missing"),
        Put("data", None, "null"),
        Put("data", "text", "wrong_type"),
        Put("data.title", None, "null"),
        Put("data.title", 12345, "wrong_type"),
        Put("data.title", "", "too_short"),
        Put("data.title", "a" * 81, "too_long"),
        Put("data.title", "a" * 100000, "much_too_long"),
        Put("data.done", "maybe", "wrong_type"),
        Put("data.priority", "text", "wrong_type"),
        Put("data.priority", "1", "number_as_text"),
        Put("data.priority", Decimal("1.5"), "fraction"),
        Put("data.priority", 0, "below_minimum"),
        Put("data.priority", 6, "above_maximum"),
        Put("data.priority", 9223372036854775808, "beyond_64_bits"),
        Put("data.priority", Decimal("1E+400"), "huge"),
        Put("data.status", "no_such_value", "not_in_enum"),
        Put("data.status", "OPEN", "other_case"),
        Put("data.note", 12345, "wrong_type"),
        Put("data.note", "a" * 201, "too_long"),
        Put("data.note", "a" * 100000, "much_too_long"),
        Put("", b'{"', id="body.malformed"),
        Put("", b'{"text": "\xff"}', id="body.not_utf8"),
        Put("", "text", id="body.wrong_type"),
        Put("", None, id="body.null"),
        Put("", [], id="body.list"),
        Put("", {}, id="body.object"),
        Put("", b"", id="body.empty"),
    ],
    ids=str,
)
def test_rejects(
    alice: Actor,
    bucket: Response,
    collection: Response,
    new_task: Response,
    change: Change,
) -> None:
    """An invalid body is answered 400."""
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
        400,
        Error,
    )


@obligation("merge_task.rejects.body.wrong_media_type", "specs/kinto.bts:450")
def test_rejects_media_type(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """A body that calls itself text/plain is rejected."""
    expect(
        alice.call(
            merge_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=BODY,
            media="text/plain",
        ),
        (400, 415),
    )


@obligation("merge_task.rejects", "specs/kinto.bts:445")
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
    alice: Actor,
    bucket: Response,
    collection: Response,
    new_task: Response,
    change: Change,
) -> None:
    """An invalid parameter is answered 4xx."""
    expect(
        alice.call(
            merge_task,
            change(
                {
                    "bucket": bucket["data"]["id"],
                    "list": collection["data"]["id"],
                    "id": new_task["data"]["id"],
                }
            ),
            body=BODY,
        ),
        "4xx",
    )


@obligation("merge_task.survives", "specs/kinto.bts:445")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Put("data.specc_unknown", "text", id="data.unknown_field"),
        Put("data.title", "'\"`;--%s\\", "quotes"),
        Put("data.title", "a\x00b", "nul"),
        Put("data.title", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("data.title", "e" + "\u0301" * 60, "stacked_marks"),
        Put("data.title", "\ud800", "lone_surrogate"),
        Put("data.title", " ", "blank"),
        Put("data.note", "'\"`;--%s\\", "quotes"),
        Put("data.note", "a\x00b", "nul"),
        Put("data.note", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("data.note", "e" + "\u0301" * 60, "stacked_marks"),
        Put("data.note", "\ud800", "lone_surrogate"),
        Put("data.note", " ", "blank"),
        Repeat("data", id="body.repeated_key"),
    ],
    ids=str,
)
def test_survives(
    alice: Actor,
    bucket: Response,
    collection: Response,
    new_task: Response,
    change: Change,
) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(
            merge_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=change(BODY),
        )
    )


@obligation("merge_task.survives", "specs/kinto.bts:445")
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
        Put('["If-Match"]', '"1', id="header.If-Match.pattern_too_short"),
        Put('["If-Match"]', '!"1"', id="header.If-Match.pattern_prefix"),
        Put('["If-Match"]', '"1"!', id="header.If-Match.pattern_suffix"),
        Put('["If-Match"]', '"1"', id="header.If-Match.shortest"),
    ],
    ids=str,
)
def test_survives_params(
    alice: Actor,
    bucket: Response,
    collection: Response,
    new_task: Response,
    change: Change,
) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(
            merge_task,
            change(
                {
                    "bucket": bucket["data"]["id"],
                    "list": collection["data"]["id"],
                    "id": new_task["data"]["id"],
                }
            ),
            body=BODY,
        ),
        414,
        431,
    )


@obligation("merge_task.ignores", "specs/kinto.bts:455")
@pytest.mark.parametrize(
    "change",
    [
        Put("data.last_modified", 987654, id="last_modified"),
        Put("data.schema", 987654, id="schema"),
        Put("data.specc_unknown", "text", id="unknown_field"),
    ],
    ids=str,
)
def test_ignores(
    alice: Actor,
    bucket: Response,
    collection: Response,
    new_task: Response,
    change: Change,
) -> None:
    """What is readonly or unknown is not taken from the client."""
    usual = expect(
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
    claimed = survived(
        alice.call(
            merge_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=change(BODY),
        )
    )
    server_decides(
        usual, claimed, ["last_modified", "schema", "specc_unknown"], ["data"]
    )


@obligation("merge_task.refuses.anonymous", "specs/kinto.bts:451")
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


@obligation("merge_task.refuses.made_up_credential", "specs/kinto.bts:451")
def test_refuses_made_up_credential(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(alice).call(
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


@obligation("merge_task.refuses.admin", "specs/kinto.bts:452")
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


@obligation("merge_task.refuses.stranger", "specs/kinto.bts:446")
def test_refuses_stranger(
    bob: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """A stranger is refused with 403 or 404."""
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


@obligation("merge_task.unaffected.anonymous", "specs/kinto.bts:451")
def test_unaffected_by_anonymous(
    alice: Actor,
    anonymous: Actor,
    bucket: Response,
    collection: Response,
    new_task: Response,
) -> None:
    """The Task is as before after a refusal of anonymous."""
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
    anonymous.call(
        merge_task,
        {
            "bucket": bucket["data"]["id"],
            "list": collection["data"]["id"],
            "id": new_task["data"]["id"],
        },
        body=BODY,
    )
    after = expect(
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
    equal(after["data"], before["data"])


@obligation("merge_task.unaffected.made_up_credential", "specs/kinto.bts:451")
def test_unaffected_by_made_up_credential(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """The Task is as before after a refusal of made_up_credential."""
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
    forged(alice).call(
        merge_task,
        {
            "bucket": bucket["data"]["id"],
            "list": collection["data"]["id"],
            "id": new_task["data"]["id"],
        },
        body=BODY,
    )
    after = expect(
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
    equal(after["data"], before["data"])


@obligation("merge_task.unaffected.admin", "specs/kinto.bts:452")
def test_unaffected_by_admin(
    alice: Actor,
    root: Actor,
    bucket: Response,
    collection: Response,
    new_task: Response,
) -> None:
    """The Task is as before after a refusal of admin."""
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
    root.call(
        merge_task,
        {
            "bucket": bucket["data"]["id"],
            "list": collection["data"]["id"],
            "id": new_task["data"]["id"],
        },
        body=BODY,
    )
    after = expect(
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
    equal(after["data"], before["data"])


@obligation("merge_task.unaffected.stranger", "specs/kinto.bts:446")
def test_unaffected_by_stranger(
    alice: Actor, bob: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """The Task is as before after a refusal of stranger."""
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
    bob.call(
        merge_task,
        {
            "bucket": bucket["data"]["id"],
            "list": collection["data"]["id"],
            "id": new_task["data"]["id"],
        },
        body=BODY,
    )
    after = expect(
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
    equal(after["data"], before["data"])


@obligation("merge_task.unaffected.invalid", "specs/kinto.bts:445")
@pytest.mark.parametrize(
    "change",
    [
        Drop("data", "missing"),
        Put("data.title", "a" * 100000, "much_too_long"),
        Put("data.priority", 9223372036854775808, "beyond_64_bits"),
    ],
    ids=str,
)
def test_unaffected_by_invalid(
    alice: Actor,
    bucket: Response,
    collection: Response,
    new_task: Response,
    change: Change,
) -> None:
    """The Task is as before after an invalid body."""
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
    alice.call(
        merge_task,
        {
            "bucket": bucket["data"]["id"],
            "list": collection["data"]["id"],
            "id": new_task["data"]["id"],
        },
        body=change(BODY),
    )
    after = expect(
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
    equal(after["data"], before["data"])


@obligation("merge_task.unknown.bucket", "specs/kinto.bts:453")
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


@obligation("merge_task.unknown.list", "specs/kinto.bts:453")
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


@obligation("merge_task.unknown.id", "specs/kinto.bts:453")
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


@obligation("merge_task.stale", "specs/kinto.bts:454")
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


@obligation("merge_task.deleted", "specs/kinto.bts:445")
def test_deleted(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """After the Task is gone, the call is answered 404."""
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
            merge_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=BODY,
        ),
        404,
    )


@obligation("merge_task.updates", "specs/kinto.bts:455")
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
    rest_kept(
        before["data"],
        after["data"],
        changed.sent,
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
        ["data"],
    )


@obligation("merge_task.updates.only", "specs/kinto.bts:455")
@pytest.mark.parametrize(
    "change",
    [
        Put("data", {"title": "text1"}, id="title"),
        Put("data", {"done": True}, id="done"),
        Put("data", {"done": None}, id="done.null"),
        Put("data", {"priority": 1}, id="priority"),
        Put("data", {"priority": None}, id="priority.null"),
        Put("data", {"status": "doing"}, id="status"),
        Put("data", {"status": None}, id="status.null"),
        Put("data", {"note": "text"}, id="note"),
        Put("data", {"note": None}, id="note.null"),
    ],
    ids=str,
)
def test_updates_only(
    alice: Actor,
    bucket: Response,
    collection: Response,
    new_task: Response,
    change: Change,
) -> None:
    """A change of one field leaves the rest of the Task as it was."""
    expect(
        alice.call(
            merge_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={
                "data": {
                    "priority": None,
                    "note": None,
                    "title": "text",
                    "done": True,
                    "status": "open",
                }
            },
        ),
        200,
        TaskAnswer,
    )
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
            body=change(BODY),
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
    rest_kept(
        before["data"],
        after["data"],
        changed.sent,
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
        ["data"],
    )
    as_sent(
        after["data"],
        changed.sent,
        ["title", "done", "priority", "status", "note"],
        ["data"],
    )


@obligation("merge_task.misplaced", "specs/kinto.bts:445")
def test_misplaced(
    alice: Actor, bucket: Response, new_collection: Response, new_task: Response
) -> None:
    """Under another Collection, the Task is unknown."""
    expect(
        alice.call(
            merge_task,
            {
                "bucket": bucket["data"]["id"],
                "list": new_collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=BODY,
        ),
        404,
    )


@obligation("merge_task.spares", "specs/kinto.bts:455")
def test_spares(
    alice: Actor,
    bucket: Response,
    collection: Response,
    task: Response,
    new_task: Response,
) -> None:
    """Another Task is as before."""
    before = expect(
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
                "id": task["data"]["id"],
            },
        ),
        200,
        TaskAnswer,
    )
    equal(after["data"], before["data"])
