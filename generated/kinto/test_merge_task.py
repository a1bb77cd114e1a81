"""PATCH /buckets/{bucket}/collections/{list}/records/{id} keeps what specs/kinto.bts:446 says."""

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


@obligation("merge_task.conforms", "specs/kinto.bts:450")
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


@obligation("merge_task.accepts", "specs/kinto.bts:450")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("data.title", "text"), id="data.title.present"),
        pytest.param(Put("data.title", "a"), id="data.title.minimum_length"),
        pytest.param(Put("data.title", "a" * 80), id="data.title.maximum_length"),
        pytest.param(Put("data.title", "aa"), id="data.title.near_minimum_length"),
        pytest.param(Put("data.title", "a" * 79), id="data.title.near_maximum_length"),
        pytest.param(
            Put("data.title", "é" * 80), id="data.title.maximum_length_not_ascii"
        ),
        pytest.param(Put("data.title", "👩\u200d👩\u200d👧 🇪🇺"), id="data.title.emoji"),
        pytest.param(Put("data.title", "שלום عالم"), id="data.title.right_to_left"),
        pytest.param(Put("data.title", "éñü"), id="data.title.composed"),
        pytest.param(
            Put("data.title", "e\u0301n\u0303u\u0308"), id="data.title.decomposed"
        ),
        pytest.param(Put("data.done", True), id="data.done.present"),
        pytest.param(Put("data.done", None), id="data.done.null"),
        pytest.param(Put("data.done", False), id="data.done.false"),
        pytest.param(Drop("data.priority"), id="data.priority.absent"),
        pytest.param(Put("data.priority", None), id="data.priority.null"),
        pytest.param(Put("data.priority", 1), id="data.priority.minimum"),
        pytest.param(Put("data.priority", 5), id="data.priority.maximum"),
        pytest.param(Put("data.priority", 2), id="data.priority.near_minimum"),
        pytest.param(Put("data.priority", 4), id="data.priority.near_maximum"),
        pytest.param(Put("data.status", "open"), id="data.status.present"),
        pytest.param(Put("data.status", None), id="data.status.null"),
        pytest.param(Put("data.status", "doing"), id="data.status.value_doing"),
        pytest.param(Put("data.status", "done"), id="data.status.value_done"),
        pytest.param(Drop("data.note"), id="data.note.absent"),
        pytest.param(Put("data.note", None), id="data.note.null"),
        pytest.param(Put("data.note", ""), id="data.note.empty"),
        pytest.param(Put("data.note", "a" * 200), id="data.note.maximum_length"),
        pytest.param(Put("data.note", "a" * 199), id="data.note.near_maximum_length"),
        pytest.param(
            Put("data.note", "é" * 200), id="data.note.maximum_length_not_ascii"
        ),
        pytest.param(Put("data.note", "👩\u200d👩\u200d👧 🇪🇺"), id="data.note.emoji"),
        pytest.param(Put("data.note", "שלום عالم"), id="data.note.right_to_left"),
        pytest.param(Put("data.note", "éñü"), id="data.note.composed"),
        pytest.param(
            Put("data.note", "e\u0301n\u0303u\u0308"), id="data.note.decomposed"
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
    as_sent(again["data"], made.sent, ["title", "note"], ["data"])


@obligation("merge_task.conforms.filled", "specs/kinto.bts:456")
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


@obligation("merge_task.rejects", "specs/kinto.bts:451")
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
        pytest.param(Put("data.title", "a" * 100000), id="data.title.much_too_long"),
        pytest.param(Put("data.done", "maybe"), id="data.done.wrong_type"),
        pytest.param(Put("data.priority", "text"), id="data.priority.wrong_type"),
        pytest.param(Put("data.priority", "1"), id="data.priority.number_as_text"),
        pytest.param(Put("data.priority", Decimal("1.5")), id="data.priority.fraction"),
        pytest.param(Put("data.priority", 0), id="data.priority.below_minimum"),
        pytest.param(Put("data.priority", 6), id="data.priority.above_maximum"),
        pytest.param(
            Put("data.priority", 9223372036854775808), id="data.priority.beyond_64_bits"
        ),
        pytest.param(Put("data.priority", Decimal("1E+400")), id="data.priority.huge"),
        pytest.param(Put("data.status", "no_such_value"), id="data.status.not_in_enum"),
        pytest.param(Put("data.status", "OPEN"), id="data.status.other_case"),
        pytest.param(Put("data.note", 12345), id="data.note.wrong_type"),
        pytest.param(Put("data.note", "a" * 201), id="data.note.too_long"),
        pytest.param(Put("data.note", "a" * 100000), id="data.note.much_too_long"),
        pytest.param(Put("", b'{"'), id="body.malformed"),
        pytest.param(Put("", b'{"text": "\xff"}'), id="body.not_utf8"),
        pytest.param(Put("", "text"), id="body.wrong_type"),
        pytest.param(Put("", None), id="body.null"),
        pytest.param(Put("", []), id="body.list"),
        pytest.param(Put("", {}), id="body.object"),
        pytest.param(Put("", b""), id="body.empty"),
    ],
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


