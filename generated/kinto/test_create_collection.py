"""POST /buckets/{bucket}/collections keeps what specs/kinto.bts:264 says."""

import pytest
from specc.runtime import (
    Actor,
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
)

from .contracts import CollectionAnswer, DeleteBucket200, Error
from .endpoints import (
    create_collection,
    delete_bucket,
    get_collection,
    list_collections,
)

BODY = {
    "data": {
        "schema": {
            "type": "object",
            "required": ["title"],
            "additionalProperties": False,
            "properties": {
                "title": {"type": "string", "minLength": 1, "maxLength": 80},
                "done": {"type": "boolean"},
                "priority": {"type": "integer", "minimum": 1, "maximum": 5},
                "status": {"enum": ["open", "doing", "done"]},
                "estimate": {"type": "number", "minimum": 0, "maximum": 1000},
                "due": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
                "tags": {
                    "type": "array",
                    "maxItems": 5,
                    "items": {"type": "string", "minLength": 1, "maxLength": 20},
                },
                "note": {"type": ["string", "null"], "maxLength": 200},
                "assignee": {
                    "type": "object",
                    "required": ["name"],
                    "additionalProperties": False,
                    "properties": {
                        "name": {"type": "string", "minLength": 1, "maxLength": 40},
                        "team": {"type": "string"},
                    },
                },
            },
        }
    }
}


@obligation("create_collection.conforms", "specs/kinto.bts:267")
def test_conforms(alice: Actor, bucket: Response) -> None:
    """A valid call is answered 201 as declared."""
    expect(
        alice.call(create_collection, {"bucket": bucket["data"]["id"]}, body=BODY),
        201,
        CollectionAnswer,
    )


@obligation("create_collection.accepts", "specs/kinto.bts:267")
@pytest.mark.parametrize(
    "change",
    [
        Put("data.schema", {}, "empty"),
        Put("data.schema", {"one": "text", "two words": "text"}, "two_entries"),
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
            {"record:create": ["text"]},
            id="permissions.record:create.present",
        ),
        Put(
            "permissions", {"record:create": None}, id="permissions.record:create.null"
        ),
        Put(
            "permissions", {"record:create": []}, id="permissions.record:create.minimum"
        ),
        Put(
            "permissions",
            {"record:create": ["a"]},
            id="permissions.record:create[].minimum_length",
        ),
        Put(
            "permissions",
            {"record:create": ["aa"]},
            id="permissions.record:create[].near_minimum_length",
        ),
        Put(
            "permissions",
            {"record:create": ["👩\u200d👩\u200d👧 🇪🇺"]},
            id="permissions.record:create[].emoji",
        ),
        Put(
            "permissions",
            {"record:create": ["שלום عالم"]},
            id="permissions.record:create[].right_to_left",
        ),
        Put(
            "permissions",
            {"record:create": ["éñü"]},
            id="permissions.record:create[].composed",
        ),
        Put(
            "permissions",
            {"record:create": ["e\u0301n\u0303u\u0308"]},
            id="permissions.record:create[].decomposed",
        ),
        Put(
            "permissions",
            {"record:create": ["a < b & c > 'd' \"e\" \\ 100%"]},
            id="permissions.record:create[].punctuation",
        ),
    ],
    ids=str,
)
def test_accepts(alice: Actor, bucket: Response, change: Change) -> None:
    """Values at the very edge of what is declared are accepted, and kept as they were sent."""
    made = expect(
        alice.call(
            create_collection, {"bucket": bucket["data"]["id"]}, body=change(BODY)
        ),
        201,
        CollectionAnswer,
    )
    again = expect(
        alice.call(
            get_collection, {"bucket": bucket["data"]["id"], "id": made["data"]["id"]}
        ),
        200,
        CollectionAnswer,
    )
    as_sent(again["data"], made.sent, ["schema"], ["data"])


@obligation("create_collection.rejects", "specs/kinto.bts:264")
@pytest.mark.parametrize(
    "change",
    [
        Put("data", None, "null"),
        Put("data", "text", "wrong_type"),
        Put("data.schema", None, "null"),
        Put("data.schema", "text", "wrong_type"),
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
            {"record:create": "text"},
            id="permissions.record:create.wrong_type",
        ),
        Put(
            "permissions",
            {"record:create": ["text", None]},
            id="permissions.record:create.invalid_second_item",
        ),
        Put(
            "permissions",
            {"record:create": [None]},
            id="permissions.record:create[].null",
        ),
        Put(
            "permissions",
            {"record:create": [12345]},
            id="permissions.record:create[].wrong_type",
        ),
        Put(
            "permissions",
            {"record:create": [""]},
            id="permissions.record:create[].too_short",
        ),
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
            create_collection, {"bucket": bucket["data"]["id"]}, body=change(BODY)
        ),
        "4xx",
    )


@obligation("create_collection.rejects.body.wrong_media_type", "specs/kinto.bts:264")
def test_rejects_media_type(alice: Actor, bucket: Response) -> None:
    """A body that calls itself text/plain is rejected."""
    expect(
        alice.call(
            create_collection,
            {"bucket": bucket["data"]["id"]},
            body=BODY,
            media="text/plain",
        ),
        ("4xx", 415),
    )


@obligation("create_collection.rejects", "specs/kinto.bts:271")
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
            create_collection, change({"bucket": bucket["data"]["id"]}), body=BODY
        ),
        404,
        Error,
    )


