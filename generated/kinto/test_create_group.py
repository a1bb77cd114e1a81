"""POST /buckets/{bucket}/groups keeps what specs/kinto.bts:495 says."""

import pytest
from specc.runtime import (
    Actor,
    Append,
    Change,
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
    survived,
    unique,
)

from .contracts import DeleteBucket200, Error, GroupAnswer
from .endpoints import create_group, delete_bucket, get_group, list_groups


@obligation("create_group.conforms", "specs/kinto.bts:498")
def test_conforms(alice: Actor, bucket: Response) -> None:
    """A valid call is answered 201 as declared."""
    expect(
        alice.call(
            create_group,
            {"bucket": bucket["data"]["id"]},
            body={"data": {"members": [unique("text")]}},
        ),
        201,
        GroupAnswer,
    )


@obligation("create_group.accepts", "specs/kinto.bts:498")
@pytest.mark.parametrize(
    "change",
    [
        Put("data.members[0]", "a", "minimum_length"),
        Put("data.members[0]", "aa", "near_minimum_length"),
        Append("data.members[0]", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Append("data.members[0]", "שלום عالم", "right_to_left"),
        Append("data.members[0]", "éñü", "composed"),
        Append("data.members[0]", "e\u0301n\u0303u\u0308", "decomposed"),
        Append("data.members[0]", "a < b & c > 'd' \"e\" \\ 100%", "punctuation"),
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
def test_accepts(alice: Actor, bucket: Response, change: Change) -> None:
    """Values at the very edge of what is declared are accepted, and kept as they were sent."""
    made = expect(
        alice.call(
            create_group,
            {"bucket": bucket["data"]["id"]},
            body=change({"data": {"members": [unique("text")]}}),
        ),
        201,
        GroupAnswer,
    )
    again = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": made["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    as_sent(again["data"], made.sent, ["members"], ["data"])


@obligation("create_group.rejects", "specs/kinto.bts:495")
@pytest.mark.parametrize(
    "change",
    [
        Put("data", None, "null"),
        Put("data", "text", "wrong_type"),
        Put("data.members", None, "null"),
        Put("data.members", "text", "wrong_type"),
        Put("data.members[0]", None, "null"),
        Put("data.members[0]", 12345, "wrong_type"),
        Put("data.members[0]", "", "too_short"),
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
    ],
    ids=str,
)
def test_rejects(alice: Actor, bucket: Response, change: Change) -> None:
    """An invalid body is answered 4xx."""
    expect(
        alice.call(
            create_group,
            {"bucket": bucket["data"]["id"]},
            body=change({"data": {"members": [unique("text")]}}),
        ),
        "4xx",
    )


@obligation("create_group.rejects.body.wrong_media_type", "specs/kinto.bts:495")
def test_rejects_media_type(alice: Actor, bucket: Response) -> None:
    """A body that calls itself text/plain is rejected."""
    expect(
        alice.call(
            create_group,
            {"bucket": bucket["data"]["id"]},
            body={"data": {"members": [unique("text")]}},
            media="text/plain",
        ),
        ("4xx", 415),
    )


@obligation("create_group.rejects", "specs/kinto.bts:502")
@pytest.mark.parametrize(
    "change",
    [
        Put("bucket", "no match ☃!", id="path.bucket.pattern_mismatch"),
        Put("bucket", "!A", id="path.bucket.pattern_prefix"),
        Put("bucket", "A!", id="path.bucket.pattern_suffix"),
    ],
    ids=str,
)
def test_rejects_bucket(alice: Actor, bucket: Response, change: Change) -> None:
    """An invalid bucket is answered 404."""
    expect(
        alice.call(
            create_group,
            change({"bucket": bucket["data"]["id"]}),
            body={"data": {"members": [unique("text")]}},
        ),
        404,
        Error,
    )


@obligation("create_group.survives", "specs/kinto.bts:495")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Put("data.specc_unknown", "text", id="data.unknown_field"),
        Put("data.members[0]", "a" * 100000, "very_long"),
        Put("data.members[0]", "'\"`;--%s\\", "quotes"),
        Put("data.members[0]", "a\x00b", "nul"),
        Put("data.members[0]", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("data.members[0]", "e" + "\u0301" * 60, "stacked_marks"),
        Put("data.members[0]", "\ud800", "lone_surrogate"),
        Put("data.members[0]", " ", "blank"),
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
def test_survives(alice: Actor, bucket: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(
            create_group,
            {"bucket": bucket["data"]["id"]},
            body=change({"data": {"members": [unique("text")]}}),
        ),
        413,
    )


@obligation("create_group.survives", "specs/kinto.bts:495")
@pytest.mark.parametrize(
    "change",
    [
        Put("bucket", "a" * 4000, id="path.bucket.very_long"),
        Put("bucket", "'\"`;--%s\\", id="path.bucket.quotes"),
        Put("bucket", "a\x00b", id="path.bucket.nul"),
        Put("bucket", "\u202ea\u202c\ufeff", id="path.bucket.bidi_override"),
        Put("bucket", "e" + "\u0301" * 60, id="path.bucket.stacked_marks"),
        Put("bucket", "\ud800", id="path.bucket.not_utf8"),
    ],
    ids=str,
)
def test_survives_params(alice: Actor, bucket: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(
            create_group,
            change({"bucket": bucket["data"]["id"]}),
            body={"data": {"members": [unique("text")]}},
        ),
        414,
        431,
    )


@obligation("create_group.refuses.anonymous", "specs/kinto.bts:500")
def test_refuses_anonymous(anonymous: Actor, bucket: Response) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            create_group,
            {"bucket": bucket["data"]["id"]},
            body={"data": {"members": [unique("text")]}},
        ),
        401,
        Error,
    )


@obligation("create_group.refuses.made_up_credential", "specs/kinto.bts:500")
def test_refuses_made_up_credential(alice: Actor, bucket: Response) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(alice).call(
            create_group,
            {"bucket": bucket["data"]["id"]},
            body={"data": {"members": [unique("text")]}},
        ),
        401,
        Error,
    )


@obligation("create_group.refuses.admin", "specs/kinto.bts:501")
def test_refuses_admin(root: Actor, bucket: Response) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(
            create_group,
            {"bucket": bucket["data"]["id"]},
            body={"data": {"members": [unique("text")]}},
        ),
        403,
        Error,
    )