@obligation("merge_task.rejects.body.wrong_media_type", "specs/kinto.bts:451")
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


@obligation("merge_task.rejects", "specs/kinto.bts:446")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("bucket", "no match ☃!"), id="path.bucket.pattern_mismatch"),
        pytest.param(Put("bucket", "!A"), id="path.bucket.pattern_prefix"),
        pytest.param(Put("bucket", "A!"), id="path.bucket.pattern_suffix"),
        pytest.param(Put("bucket", "A\n"), id="path.bucket.pattern_newline"),
        pytest.param(Put("list", "no match ☃!"), id="path.list.pattern_mismatch"),
        pytest.param(Put("list", "!A"), id="path.list.pattern_prefix"),
        pytest.param(Put("list", "A!"), id="path.list.pattern_suffix"),
        pytest.param(Put("list", "A\n"), id="path.list.pattern_newline"),
        pytest.param(Put("id", "no match ☃!"), id="path.id.pattern_mismatch"),
        pytest.param(Put("id", "!A"), id="path.id.pattern_prefix"),
        pytest.param(Put("id", "A!"), id="path.id.pattern_suffix"),
        pytest.param(Put("id", "A\n"), id="path.id.pattern_newline"),
    ],
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


@obligation("merge_task.survives", "specs/kinto.bts:446")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("specc_unknown", "text"), id="unknown_field"),
        pytest.param(Put("data.specc_unknown", "text"), id="data.unknown_field"),
        pytest.param(Put("data.title", "'\"`;--%s\\"), id="data.title.quotes"),
        pytest.param(Put("data.title", "a\x00b"), id="data.title.nul"),
        pytest.param(
            Put("data.title", "\u202ea\u202c\ufeff"), id="data.title.bidi_override"
        ),
        pytest.param(
            Put("data.title", "e" + "\u0301" * 60), id="data.title.stacked_marks"
        ),
        pytest.param(Put("data.title", "\ud800"), id="data.title.lone_surrogate"),
        pytest.param(Put("data.title", " "), id="data.title.blank"),
        pytest.param(Put("data.note", "'\"`;--%s\\"), id="data.note.quotes"),
        pytest.param(Put("data.note", "a\x00b"), id="data.note.nul"),
        pytest.param(
            Put("data.note", "\u202ea\u202c\ufeff"), id="data.note.bidi_override"
        ),
        pytest.param(
            Put("data.note", "e" + "\u0301" * 60), id="data.note.stacked_marks"
        ),
        pytest.param(Put("data.note", "\ud800"), id="data.note.lone_surrogate"),
        pytest.param(Put("data.note", " "), id="data.note.blank"),
        pytest.param(Repeat("data"), id="body.repeated_key"),
    ],
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


