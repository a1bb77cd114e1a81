"""POST /buckets/{bucket}/collections/{list}/records keeps what specs/kinto.bts:339 says."""

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
    eventually,
    expect,
    forged,
    none_new,
    obligation,
    read_list,
    reads_back,
    server_decides,
    survived,
)

from .contracts import DeleteCollection200, Error, TaskAnswer
from .endpoints import create_task, delete_collection, get_task, list_tasks

BODY = {"data": {"title": "water the plants", "priority": 2, "tags": ["home"]}}


@obligation("create_task.conforms", "specs/kinto.bts:342")
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


@obligation("create_task.accepts", "specs/kinto.bts:342")
@pytest.mark.parametrize(
    "change",
    [
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
        Put("data.done", False, "false"),
        Drop("data.priority", "absent"),
        Put("data.priority", 1, "minimum"),
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
        Drop("data.tags", "absent"),
        Put("data.tags", [], "minimum"),
        Put("data.tags", ["home"] * 5, "maximum"),
        Put("data.tags", ["home"] * 4, "near_maximum"),
        Put("data.tags[0]", "a", "minimum_length"),
        Put("data.tags[0]", "aaaaaaaaaaaaaaaaaaaa", "maximum_length"),
        Put("data.tags[0]", "aa", "near_minimum_length"),
        Put("data.tags[0]", "aaaaaaaaaaaaaaaaaaa", "near_maximum_length"),
        Put("data.tags[0]", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Put("data.tags[0]", "שלום عالم", "right_to_left"),
        Put("data.tags[0]", "éñü", "composed"),
        Put("data.tags[0]", "e\u0301n\u0303u\u0308", "decomposed"),
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
        Put("permissions", {}, "present"),
        Put("permissions", {"read": ["text"]}, id="permissions.read.present"),
        Put("permissions", {"read": None}, id="permissions.read.null"),
        Put("permissions", {"read": []}, id="permissions.read.minimum"),
        Put("permissions", {"read": ["a"]}, id="permissions.read[].minimum_length"),
        Put(
            "permissions", {"read": ["aa"]}, id="permissions.read[].near_minimum_length"
        ),
        Put(
            "permissions",
            {"read": ["👩\u200d👩\u200d👧 🇪🇺"]},
            id="permissions.read[].emoji",
        ),
        Put(
            "permissions",
            {"read": ["שלום عالم"]},
            id="permissions.read[].right_to_left",
        ),
        Put("permissions", {"read": ["éñü"]}, id="permissions.read[].composed"),
        Put(
            "permissions",
            {"read": ["e\u0301n\u0303u\u0308"]},
            id="permissions.read[].decomposed",
        ),
        Put(
            "permissions",
            {"read": ["a < b & c > 'd' \"e\" \\ 100%"]},
            id="permissions.read[].punctuation",
        ),
        Put("permissions", {"write": ["text"]}, id="permissions.write.present"),
        Put("permissions", {"write": None}, id="permissions.write.null"),
        Put("permissions", {"write": []}, id="permissions.write.minimum"),
        Put("permissions", {"write": ["a"]}, id="permissions.write[].minimum_length"),
        Put(
            "permissions",
            {"write": ["aa"]},
            id="permissions.write[].near_minimum_length",
        ),
        Put(
            "permissions",
            {"write": ["👩\u200d👩\u200d👧 🇪🇺"]},
            id="permissions.write[].emoji",
        ),
        Put(
            "permissions",
            {"write": ["שלום عالم"]},
            id="permissions.write[].right_to_left",
        ),
        Put("permissions", {"write": ["éñü"]}, id="permissions.write[].composed"),
        Put(
            "permissions",
            {"write": ["e\u0301n\u0303u\u0308"]},
            id="permissions.write[].decomposed",
        ),
        Put(
            "permissions",
            {"write": ["a < b & c > 'd' \"e\" \\ 100%"]},
            id="permissions.write[].punctuation",
        ),
    ],
    ids=str,
)
def test_accepts(
    alice: Actor, bucket: Response, collection: Response, change: Change
) -> None:
    """Values at the very edge of what is declared are accepted, and kept as they were sent."""
    made = expect(
        alice.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body=change(BODY),
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


@obligation("create_task.rejects", "specs/kinto.bts:343")
@pytest.mark.parametrize(
    "change",
    [
        Drop("data", "missing"),
        Put("data", None, "null"),
        Put("data", "text", "wrong_type"),
        Drop("data.title", "missing"),
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
        Put("data.tags", ["home"] * 6, "too_many"),
        Put("data.tags", ["home", None], "invalid_second_item"),
        Put("data.tags[0]", None, "null"),
        Put("data.tags[0]", 12345, "wrong_type"),
        Put("data.tags[0]", "", "too_short"),
        Put("data.tags[0]", "aaaaaaaaaaaaaaaaaaaaa", "too_long"),
        Put("data.tags[0]", "a" * 100000, "much_too_long"),
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
        Put("permissions", None, "null"),
        Put("permissions", "text", "wrong_type"),
        Put("permissions", {"read": "text"}, id="permissions.read.wrong_type"),
        Put(
            "permissions",
            {"read": ["text", None]},
            id="permissions.read.invalid_second_item",
        ),
        Put("permissions", {"read": [None]}, id="permissions.read[].null"),
        Put("permissions", {"read": [12345]}, id="permissions.read[].wrong_type"),
        Put("permissions", {"read": [""]}, id="permissions.read[].too_short"),
        Put("permissions", {"write": "text"}, id="permissions.write.wrong_type"),
        Put(
            "permissions",
            {"write": ["text", None]},
            id="permissions.write.invalid_second_item",
        ),
        Put("permissions", {"write": [None]}, id="permissions.write[].null"),
        Put("permissions", {"write": [12345]}, id="permissions.write[].wrong_type"),
        Put("permissions", {"write": [""]}, id="permissions.write[].too_short"),
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


@obligation("create_task.rejects.body.wrong_media_type", "specs/kinto.bts:343")
def test_rejects_media_type(
    alice: Actor, bucket: Response, collection: Response
) -> None:
    """A body that calls itself text/plain is rejected."""
    expect(
        alice.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body=BODY,
            media="text/plain",
        ),
        (400, 415),
    )


@obligation("create_task.rejects", "specs/kinto.bts:339")
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
    ],
    ids=str,
)
def test_rejects_params(
    alice: Actor, bucket: Response, collection: Response, change: Change
) -> None:
    """An invalid parameter is answered 4xx."""
    expect(
        alice.call(
            create_task,
            change({"bucket": bucket["data"]["id"], "list": collection["data"]["id"]}),
            body=BODY,
        ),
        "4xx",
    )


@obligation("create_task.survives", "specs/kinto.bts:339")
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
        Put("data.tags[0]", "'\"`;--%s\\", "quotes"),
        Put("data.tags[0]", "a\x00b", "nul"),
        Put("data.tags[0]", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("data.tags[0]", "e" + "\u0301" * 60, "stacked_marks"),
        Put("data.tags[0]", "\ud800", "lone_surrogate"),
        Put("data.tags[0]", " ", "blank"),
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
        Put("permissions", {"specc_unknown": "text"}, "unknown_field"),
        Put("permissions", {"read": ["text"] * 1000}, id="permissions.read.very_many"),
        Put("permissions", {"read": ["a" * 100000]}, id="permissions.read[].very_long"),
        Put("permissions", {"read": ["'\"`;--%s\\"]}, id="permissions.read[].quotes"),
        Put("permissions", {"read": ["a\x00b"]}, id="permissions.read[].nul"),
        Put(
            "permissions",
            {"read": ["\u202ea\u202c\ufeff"]},
            id="permissions.read[].bidi_override",
        ),
        Put(
            "permissions",
            {"read": ["e" + "\u0301" * 60]},
            id="permissions.read[].stacked_marks",
        ),
        Put(
            "permissions", {"read": ["\ud800"]}, id="permissions.read[].lone_surrogate"
        ),
        Put("permissions", {"read": [" "]}, id="permissions.read[].blank"),
        Put(
            "permissions", {"write": ["text"] * 1000}, id="permissions.write.very_many"
        ),
        Put(
            "permissions", {"write": ["a" * 100000]}, id="permissions.write[].very_long"
        ),
        Put("permissions", {"write": ["'\"`;--%s\\"]}, id="permissions.write[].quotes"),
        Put("permissions", {"write": ["a\x00b"]}, id="permissions.write[].nul"),
        Put(
            "permissions",
            {"write": ["\u202ea\u202c\ufeff"]},
            id="permissions.write[].bidi_override",
        ),
        Put(
            "permissions",
            {"write": ["e" + "\u0301" * 60]},
            id="permissions.write[].stacked_marks",
        ),
        Put(
            "permissions",
            {"write": ["\ud800"]},
            id="permissions.write[].lone_surrogate",
        ),
        Put("permissions", {"write": [" "]}, id="permissions.write[].blank"),
        Repeat("data", id="body.repeated_key"),
    ],
    ids=str,
)
def test_survives(
    alice: Actor, bucket: Response, collection: Response, change: Change
) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body=change(BODY),
        ),
        413,
    )


