"""POST /buckets keeps what specs/kinto.bts:167 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    Repeat,
    as_sent,
    eventually,
    expect,
    forged,
    none_new,
    obligation,
    read_list,
    reads_back,
    survived,
)

from .contracts import BucketAnswer, Error
from .endpoints import create_bucket, get_bucket, list_buckets

BODY = {"data": {}}


@obligation("create_bucket.conforms", "specs/kinto.bts:170")
def test_conforms(alice: Actor) -> None:
    """A valid call is answered 201 as declared."""
    expect(alice.call(create_bucket, body=BODY), 201, BucketAnswer)


@obligation("create_bucket.allows.admin", "specs/kinto.bts:168")
def test_allows_admin(root: Actor) -> None:
    """`admin` may call it."""
    expect(root.call(create_bucket, body=BODY), 201, BucketAnswer)


@obligation("create_bucket.accepts", "specs/kinto.bts:170")
@pytest.mark.parametrize(
    "change",
    [
        Drop("data", "absent"),
        Put("data.note", "text", "present"),
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
        Put(
            "permissions",
            {"collection:create": ["text"]},
            id="permissions.collection:create.present",
        ),
        Put(
            "permissions",
            {"collection:create": None},
            id="permissions.collection:create.null",
        ),
        Put(
            "permissions",
            {"collection:create": []},
            id="permissions.collection:create.minimum",
        ),
        Put(
            "permissions",
            {"collection:create": ["a"]},
            id="permissions.collection:create[].minimum_length",
        ),
        Put(
            "permissions",
            {"collection:create": ["aa"]},
            id="permissions.collection:create[].near_minimum_length",
        ),
        Put(
            "permissions",
            {"collection:create": ["👩\u200d👩\u200d👧 🇪🇺"]},
            id="permissions.collection:create[].emoji",
        ),
        Put(
            "permissions",
            {"collection:create": ["שלום عالم"]},
            id="permissions.collection:create[].right_to_left",
        ),
        Put(
            "permissions",
            {"collection:create": ["éñü"]},
            id="permissions.collection:create[].composed",
        ),
        Put(
            "permissions",
            {"collection:create": ["e\u0301n\u0303u\u0308"]},
            id="permissions.collection:create[].decomposed",
        ),
        Put(
            "permissions",
            {"collection:create": ["a < b & c > 'd' \"e\" \\ 100%"]},
            id="permissions.collection:create[].punctuation",
        ),
        Put(
            "permissions",
            {"group:create": ["text"]},
            id="permissions.group:create.present",
        ),
        Put("permissions", {"group:create": None}, id="permissions.group:create.null"),
        Put("permissions", {"group:create": []}, id="permissions.group:create.minimum"),
        Put(
            "permissions",
            {"group:create": ["a"]},
            id="permissions.group:create[].minimum_length",
        ),
        Put(
            "permissions",
            {"group:create": ["aa"]},
            id="permissions.group:create[].near_minimum_length",
        ),
        Put(
            "permissions",
            {"group:create": ["👩\u200d👩\u200d👧 🇪🇺"]},
            id="permissions.group:create[].emoji",
        ),
        Put(
            "permissions",
            {"group:create": ["שלום عالم"]},
            id="permissions.group:create[].right_to_left",
        ),
        Put(
            "permissions",
            {"group:create": ["éñü"]},
            id="permissions.group:create[].composed",
        ),
        Put(
            "permissions",
            {"group:create": ["e\u0301n\u0303u\u0308"]},
            id="permissions.group:create[].decomposed",
        ),
        Put(
            "permissions",
            {"group:create": ["a < b & c > 'd' \"e\" \\ 100%"]},
            id="permissions.group:create[].punctuation",
        ),
    ],
    ids=str,
)
def test_accepts(alice: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted, and kept as they were sent."""
    made = expect(alice.call(create_bucket, body=change(BODY)), 201, BucketAnswer)
    again = expect(
        alice.call(get_bucket, {"id": made["data"]["id"]}), 200, BucketAnswer
    )
    as_sent(again["data"], made.sent, ["note"], ["data"])


@obligation("create_bucket.rejects", "specs/kinto.bts:171")
@pytest.mark.parametrize(
    "change",
    [
        Put("data", None, "null"),
        Put("data", "text", "wrong_type"),
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
        Put(
            "permissions",
            {"collection:create": "text"},
            id="permissions.collection:create.wrong_type",
        ),
        Put(
            "permissions",
            {"collection:create": ["text", None]},
            id="permissions.collection:create.invalid_second_item",
        ),
        Put(
            "permissions",
            {"collection:create": [None]},
            id="permissions.collection:create[].null",
        ),
        Put(
            "permissions",
            {"collection:create": [12345]},
            id="permissions.collection:create[].wrong_type",
        ),
        Put(
            "permissions",
            {"collection:create": [""]},
            id="permissions.collection:create[].too_short",
        ),
        Put(
            "permissions",
            {"group:create": "text"},
            id="permissions.group:create.wrong_type",
        ),
        Put(
            "permissions",
            {"group:create": ["text", None]},
            id="permissions.group:create.invalid_second_item",
        ),
        Put(
            "permissions",
            {"group:create": [None]},
            id="permissions.group:create[].null",
        ),
        Put(
            "permissions",
            {"group:create": [12345]},
            id="permissions.group:create[].wrong_type",
        ),
        Put(
            "permissions",
            {"group:create": [""]},
            id="permissions.group:create[].too_short",
        ),
        Put("", b'{"', id="body.malformed"),
        Put("", b'{"text": "\xff"}', id="body.not_utf8"),
        Put("", "text", id="body.wrong_type"),
        Put("", None, id="body.null"),
        Put("", [], id="body.list"),
    ],
    ids=str,
)
def test_rejects(alice: Actor, change: Change) -> None:
    """An invalid body is answered 400."""
    expect(alice.call(create_bucket, body=change(BODY)), 400, Error)


