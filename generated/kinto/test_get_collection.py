"""GET /buckets/{bucket}/collections/{id} keeps what specs/kinto.bts:284 says."""

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
)

from .contracts import CollectionAnswer, DeleteBucket200, DeleteCollection200, Error
from .endpoints import (
    create_collection,
    delete_bucket,
    delete_collection,
    get_collection,
)


@obligation("get_collection.conforms", "specs/kinto.bts:287")
def test_conforms(alice: Actor, bucket: Response, collection: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": collection["data"]["id"]},
        ),
        200,
        CollectionAnswer,
    )


@obligation("get_collection.rejects", "specs/kinto.bts:284")
@pytest.mark.parametrize(
    "change",
    [
        Put("bucket", "no match ☃!", id="path.bucket.pattern_mismatch"),
        Put("bucket", "!A", id="path.bucket.pattern_prefix"),
        Put("bucket", "A!", id="path.bucket.pattern_suffix"),
        Put("bucket", "A\n", id="path.bucket.pattern_newline"),
        Put("id", "no match ☃!", id="path.id.pattern_mismatch"),
        Put("id", "!A", id="path.id.pattern_prefix"),
        Put("id", "A!", id="path.id.pattern_suffix"),
        Put("id", "A\n", id="path.id.pattern_newline"),
    ],
    ids=str,
)
def test_rejects_params(
    alice: Actor, bucket: Response, collection: Response, change: Change
) -> None:
    """An invalid parameter is answered 4xx."""
    expect(
        alice.call(
            get_collection,
            change({"bucket": bucket["data"]["id"], "id": collection["data"]["id"]}),
        ),
        "4xx",
    )


@obligation("get_collection.survives", "specs/kinto.bts:284")
@pytest.mark.parametrize(
    "change",
    [
        Put("bucket", "a" * 4000, id="path.bucket.very_long"),
        Put("bucket", "'\"`;--%s\\", id="path.bucket.quotes"),
        Put("bucket", "a\x00b", id="path.bucket.nul"),
        Put("bucket", "\u202ea\u202c\ufeff", id="path.bucket.bidi_override"),
        Put("bucket", "e" + "\u0301" * 60, id="path.bucket.stacked_marks"),
        Put("bucket", "\ud800", id="path.bucket.not_utf8"),
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
    ],
    ids=str,
)
def test_survives_params(
    alice: Actor, bucket: Response, collection: Response, change: Change
) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(
            get_collection,
            change({"bucket": bucket["data"]["id"], "id": collection["data"]["id"]}),
        ),
        414,
        431,
    )


@obligation("get_collection.refuses.anonymous", "specs/kinto.bts:290")
def test_refuses_anonymous(
    anonymous: Actor, bucket: Response, collection: Response
) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": collection["data"]["id"]},
        ),
        401,
        Error,
    )


@obligation("get_collection.refuses.made_up_credential", "specs/kinto.bts:290")
def test_refuses_made_up_credential(
    alice: Actor, bucket: Response, collection: Response
) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(alice).call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": collection["data"]["id"]},
        ),
        401,
        Error,
    )


@obligation("get_collection.refuses.admin", "specs/kinto.bts:291")
def test_refuses_admin(root: Actor, bucket: Response, collection: Response) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": collection["data"]["id"]},
        ),
        403,
        Error,
    )


@obligation("get_collection.refuses.stranger", "specs/kinto.bts:285")
def test_refuses_stranger(bob: Actor, bucket: Response, collection: Response) -> None:
    """A stranger is refused with 403 or 404."""
    expect(
        bob.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": collection["data"]["id"]},
        ),
        (403, 404),
    )


@obligation("get_collection.unchanged", "specs/kinto.bts:288")
def test_unchanged(alice: Actor, bucket: Response, collection: Response) -> None:
    """What the caller has already, as If-None-Match says, is answered 304."""
    seen = expect(
        alice.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": collection["data"]["id"]},
        ),
        200,
        CollectionAnswer,
    )
    expect(
        alice.call(
            get_collection,
            {
                "bucket": bucket["data"]["id"],
                "id": collection["data"]["id"],
                "If-None-Match": seen.header("ETag"),
            },
        ),
        304,
    )


@obligation("get_collection.unknown.bucket", "specs/kinto.bts:291")
def test_unknown_bucket(alice: Actor, collection: Response) -> None:
    """An unknown bucket is answered 403."""
    expect(
        alice.call(get_collection, {"bucket": "A", "id": collection["data"]["id"]}),
        403,
        Error,
    )