@obligation("create_task.survives", "specs/kinto.bts:339")
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
    ],
    ids=str,
)
def test_survives_params(
    alice: Actor, bucket: Response, collection: Response, change: Change
) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(
            create_task,
            change({"bucket": bucket["data"]["id"], "list": collection["data"]["id"]}),
            body=BODY,
        ),
        414,
        431,
    )


@obligation("create_task.ignores", "specs/kinto.bts:347")
@pytest.mark.parametrize(
    "change",
    [
        Put("data.schema", 987654, id="schema"),
        Put("data.specc_unknown", "text", id="unknown_field"),
    ],
    ids=str,
)
def test_ignores(
    alice: Actor, bucket: Response, collection: Response, change: Change
) -> None:
    """What is readonly or unknown is not taken from the client."""
    usual = expect(
        alice.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body=BODY,
        ),
        201,
        TaskAnswer,
    )
    claimed = survived(
        alice.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body=change(BODY),
        )
    )
    server_decides(
        usual, claimed, ["last_modified", "schema", "specc_unknown"], ["data"]
    )


@obligation("create_task.refuses.anonymous", "specs/kinto.bts:344")
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


@obligation("create_task.refuses.made_up_credential", "specs/kinto.bts:344")
def test_refuses_made_up_credential(
    alice: Actor, bucket: Response, collection: Response
) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(alice).call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body=BODY,
        ),
        401,
        Error,
    )