@obligation("create_collection.survives", "specs/kinto.bts:264")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Put("data.specc_unknown", "text", id="data.unknown_field"),
        Put(
            "data.schema",
            {
                "": "text",
                "__proto__": "text",
                "a.b": "text",
                "$set": "text",
                "\u202e": "text",
                "a\x00b": "text",
            },
            "odd_keys",
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
        Put(
            "permissions",
            {"record:create": ["text"] * 1000},
            id="permissions.record:create.very_many",
        ),
        Put(
            "permissions",
            {"record:create": ["a" * 100000]},
            id="permissions.record:create[].very_long",
        ),
        Put(
            "permissions",
            {"record:create": ["'\"`;--%s\\"]},
            id="permissions.record:create[].quotes",
        ),
        Put(
            "permissions",
            {"record:create": ["a\x00b"]},
            id="permissions.record:create[].nul",
        ),
        Put(
            "permissions",
            {"record:create": ["\u202ea\u202c\ufeff"]},
            id="permissions.record:create[].bidi_override",
        ),
        Put(
            "permissions",
            {"record:create": ["e" + "\u0301" * 60]},
            id="permissions.record:create[].stacked_marks",
        ),
        Put(
            "permissions",
            {"record:create": ["\ud800"]},
            id="permissions.record:create[].lone_surrogate",
        ),
        Put(
            "permissions",
            {"record:create": [" "]},
            id="permissions.record:create[].blank",
        ),
        Repeat("data", id="body.repeated_key"),
    ],
    ids=str,
)
def test_survives(alice: Actor, bucket: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(
            create_collection, {"bucket": bucket["data"]["id"]}, body=change(BODY)
        ),
        413,
    )


@obligation("create_collection.survives", "specs/kinto.bts:264")
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
            create_collection, change({"bucket": bucket["data"]["id"]}), body=BODY
        ),
        414,
        431,
    )


@obligation("create_collection.refuses.anonymous", "specs/kinto.bts:269")
def test_refuses_anonymous(anonymous: Actor, bucket: Response) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(create_collection, {"bucket": bucket["data"]["id"]}, body=BODY),
        401,
        Error,
    )


@obligation("create_collection.refuses.made_up_credential", "specs/kinto.bts:269")
def test_refuses_made_up_credential(alice: Actor, bucket: Response) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(alice).call(
            create_collection, {"bucket": bucket["data"]["id"]}, body=BODY
        ),
        401,
        Error,
    )


@obligation("create_collection.refuses.admin", "specs/kinto.bts:270")
def test_refuses_admin(root: Actor, bucket: Response) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(create_collection, {"bucket": bucket["data"]["id"]}, body=BODY),
        403,
        Error,
    )


@obligation("create_collection.refuses.stranger", "specs/kinto.bts:265")
def test_refuses_stranger(bob: Actor, bucket: Response) -> None:
    """A stranger is refused with 403."""
    expect(
        bob.call(create_collection, {"bucket": bucket["data"]["id"]}, body=BODY),
        403,
        Error,
    )


@obligation("create_collection.unaffected.invalid", "specs/kinto.bts:264")
@pytest.mark.parametrize(
    "change",
    [
        Put("data", None, "null"),
        Put(
            "permissions",
            {"read": ["text", None]},
            id="permissions.read.invalid_second_item",
        ),
        Put("permissions", {"write": [12345]}, id="permissions.write[].wrong_type"),
    ],
    ids=str,
)
def test_unaffected_by_invalid(alice: Actor, bucket: Response, change: Change) -> None:
    """No Collection is made of an invalid body."""
    for attempt in eventually(within=2, every=0.1):
        with attempt:
            listed_before = read_list(
                alice,
                list_collections,
                params={"bucket": bucket["data"]["id"]},
                items=("data",),
                source=("header", "Next-Page"),
            )
            alice.call(
                create_collection, {"bucket": bucket["data"]["id"]}, body=change(BODY)
            )
            listed = read_list(
                alice,
                list_collections,
                params={"bucket": bucket["data"]["id"]},
                items=("data",),
                source=("header", "Next-Page"),
            )
            none_new(listed, listed_before, ["id"])


@obligation("create_collection.unknown.bucket", "specs/kinto.bts:270")
def test_unknown_bucket(alice: Actor) -> None:
    """An unknown bucket is answered 403."""
    expect(alice.call(create_collection, {"bucket": "A"}, body=BODY), 403, Error)


@obligation("create_collection.deleted", "specs/kinto.bts:264")
def test_deleted(alice: Actor, new_bucket: Response) -> None:
    """After the Bucket is gone, the call is answered 403."""
    expect(
        alice.call(delete_bucket, {"id": new_bucket["data"]["id"]}),
        200,
        DeleteBucket200,
    )
    expect(
        alice.call(create_collection, {"bucket": new_bucket["data"]["id"]}, body=BODY),
        403,
    )


@obligation("create_collection.creates", "specs/kinto.bts:272")
def test_creates(alice: Actor, bucket: Response) -> None:
    """The Collection that it makes can be read, and is what was sent."""
    made = expect(
        alice.call(create_collection, {"bucket": bucket["data"]["id"]}, body=BODY),
        201,
        CollectionAnswer,
    )
    again = expect(
        alice.call(
            get_collection, {"bucket": bucket["data"]["id"], "id": made["data"]["id"]}
        ),
        200,
        CollectionAnswer,
    )
    reads_back(again["data"], made["data"], ["schema"])
    as_sent(again["data"], made.sent, ["schema"], ["data"])