@obligation("get_collection.unknown.id", "specs/kinto.bts:292")
def test_unknown_id(alice: Actor, bucket: Response) -> None:
    """An unknown id is answered 404."""
    expect(
        alice.call(get_collection, {"bucket": bucket["data"]["id"], "id": "A"}),
        404,
        Error,
    )


@obligation("get_collection.deleted", "specs/kinto.bts:292")
def test_deleted(alice: Actor, bucket: Response, new_collection: Response) -> None:
    """After the thing is gone, the call is answered 404."""
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
            get_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        404,
        Error,
    )


@obligation("get_collection.deleted.bucket", "specs/kinto.bts:284")
def test_deleted_with_its_bucket(alice: Actor, new_bucket: Response) -> None:
    """What was made in a Bucket is gone with it."""
    made = expect(
        alice.call(
            create_collection,
            {"bucket": new_bucket["data"]["id"]},
            body={
                "data": {
                    "schema": {
                        "type": "object",
                        "required": ["title"],
                        "additionalProperties": False,
                        "properties": {
                            "title": {
                                "type": "string",
                                "minLength": 1,
                                "maxLength": 80,
                            },
                            "done": {"type": "boolean"},
                            "priority": {"type": "integer", "minimum": 1, "maximum": 5},
                            "status": {"enum": ["open", "doing", "done"]},
                            "estimate": {
                                "type": "number",
                                "minimum": 0,
                                "maximum": 1000,
                            },
                            "due": {
                                "type": "string",
                                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                            },
                            "tags": {
                                "type": "array",
                                "maxItems": 5,
                                "items": {
                                    "type": "string",
                                    "minLength": 1,
                                    "maxLength": 20,
                                },
                            },
                            "note": {"type": ["string", "null"], "maxLength": 200},
                            "assignee": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {
                                        "type": "string",
                                        "minLength": 1,
                                        "maxLength": 40,
                                    },
                                    "team": {"type": "string"},
                                },
                            },
                        },
                    }
                }
            },
        ),
        201,
        CollectionAnswer,
    )
    expect(
        alice.call(delete_bucket, {"id": new_bucket["data"]["id"]}),
        200,
        DeleteBucket200,
    )
    expect(
        alice.call(
            get_collection,
            {"bucket": new_bucket["data"]["id"], "id": made["data"]["id"]},
        ),
        (403, 404),
    )


@obligation("get_collection.reads", "specs/kinto.bts:293")
def test_reads(alice: Actor, bucket: Response, collection: Response) -> None:
    """Of several Collections, the one that was asked for is shown."""
    expect(
        alice.call(
            create_collection,
            {"bucket": bucket["data"]["id"]},
            body={
                "data": {
                    "schema": {
                        "type": "object",
                        "required": ["title"],
                        "additionalProperties": False,
                        "properties": {
                            "title": {
                                "type": "string",
                                "minLength": 1,
                                "maxLength": 80,
                            },
                            "done": {"type": "boolean"},
                            "priority": {"type": "integer", "minimum": 1, "maximum": 5},
                            "status": {"enum": ["open", "doing", "done"]},
                            "estimate": {
                                "type": "number",
                                "minimum": 0,
                                "maximum": 1000,
                            },
                            "due": {
                                "type": "string",
                                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                            },
                            "tags": {
                                "type": "array",
                                "maxItems": 5,
                                "items": {
                                    "type": "string",
                                    "minLength": 1,
                                    "maxLength": 20,
                                },
                            },
                            "note": {"type": ["string", "null"], "maxLength": 200},
                            "assignee": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {
                                        "type": "string",
                                        "minLength": 1,
                                        "maxLength": 40,
                                    },
                                    "team": {"type": "string"},
                                },
                            },
                        },
                    }
                }
            },
        ),
        201,
        CollectionAnswer,
    )
    seen = expect(
        alice.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": collection["data"]["id"]},
        ),
        200,
        CollectionAnswer,
    )
    equal(seen["data"]["id"], collection["data"]["id"])


@obligation("get_collection.misplaced", "specs/kinto.bts:284")
def test_misplaced(alice: Actor, new_bucket: Response, collection: Response) -> None:
    """Under another Bucket, the Collection is unknown."""
    expect(
        alice.call(
            get_collection,
            {"bucket": new_bucket["data"]["id"], "id": collection["data"]["id"]},
        ),
        (403, 404),
    )


@obligation("get_collection.safe", "specs/kinto.bts:293")
def test_safe(alice: Actor, bucket: Response, collection: Response) -> None:
    """Reading changes nothing."""
    seen = expect(
        alice.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": collection["data"]["id"]},
        ),
        200,
        CollectionAnswer,
    )
    again = expect(
        alice.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": collection["data"]["id"]},
        ),
        200,
        CollectionAnswer,
    )
    equal(again["data"], seen["data"])