@obligation("create_task.refuses.admin", "specs/kinto.bts:345")
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


@obligation("create_task.refuses.stranger", "specs/kinto.bts:340")
def test_refuses_stranger(bob: Actor, bucket: Response, collection: Response) -> None:
    """A stranger is refused with 403 or 404."""
    expect(
        bob.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body=BODY,
        ),
        (403, 404),
    )


@obligation("create_task.unaffected.invalid", "specs/kinto.bts:339")
@pytest.mark.parametrize(
    "change",
    [
        Drop("data", "missing"),
        Put("data.estimate", "text", "wrong_type"),
        Put("data.note", 12345, "wrong_type"),
    ],
    ids=str,
)
def test_unaffected_by_invalid(
    alice: Actor, bucket: Response, collection: Response, change: Change
) -> None:
    """No Task is made of an invalid body."""
    for attempt in eventually(within=2, every=0.1):
        with attempt:
            listed_before = read_list(
                alice,
                list_tasks,
                params={
                    "bucket": bucket["data"]["id"],
                    "list": collection["data"]["id"],
                },
                items=("data",),
                source=("header", "Next-Page"),
            )
            alice.call(
                create_task,
                {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
                body=change(BODY),
            )
            listed = read_list(
                alice,
                list_tasks,
                params={
                    "bucket": bucket["data"]["id"],
                    "list": collection["data"]["id"],
                },
                items=("data",),
                source=("header", "Next-Page"),
            )
            none_new(listed, listed_before, ["id"])


@obligation("create_task.unknown.bucket", "specs/kinto.bts:346")
def test_unknown_bucket(alice: Actor, collection: Response) -> None:
    """An unknown bucket is answered 404."""
    expect(
        alice.call(
            create_task, {"bucket": "A", "list": collection["data"]["id"]}, body=BODY
        ),
        404,
        Error,
    )


@obligation("create_task.unknown.list", "specs/kinto.bts:346")
def test_unknown_list(alice: Actor, bucket: Response) -> None:
    """An unknown list is answered 404."""
    expect(
        alice.call(
            create_task, {"bucket": bucket["data"]["id"], "list": "A"}, body=BODY
        ),
        404,
        Error,
    )


@obligation("create_task.deleted", "specs/kinto.bts:339")
def test_deleted(alice: Actor, bucket: Response, new_collection: Response) -> None:
    """After the Collection is gone, the call is answered 404."""
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
            create_task,
            {"bucket": bucket["data"]["id"], "list": new_collection["data"]["id"]},
            body=BODY,
        ),
        404,
    )


@obligation("create_task.creates", "specs/kinto.bts:347")
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


@obligation("create_task.misplaced", "specs/kinto.bts:339")
def test_misplaced(alice: Actor, new_bucket: Response, collection: Response) -> None:
    """Under another Bucket, the Collection is unknown."""
    expect(
        alice.call(
            create_task,
            {"bucket": new_bucket["data"]["id"], "list": collection["data"]["id"]},
            body=BODY,
        ),
        404,
    )
