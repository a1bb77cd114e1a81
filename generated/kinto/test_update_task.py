"""PATCH /buckets/{bucket}/collections/{list}/records/{id} keeps what specs/kinto.bts:429 says."""

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
from .endpoints import create_task, delete_task, get_task, replace_task, update_task

BODY = {"data": {"done": True}}


@obligation("update_task.conforms", "specs/kinto.bts:433")
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


@obligation("update_task.accepts", "specs/kinto.bts:433")
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
        Drop("data.done", "absent"),
        Put("data.done", True, "true"),
        Put("data.done", False, "false"),
        Put("data.priority", 1, "present"),
        Put("data.priority", 5, "maximum"),
        Put("data.priority", 2, "near_minimum"),
        Put("data.priority", 4, "near_maximum"),
        Put("data.status", "open", "present"),
        Put("data.status", "doing", "value_doing"),
        Put("data.status", "done", "value_done"),
        Put("data.estimate", 1, "present"),
        Put("data.estimate", 0, "minimum"),
        Put("data.estimate", 1000, "maximum"),
        Put("data.estimate", Decimal("0.01"), "near_minimum"),
        Put("data.estimate", Decimal("999.99"), "near_maximum"),
        Put("data.due", "1111-11-11", "shortest"),
        Put("data.tags", ["text"], "present"),
        Put("data.tags", [], "minimum"),
        Put("data.tags", ["text"] * 5, "maximum"),
        Put("data.tags", ["text"] * 4, "near_maximum"),
        Put("data.tags", ["a"], id="data.tags[].minimum_length"),
        Put("data.tags", ["aaaaaaaaaaaaaaaaaaaa"], id="data.tags[].maximum_length"),
        Put("data.tags", ["aa"], id="data.tags[].near_minimum_length"),
        Put("data.tags", ["aaaaaaaaaaaaaaaaaaa"], id="data.tags[].near_maximum_length"),
        Put("data.tags", ["👩\u200d👩\u200d👧 🇪🇺"], id="data.tags[].emoji"),
        Put("data.tags", ["שלום عالم"], id="data.tags[].right_to_left"),
        Put("data.tags", ["éñü"], id="data.tags[].composed"),
        Put("data.tags", ["e\u0301n\u0303u\u0308"], id="data.tags[].decomposed"),
        Put("data.note", "text", "present"),
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
        Put("data.assignee", {"name": "text"}, "present"),
        Put("data.assignee", {"name": "a"}, id="data.assignee.name.minimum_length"),
        Put(
            "data.assignee",
            {"name": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
            id="data.assignee.name.maximum_length",
        ),
        Put(
            "data.assignee", {"name": "aa"}, id="data.assignee.name.near_minimum_length"
        ),
        Put(
            "data.assignee",
            {"name": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
            id="data.assignee.name.near_maximum_length",
        ),
        Put(
            "data.assignee",
            {"name": "éééééééééééééééééééééééééééééééééééééééé"},
            id="data.assignee.name.maximum_length_not_ascii",
        ),
        Put(
            "data.assignee",
            {"name": "👩\u200d👩\u200d👧 🇪🇺"},
            id="data.assignee.name.emoji",
        ),
        Put(
            "data.assignee",
            {"name": "שלום عالم"},
            id="data.assignee.name.right_to_left",
        ),
        Put("data.assignee", {"name": "éñü"}, id="data.assignee.name.composed"),
        Put(
            "data.assignee",
            {"name": "e\u0301n\u0303u\u0308"},
            id="data.assignee.name.decomposed",
        ),
        Put(
            "data.assignee",
            {"name": "a < b & c > 'd' \"e\" \\ 100%"},
            id="data.assignee.name.punctuation",
        ),
        Put(
            "data.assignee",
            {"name": "text", "team": "text"},
            id="data.assignee.team.present",
        ),
        Put(
            "data.assignee",
            {"name": "text", "team": "👩\u200d👩\u200d👧 🇪🇺"},
            id="data.assignee.team.emoji",
        ),
        Put(
            "data.assignee",
            {"name": "text", "team": "שלום عالم"},
            id="data.assignee.team.right_to_left",
        ),
        Put(
            "data.assignee",
            {"name": "text", "team": "éñü"},
            id="data.assignee.team.composed",
        ),
        Put(
            "data.assignee",
            {"name": "text", "team": "e\u0301n\u0303u\u0308"},
            id="data.assignee.team.decomposed",
        ),
        Put(
            "data.assignee",
            {"name": "text", "team": "a < b & c > 'd' \"e\" \\ 100%"},
            id="data.assignee.team.punctuation",
        ),
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


@obligation("update_task.conforms.filled", "specs/kinto.bts:439")
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
            update_task,
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


@obligation("update_task.rejects", "specs/kinto.bts:434")
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
        Put("data.done", None, "null"),
        Put("data.done", "maybe", "wrong_type"),
        Put("data.priority", None, "null"),
        Put("data.priority", "text", "wrong_type"),
        Put("data.priority", "1", "number_as_text"),
        Put("data.priority", Decimal("1.5"), "fraction"),
        Put("data.priority", 0, "below_minimum"),
        Put("data.priority", 6, "above_maximum"),
        Put("data.priority", 9223372036854775808, "beyond_64_bits"),
        Put("data.priority", Decimal("1E+400"), "huge"),
        Put("data.status", None, "null"),
        Put("data.status", "no_such_value", "not_in_enum"),
        Put("data.status", "OPEN", "other_case"),
        Put("data.estimate", None, "null"),
        Put("data.estimate", "text", "wrong_type"),
        Put("data.estimate", "1", "number_as_text"),
        Put("data.estimate", Decimal("-0.01"), "below_minimum"),
        Put("data.estimate", Decimal("1000.01"), "above_maximum"),
        Put("data.estimate", 9223372036854775808, "beyond_64_bits"),
        Put("data.estimate", Decimal("1E+400"), "huge"),
        Put("data.due", None, "null"),
        Put("data.due", 12345, "wrong_type"),
        Put("data.due", "no match ☃!", "pattern_mismatch"),
        Put("data.due", "1111-11-1", "pattern_too_short"),
        Put("data.due", "1111-11-111", "pattern_too_long"),
        Put("data.due", "!1111-11-11", "pattern_prefix"),
        Put("data.due", "1111-11-11!", "pattern_suffix"),
        Put("data.due", "١١١١-١١-١١", "pattern_other_digits"),
        Put("data.tags", None, "null"),
        Put("data.tags", "text", "wrong_type"),
        Put("data.tags", ["text"] * 6, "too_many"),
        Put("data.tags", ["text", None], "invalid_second_item"),
        Put("data.tags", [None], id="data.tags[].null"),
        Put("data.tags", [12345], id="data.tags[].wrong_type"),
        Put("data.tags", [""], id="data.tags[].too_short"),
        Put("data.tags", ["aaaaaaaaaaaaaaaaaaaaa"], id="data.tags[].too_long"),
        Put("data.tags", ["a" * 100000], id="data.tags[].much_too_long"),
        Put("data.note", 12345, "wrong_type"),
        Put("data.note", "a" * 201, "too_long"),
        Put("data.note", "a" * 100000, "much_too_long"),
        Put("data.assignee", None, "null"),
        Put("data.assignee", "text", "wrong_type"),
        Put("data.assignee", {}, id="data.assignee.name.missing"),
        Put("data.assignee", {"name": None}, id="data.assignee.name.null"),
        Put("data.assignee", {"name": 12345}, id="data.assignee.name.wrong_type"),
        Put("data.assignee", {"name": ""}, id="data.assignee.name.too_short"),
        Put("data.assignee", {"name": "a" * 41}, id="data.assignee.name.too_long"),
        Put(
            "data.assignee",
            {"name": "a" * 100000},
            id="data.assignee.name.much_too_long",
        ),
        Put(
            "data.assignee",
            {"name": "text", "team": None},
            id="data.assignee.team.null",
        ),
        Put(
            "data.assignee",
            {"name": "text", "team": 12345},
            id="data.assignee.team.wrong_type",
        ),
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
            update_task,
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


@obligation("update_task.rejects.body.wrong_media_type", "specs/kinto.bts:434")
def test_rejects_media_type(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """A body that calls itself text/plain is rejected."""
    expect(
        alice.call(
            update_task,
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


@obligation("update_task.rejects", "specs/kinto.bts:429")
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
            update_task,
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


@obligation("update_task.survives", "specs/kinto.bts:429")
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
        Put("data.estimate", Decimal("1E-400"), "tiny"),
        Put(
            "data.estimate",
            Decimal(
                "1.0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
            ),
            "many_digits",
        ),
        Put("data.tags", ["'\"`;--%s\\"], id="data.tags[].quotes"),
        Put("data.tags", ["a\x00b"], id="data.tags[].nul"),
        Put("data.tags", ["\u202ea\u202c\ufeff"], id="data.tags[].bidi_override"),
        Put("data.tags", ["e" + "\u0301" * 60], id="data.tags[].stacked_marks"),
        Put("data.tags", ["\ud800"], id="data.tags[].lone_surrogate"),
        Put("data.tags", [" "], id="data.tags[].blank"),
        Put("data.note", "'\"`;--%s\\", "quotes"),
        Put("data.note", "a\x00b", "nul"),
        Put("data.note", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("data.note", "e" + "\u0301" * 60, "stacked_marks"),
        Put("data.note", "\ud800", "lone_surrogate"),
        Put("data.note", " ", "blank"),
        Put(
            "data.assignee", {"name": "text", "specc_unknown": "text"}, "unknown_field"
        ),
        Put("data.assignee", {"name": "'\"`;--%s\\"}, id="data.assignee.name.quotes"),
        Put("data.assignee", {"name": "a\x00b"}, id="data.assignee.name.nul"),
        Put(
            "data.assignee",
            {"name": "\u202ea\u202c\ufeff"},
            id="data.assignee.name.bidi_override",
        ),
        Put(
            "data.assignee",
            {"name": "e" + "\u0301" * 60},
            id="data.assignee.name.stacked_marks",
        ),
        Put(
            "data.assignee", {"name": "\ud800"}, id="data.assignee.name.lone_surrogate"
        ),
        Put("data.assignee", {"name": " "}, id="data.assignee.name.blank"),
        Put(
            "data.assignee",
            {"name": "text", "team": "a" * 100000},
            id="data.assignee.team.very_long",
        ),
        Put(
            "data.assignee", {"name": "text", "team": ""}, id="data.assignee.team.empty"
        ),
        Put(
            "data.assignee",
            {"name": "text", "team": "'\"`;--%s\\"},
            id="data.assignee.team.quotes",
        ),
        Put(
            "data.assignee",
            {"name": "text", "team": "a\x00b"},
            id="data.assignee.team.nul",
        ),
        Put(
            "data.assignee",
            {"name": "text", "team": "\u202ea\u202c\ufeff"},
            id="data.assignee.team.bidi_override",
        ),
        Put(
            "data.assignee",
            {"name": "text", "team": "e" + "\u0301" * 60},
            id="data.assignee.team.stacked_marks",
        ),
        Put(
            "data.assignee",
            {"name": "text", "team": "\ud800"},
            id="data.assignee.team.lone_surrogate",
        ),
        Put(
            "data.assignee",
            {"name": "text", "team": " "},
            id="data.assignee.team.blank",
        ),
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
            update_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=change(BODY),
        ),
        413,
    )


@obligation("update_task.survives", "specs/kinto.bts:429")
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
            update_task,
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


@obligation("update_task.ignores", "specs/kinto.bts:439")
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
    claimed = survived(
        alice.call(
            update_task,
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


@obligation("update_task.refuses.anonymous", "specs/kinto.bts:435")
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


@obligation("update_task.refuses.made_up_credential", "specs/kinto.bts:435")
def test_refuses_made_up_credential(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(alice).call(
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


@obligation("update_task.refuses.admin", "specs/kinto.bts:436")
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


@obligation("update_task.refuses.stranger", "specs/kinto.bts:430")
def test_refuses_stranger(
    bob: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """A stranger is refused with 403 or 404."""
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


@obligation("update_task.unaffected.anonymous", "specs/kinto.bts:435")
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
        update_task,
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


@obligation("update_task.unaffected.made_up_credential", "specs/kinto.bts:435")
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
        update_task,
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


@obligation("update_task.unaffected.admin", "specs/kinto.bts:436")
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
        update_task,
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


@obligation("update_task.unaffected.stranger", "specs/kinto.bts:430")
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
        update_task,
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


@obligation("update_task.unaffected.invalid", "specs/kinto.bts:429")
@pytest.mark.parametrize(
    "change",
    [
        Drop("data", "missing"),
        Put("data.status", "no_such_value", "not_in_enum"),
        Put("data.tags", ["text"] * 6, "too_many"),
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
        update_task,
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


@obligation("update_task.unknown.bucket", "specs/kinto.bts:437")
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


@obligation("update_task.unknown.list", "specs/kinto.bts:437")
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


@obligation("update_task.unknown.id", "specs/kinto.bts:437")
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


@obligation("update_task.deleted", "specs/kinto.bts:437")
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


@obligation("update_task.stale", "specs/kinto.bts:438")
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


@obligation("update_task.updates", "specs/kinto.bts:439")
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


@obligation("update_task.updates.only", "specs/kinto.bts:439")
@pytest.mark.parametrize(
    "change",
    [
        Put("data", {"title": "text1"}, id="title"),
        Put("data", {"done": True}, id="done"),
        Put("data", {"priority": 2}, id="priority"),
        Put("data", {"status": "doing"}, id="status"),
        Put("data", {"estimate": 1}, id="estimate"),
        Put("data", {"due": "2030-01-31"}, id="due"),
        Put("data", {"tags": ["text"]}, id="tags"),
        Put("data", {"note": "text"}, id="note"),
        Put("data", {"note": None}, id="note.null"),
        Put("data", {"assignee": {"name": "text"}}, id="assignee"),
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
            update_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body={
                "data": {
                    "done": True,
                    "title": "text",
                    "priority": 1,
                    "status": "open",
                    "estimate": 1,
                    "due": "2030-01-31",
                    "tags": ["text"],
                    "note": "text",
                    "assignee": {"name": "text", "team": "text"},
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


@obligation("update_task.misplaced", "specs/kinto.bts:429")
def test_misplaced(
    alice: Actor, bucket: Response, new_collection: Response, new_task: Response
) -> None:
    """Under another Collection, the Task is unknown."""
    expect(
        alice.call(
            update_task,
            {
                "bucket": bucket["data"]["id"],
                "list": new_collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=BODY,
        ),
        404,
    )


@obligation("update_task.spares", "specs/kinto.bts:439")
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
                "id": task["data"]["id"],
            },
        ),
        200,
        TaskAnswer,
    )
    equal(after["data"], before["data"])
