"""GET /buckets/{bucket}/collections keeps what specs/kinto.bts:296 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Raw,
    Response,
    eventually,
    expect,
    forged,
    is_listed,
    none_new,
    not_listed,
    obligation,
    once_each,
    pages_within,
    read_list,
    survived,
)

from .contracts import CollectionAnswer, DeleteBucket200, Error, ListCollections200
from .endpoints import create_collection, delete_bucket, list_collections


@obligation("list_collections.conforms", "specs/kinto.bts:300")
def test_conforms(alice: Actor, bucket: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(list_collections, {"bucket": bucket["data"]["id"]}),
        200,
        ListCollections200,
    )


@obligation("list_collections.accepts", "specs/kinto.bts:300")
@pytest.mark.parametrize(
    "change",
    [
        Put("_limit", 0, id="query._limit.minimum"),
        Put("_limit", 1, id="query._limit.near_minimum"),
    ],
    ids=str,
)
def test_accepts_params(alice: Actor, bucket: Response, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        alice.call(list_collections, change({"bucket": bucket["data"]["id"]})),
        200,
        ListCollections200,
    )


@obligation("list_collections.rejects", "specs/kinto.bts:301")
@pytest.mark.parametrize(
    "change",
    [
        Put("_limit", Raw("text"), id="query._limit.wrong_type"),
        Put("_limit", Raw("NaN"), id="query._limit.not_a_number"),
        Put("_limit", Raw("Infinity"), id="query._limit.infinite"),
        Put("_limit", -1, id="query._limit.below_minimum"),
    ],
    ids=str,
)
def test_rejects_query(alice: Actor, bucket: Response, change: Change) -> None:
    """An invalid query is answered 400."""
    expect(
        alice.call(list_collections, change({"bucket": bucket["data"]["id"]})),
        400,
        Error,
    )


@obligation("list_collections.rejects", "specs/kinto.bts:296")
@pytest.mark.parametrize(
    "change",
    [
        Put("bucket", "no match ☃!", id="path.bucket.pattern_mismatch"),
        Put("bucket", "!A", id="path.bucket.pattern_prefix"),
        Put("bucket", "A!", id="path.bucket.pattern_suffix"),
        Put("bucket", "A\n", id="path.bucket.pattern_newline"),
    ],
    ids=str,
)
def test_rejects_params(alice: Actor, bucket: Response, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(
        alice.call(list_collections, change({"bucket": bucket["data"]["id"]})), "4xx"
    )


@obligation("list_collections.survives", "specs/kinto.bts:296")
@pytest.mark.parametrize(
    "change",
    [
        Put("bucket", "a" * 4000, id="path.bucket.very_long"),
        Put("bucket", "'\"`;--%s\\", id="path.bucket.quotes"),
        Put("bucket", "a\x00b", id="path.bucket.nul"),
        Put("bucket", "\u202ea\u202c\ufeff", id="path.bucket.bidi_override"),
        Put("bucket", "e" + "\u0301" * 60, id="path.bucket.stacked_marks"),
        Put("bucket", "\ud800", id="path.bucket.not_utf8"),
        Put("_limit", 9007199254740993, id="query._limit.beyond_doubles"),
        Put("_limit", 9223372036854775808, id="query._limit.beyond_64_bits"),
        Put("_token", "a" * 4000, id="query._token.very_long"),
        Put("_token", "", id="query._token.empty"),
        Put("_token", "'\"`;--%s\\", id="query._token.quotes"),
        Put("_token", "a\x00b", id="query._token.nul"),
        Put("_token", "\u202ea\u202c\ufeff", id="query._token.bidi_override"),
        Put("_token", "e" + "\u0301" * 60, id="query._token.stacked_marks"),
        Put("_token", "\ud800", id="query._token.not_utf8"),
    ],
    ids=str,
)
def test_survives_params(alice: Actor, bucket: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(list_collections, change({"bucket": bucket["data"]["id"]})),
        414,
        431,
        404,
    )


@obligation("list_collections.refuses.anonymous", "specs/kinto.bts:302")
def test_refuses_anonymous(anonymous: Actor, bucket: Response) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(list_collections, {"bucket": bucket["data"]["id"]}), 401, Error
    )


@obligation("list_collections.refuses.made_up_credential", "specs/kinto.bts:302")
def test_refuses_made_up_credential(alice: Actor, bucket: Response) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(alice).call(list_collections, {"bucket": bucket["data"]["id"]}),
        401,
        Error,
    )


@obligation("list_collections.refuses.admin", "specs/kinto.bts:303")
def test_refuses_admin(root: Actor, bucket: Response) -> None:
    """Admin is refused with 403."""
    expect(root.call(list_collections, {"bucket": bucket["data"]["id"]}), 403, Error)


@obligation("list_collections.refuses.stranger", "specs/kinto.bts:297")
def test_refuses_stranger(bob: Actor, bucket: Response) -> None:
    """A stranger is refused with 403."""
    expect(bob.call(list_collections, {"bucket": bucket["data"]["id"]}), 403, Error)


@obligation("list_collections.unknown.bucket", "specs/kinto.bts:303")
def test_unknown_bucket(alice: Actor) -> None:
    """An unknown bucket is answered 403."""
    expect(alice.call(list_collections, {"bucket": "A"}), 403, Error)


@obligation("list_collections.deleted", "specs/kinto.bts:296")
def test_deleted(alice: Actor, new_bucket: Response) -> None:
    """After the Bucket is gone, the call is answered 403."""
    expect(
        alice.call(delete_bucket, {"id": new_bucket["data"]["id"]}),
        200,
        DeleteBucket200,
    )
    expect(alice.call(list_collections, {"bucket": new_bucket["data"]["id"]}), 403)


@obligation("list_collections.lists", "specs/kinto.bts:304")
def test_lists(alice: Actor, bucket: Response, new_collection: Response) -> None:
    """A new Collection is in the list."""
    listed = read_list(
        alice,
        list_collections,
        params={"bucket": bucket["data"]["id"]},
        items=("data",),
        source=("header", "Next-Page"),
    )
    is_listed(listed, ["id"], new_collection["data"]["id"])


@obligation("list_collections.pages", "specs/kinto.bts:305")
def test_pages(alice: Actor, bucket: Response) -> None:
    """Page by page, each thing comes once, and no page is larger than asked for."""
    made_1 = expect(
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
    made_2 = expect(
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
    made_3 = expect(
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
    made_4 = expect(
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
    made_5 = expect(
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
    listed = read_list(
        alice,
        list_collections,
        params={"bucket": bucket["data"]["id"], "_limit": 2},
        items=("data",),
        source=("header", "Next-Page"),
    )
    once_each(listed, ["id"])
    is_listed(listed, ["id"], made_1["data"]["id"])
    is_listed(listed, ["id"], made_2["data"]["id"])
    is_listed(listed, ["id"], made_3["data"]["id"])
    is_listed(listed, ["id"], made_4["data"]["id"])
    is_listed(listed, ["id"], made_5["data"]["id"])
    pages_within(listed, 2)
    made_6 = expect(
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
    listed = read_list(
        alice,
        list_collections,
        params={"bucket": bucket["data"]["id"], "_limit": 2},
        items=("data",),
        source=("header", "Next-Page"),
    )
    is_listed(listed, ["id"], made_6["data"]["id"])
    once_each(listed, ["id"])
    is_listed(listed, ["id"], made_1["data"]["id"])
    is_listed(listed, ["id"], made_2["data"]["id"])
    is_listed(listed, ["id"], made_3["data"]["id"])
    is_listed(listed, ["id"], made_4["data"]["id"])
    is_listed(listed, ["id"], made_5["data"]["id"])


@obligation("list_collections.misplaced", "specs/kinto.bts:304")
def test_misplaced(alice: Actor, new_bucket: Response, collection: Response) -> None:
    """The list under another Bucket does not show the Collection."""
    listed = read_list(
        alice,
        list_collections,
        params={"bucket": new_bucket["data"]["id"]},
        items=("data",),
        source=("header", "Next-Page"),
    )
    not_listed(listed, ["id"], collection["data"]["id"])


@obligation("list_collections.safe", "specs/kinto.bts:304")
def test_safe(alice: Actor, bucket: Response) -> None:
    """Reading changes nothing."""
    for attempt in eventually(within=2, every=0.1):
        with attempt:
            listed_before = read_list(
                alice,
                list_collections,
                params={"bucket": bucket["data"]["id"]},
                items=("data",),
                source=("header", "Next-Page"),
            )
            listed = read_list(
                alice,
                list_collections,
                params={"bucket": bucket["data"]["id"]},
                items=("data",),
                source=("header", "Next-Page"),
            )
            none_new(listed, listed_before, ["id"])
