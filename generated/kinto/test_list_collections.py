"""GET /buckets/{bucket}/collections keeps what specs/kinto.bts:247 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Raw,
    Response,
    expect,
    is_listed,
    obligation,
    once_each,
    pages_within,
    read_list,
)

from .contracts import CollectionAnswer, Error, ListCollections200
from .endpoints import create_collection, list_collections


@obligation("list_collections.conforms", "specs/kinto.bts:251")
def test_conforms(alice: Actor, bucket: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(list_collections, {"bucket": bucket["data"]["id"]}),
        200,
        ListCollections200,
    )


@obligation("list_collections.accepts", "specs/kinto.bts:251")
@pytest.mark.parametrize(
    "change", [pytest.param(Put("_limit", 0), id="query._limit.minimum")]
)
def test_accepts_params(alice: Actor, bucket: Response, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        alice.call(list_collections, change({"bucket": bucket["data"]["id"]})),
        200,
        ListCollections200,
    )


@obligation("list_collections.rejects", "specs/kinto.bts:252")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("_limit", Raw("text")), id="query._limit.wrong_type"),
        pytest.param(Put("_limit", -1), id="query._limit.below_minimum"),
    ],
)
def test_rejects_query(alice: Actor, bucket: Response, change: Change) -> None:
    """An invalid query is answered 400."""
    expect(
        alice.call(list_collections, change({"bucket": bucket["data"]["id"]})),
        400,
        Error,
    )


@obligation("list_collections.refuses.anonymous", "specs/kinto.bts:253")
def test_refuses_anonymous(anonymous: Actor, bucket: Response) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(list_collections, {"bucket": bucket["data"]["id"]}), 401, Error
    )


@obligation("list_collections.refuses.admin", "specs/kinto.bts:254")
def test_refuses_admin(root: Actor, bucket: Response) -> None:
    """Admin is refused with 403."""
    expect(root.call(list_collections, {"bucket": bucket["data"]["id"]}), 403, Error)


@obligation("list_collections.refuses.stranger", "specs/kinto.bts:248")
def test_refuses_stranger(bob: Actor, bucket: Response) -> None:
    """Stranger is refused with 403."""
    expect(bob.call(list_collections, {"bucket": bucket["data"]["id"]}), 403, Error)


@obligation("list_collections.unknown.bucket", "specs/kinto.bts:254")
def test_unknown_bucket(alice: Actor) -> None:
    """An unknown bucket is answered 403."""
    expect(alice.call(list_collections, {"bucket": "A"}), 403, Error)


@obligation("list_collections.lists", "specs/kinto.bts:255")
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


@obligation("list_collections.pages", "specs/kinto.bts:256")
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
    pages_within(listed, 2)
