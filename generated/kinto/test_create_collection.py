"""POST /buckets/{bucket}/collections keeps what specs/kinto.bts:225 says."""

import pytest
from specc.runtime import Actor, Change, Put, Response, expect, obligation, reads_back

from .contracts import CollectionAnswer, Error
from .endpoints import create_collection, get_collection

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


@obligation("create_collection.conforms", "specs/kinto.bts:228")
def test_conforms(alice: Actor, bucket: Response) -> None:
    """A valid call is answered 201 as declared."""
    expect(
        alice.call(create_collection, {"bucket": bucket["data"]["id"]}, body=BODY),
        201,
        CollectionAnswer,
    )


@obligation("create_collection.accepts", "specs/kinto.bts:228")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("permissions", {"read": None}), id="permissions.read.null"),
        pytest.param(Put("permissions", {"write": None}), id="permissions.write.null"),
        pytest.param(
            Put("permissions", {"record:create": None}),
            id="permissions.record:create.null",
        ),
    ],
)
def test_accepts(alice: Actor, bucket: Response, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        alice.call(
            create_collection, {"bucket": bucket["data"]["id"]}, body=change(BODY)
        ),
        201,
        CollectionAnswer,
    )


@obligation("create_collection.refuses.anonymous", "specs/kinto.bts:230")
def test_refuses_anonymous(anonymous: Actor, bucket: Response) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(create_collection, {"bucket": bucket["data"]["id"]}, body=BODY),
        401,
        Error,
    )


@obligation("create_collection.refuses.admin", "specs/kinto.bts:231")
def test_refuses_admin(root: Actor, bucket: Response) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(create_collection, {"bucket": bucket["data"]["id"]}, body=BODY),
        403,
        Error,
    )


@obligation("create_collection.refuses.stranger", "specs/kinto.bts:226")
def test_refuses_stranger(bob: Actor, bucket: Response) -> None:
    """Stranger is refused with 403."""
    expect(
        bob.call(create_collection, {"bucket": bucket["data"]["id"]}, body=BODY),
        403,
        Error,
    )


@obligation("create_collection.unknown.bucket", "specs/kinto.bts:231")
def test_unknown_bucket(alice: Actor) -> None:
    """An unknown bucket is answered 403."""
    expect(alice.call(create_collection, {"bucket": "A"}, body=BODY), 403, Error)


@obligation("create_collection.creates", "specs/kinto.bts:232")
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