@obligation("create_group.refuses.stranger", "specs/kinto.bts:496")
def test_refuses_stranger(bob: Actor, bucket: Response) -> None:
    """A stranger is refused with 403."""
    expect(
        bob.call(
            create_group,
            {"bucket": bucket["data"]["id"]},
            body={"data": {"members": [unique("text")]}},
        ),
        403,
        Error,
    )


@obligation("create_group.unaffected.invalid", "specs/kinto.bts:495")
@pytest.mark.parametrize(
    "change",
    [
        Put("data", None, "null"),
        Put("data.members[0]", "", "too_short"),
        Put("permissions", {"read": [12345]}, id="permissions.read[].wrong_type"),
    ],
    ids=str,
)
def test_unaffected_by_invalid(alice: Actor, bucket: Response, change: Change) -> None:
    """No Group is made of an invalid body."""
    for attempt in eventually(within=2, every=0.1):
        with attempt:
            listed_before = read_list(
                alice,
                list_groups,
                params={"bucket": bucket["data"]["id"]},
                items=("data",),
            )
            alice.call(
                create_group,
                {"bucket": bucket["data"]["id"]},
                body=change({"data": {"members": [unique("text")]}}),
            )
            listed = read_list(
                alice,
                list_groups,
                params={"bucket": bucket["data"]["id"]},
                items=("data",),
            )
            none_new(listed, listed_before, ["id"])


@obligation("create_group.unknown.bucket", "specs/kinto.bts:501")
def test_unknown_bucket(alice: Actor) -> None:
    """An unknown bucket is answered 403."""
    expect(
        alice.call(
            create_group, {"bucket": "A"}, body={"data": {"members": [unique("text")]}}
        ),
        403,
        Error,
    )


@obligation("create_group.deleted", "specs/kinto.bts:495")
def test_deleted(alice: Actor, new_bucket: Response) -> None:
    """After the Bucket is gone, the call is answered 403."""
    expect(
        alice.call(delete_bucket, {"id": new_bucket["data"]["id"]}),
        200,
        DeleteBucket200,
    )
    expect(
        alice.call(
            create_group,
            {"bucket": new_bucket["data"]["id"]},
            body={"data": {"members": [unique("text")]}},
        ),
        403,
    )


@obligation("create_group.creates", "specs/kinto.bts:503")
def test_creates(alice: Actor, bucket: Response) -> None:
    """The Group that it makes can be read, and is what was sent."""
    made = expect(
        alice.call(
            create_group,
            {"bucket": bucket["data"]["id"]},
            body={"data": {"members": [unique("text")]}},
        ),
        201,
        GroupAnswer,
    )
    again = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": made["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    reads_back(again["data"], made["data"], ["members"])
    as_sent(again["data"], made.sent, ["members"], ["data"])