@obligation("create_bucket.rejects.body.wrong_media_type", "specs/kinto.bts:171")
def test_rejects_media_type(alice: Actor) -> None:
    """A body that calls itself text/plain is rejected."""
    expect(alice.call(create_bucket, body=BODY, media="text/plain"), (400, 415))


@obligation("create_bucket.survives", "specs/kinto.bts:167")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Put("data.specc_unknown", "text", id="data.unknown_field"),
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
        Put(
            "permissions",
            {"collection:create": ["text"] * 1000},
            id="permissions.collection:create.very_many",
        ),
        Put(
            "permissions",
            {"collection:create": ["a" * 100000]},
            id="permissions.collection:create[].very_long",
        ),
        Put(
            "permissions",
            {"collection:create": ["'\"`;--%s\\"]},
            id="permissions.collection:create[].quotes",
        ),
        Put(
            "permissions",
            {"collection:create": ["a\x00b"]},
            id="permissions.collection:create[].nul",
        ),
        Put(
            "permissions",
            {"collection:create": ["\u202ea\u202c\ufeff"]},
            id="permissions.collection:create[].bidi_override",
        ),
        Put(
            "permissions",
            {"collection:create": ["e" + "\u0301" * 60]},
            id="permissions.collection:create[].stacked_marks",
        ),
        Put(
            "permissions",
            {"collection:create": ["\ud800"]},
            id="permissions.collection:create[].lone_surrogate",
        ),
        Put(
            "permissions",
            {"collection:create": [" "]},
            id="permissions.collection:create[].blank",
        ),
        Put(
            "permissions",
            {"group:create": ["text"] * 1000},
            id="permissions.group:create.very_many",
        ),
        Put(
            "permissions",
            {"group:create": ["a" * 100000]},
            id="permissions.group:create[].very_long",
        ),
        Put(
            "permissions",
            {"group:create": ["'\"`;--%s\\"]},
            id="permissions.group:create[].quotes",
        ),
        Put(
            "permissions",
            {"group:create": ["a\x00b"]},
            id="permissions.group:create[].nul",
        ),
        Put(
            "permissions",
            {"group:create": ["\u202ea\u202c\ufeff"]},
            id="permissions.group:create[].bidi_override",
        ),
        Put(
            "permissions",
            {"group:create": ["e" + "\u0301" * 60]},
            id="permissions.group:create[].stacked_marks",
        ),
        Put(
            "permissions",
            {"group:create": ["\ud800"]},
            id="permissions.group:create[].lone_surrogate",
        ),
        Put(
            "permissions",
            {"group:create": [" "]},
            id="permissions.group:create[].blank",
        ),
        Repeat("data", id="body.repeated_key"),
        Put("", b"", id="body.empty"),
    ],
    ids=str,
)
def test_survives(alice: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(alice.call(create_bucket, body=change(BODY)), 413)


@obligation("create_bucket.refuses.anonymous", "specs/kinto.bts:172")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(create_bucket, body=BODY), 401, Error)


@obligation("create_bucket.refuses.made_up_credential", "specs/kinto.bts:172")
def test_refuses_made_up_credential(alice: Actor) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(alice).call(create_bucket, body=BODY), 401, Error)


@obligation("create_bucket.unaffected.invalid", "specs/kinto.bts:167")
@pytest.mark.parametrize(
    "change",
    [
        Put("data", None, "null"),
        Put("permissions", {"read": [""]}, id="permissions.read[].too_short"),
        Put(
            "permissions",
            {"collection:create": [None]},
            id="permissions.collection:create[].null",
        ),
    ],
    ids=str,
)
def test_unaffected_by_invalid(alice: Actor, change: Change) -> None:
    """No Bucket is made of an invalid body."""
    for attempt in eventually(within=2, every=0.1):
        with attempt:
            listed_before = read_list(
                alice, list_buckets, items=("data",), source=("header", "Next-Page")
            )
            alice.call(create_bucket, body=change(BODY))
            listed = read_list(
                alice, list_buckets, items=("data",), source=("header", "Next-Page")
            )
            none_new(listed, listed_before, ["id"])


@obligation("create_bucket.creates", "specs/kinto.bts:173")
def test_creates(alice: Actor) -> None:
    """The Bucket that it makes can be read, and is what was sent."""
    made = expect(alice.call(create_bucket, body=BODY), 201, BucketAnswer)
    again = expect(
        alice.call(get_bucket, {"id": made["data"]["id"]}), 200, BucketAnswer
    )
    reads_back(again["data"], made["data"], ["note"])
    as_sent(again["data"], made.sent, ["note"], ["data"])