@obligation("merge_task.survives", "specs/kinto.bts:446")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("bucket", "a" * 4000), id="path.bucket.very_long"),
        pytest.param(Put("bucket", "'\"`;--%s\\"), id="path.bucket.quotes"),
        pytest.param(Put("bucket", "a\x00b"), id="path.bucket.nul"),
        pytest.param(
            Put("bucket", "\u202ea\u202c\ufeff"), id="path.bucket.bidi_override"
        ),
        pytest.param(
            Put("bucket", "e" + "\u0301" * 60), id="path.bucket.stacked_marks"
        ),
        pytest.param(Put("bucket", "\ud800"), id="path.bucket.not_utf8"),
        pytest.param(Put("list", "a" * 4000), id="path.list.very_long"),
        pytest.param(Put("list", "'\"`;--%s\\"), id="path.list.quotes"),
        pytest.param(Put("list", "a\x00b"), id="path.list.nul"),
        pytest.param(Put("list", "\u202ea\u202c\ufeff"), id="path.list.bidi_override"),
        pytest.param(Put("list", "e" + "\u0301" * 60), id="path.list.stacked_marks"),
        pytest.param(Put("list", "\ud800"), id="path.list.not_utf8"),
        pytest.param(Put("id", "a" * 4000), id="path.id.very_long"),
        pytest.param(Put("id", "'\"`;--%s\\"), id="path.id.quotes"),
        pytest.param(Put("id", "a\x00b"), id="path.id.nul"),
        pytest.param(Put("id", "\u202ea\u202c\ufeff"), id="path.id.bidi_override"),
        pytest.param(Put("id", "e" + "\u0301" * 60), id="path.id.stacked_marks"),
        pytest.param(Put("id", "\ud800"), id="path.id.not_utf8"),
        pytest.param(Put('["If-Match"]', '"1'), id="header.If-Match.pattern_too_short"),
        pytest.param(Put('["If-Match"]', '!"1"'), id="header.If-Match.pattern_prefix"),
        pytest.param(Put('["If-Match"]', '"1"!'), id="header.If-Match.pattern_suffix"),
        pytest.param(Put('["If-Match"]', '"1"'), id="header.If-Match.shortest"),
    ],
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


@obligation("merge_task.ignores", "specs/kinto.bts:456")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("data.last_modified", 987654), id="last_modified"),
        pytest.param(Put("data.schema", 987654), id="schema"),
        pytest.param(Put("data.specc_unknown", "text"), id="unknown_field"),
    ],
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


@obligation("merge_task.refuses.anonymous", "specs/kinto.bts:452")
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


@obligation("merge_task.refuses.made_up_credential", "specs/kinto.bts:452")
def test_refuses_made_up_credential(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """Made_up_credential is refused with 401."""
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


@obligation("merge_task.refuses.admin", "specs/kinto.bts:453")
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


@obligation("merge_task.refuses.stranger", "specs/kinto.bts:447")
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


@obligation("merge_task.unaffected.anonymous", "specs/kinto.bts:452")
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


@obligation("merge_task.unaffected.made_up_credential", "specs/kinto.bts:452")
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


@obligation("merge_task.unaffected.admin", "specs/kinto.bts:453")
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


@obligation("merge_task.unaffected.stranger", "specs/kinto.bts:447")
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


@obligation("merge_task.unaffected.invalid", "specs/kinto.bts:446")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Drop("data"), id="data.missing"),
        pytest.param(Put("data.title", "a" * 100000), id="data.title.much_too_long"),
        pytest.param(
            Put("data.priority", 9223372036854775808), id="data.priority.beyond_64_bits"
        ),
    ],
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


@obligation("merge_task.unknown.bucket", "specs/kinto.bts:454")
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


@obligation("merge_task.unknown.list", "specs/kinto.bts:454")
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


@obligation("merge_task.unknown.id", "specs/kinto.bts:454")
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


@obligation("merge_task.stale", "specs/kinto.bts:455")
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


@obligation("merge_task.deleted", "specs/kinto.bts:446")
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


@obligation("merge_task.updates", "specs/kinto.bts:456")
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


@obligation("merge_task.updates.only", "specs/kinto.bts:456")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("data", {"title": "text"}), id="title"),
        pytest.param(Put("data", {"note": "text"}), id="note"),
    ],
)
def test_updates_only(
    alice: Actor,
    bucket: Response,
    collection: Response,
    new_task: Response,
    change: Change,
) -> None:
    """A change of one field leaves the rest of the Task as it was."""
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


@obligation("merge_task.misplaced", "specs/kinto.bts:446")
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


@obligation("merge_task.spares", "specs/kinto.bts:456")
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
