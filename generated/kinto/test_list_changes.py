"""GET /buckets/{bucket}/collections/{list}/records keeps what specs/kinto.bts:397 says.

What has changed since a version, deletions included.
"""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Raw,
    Response,
    expect,
    forged,
    obligation,
    survived,
)

from .contracts import (
    CollectionAnswer,
    DeleteBucket200,
    DeleteCollection200,
    Error,
    ListChanges200,
)
from .endpoints import create_collection, delete_bucket, delete_collection, list_changes


@obligation("list_changes.conforms", "specs/kinto.bts:400")
def test_conforms(alice: Actor, bucket: Response, collection: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(
            list_changes,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "_since": 0,
            },
        ),
        200,
        ListChanges200,
    )


@obligation("list_changes.accepts", "specs/kinto.bts:400")
@pytest.mark.parametrize(
    "change",
    [
        Put("_since", 0, id="query._since.minimum"),
        Put("_since", 1, id="query._since.near_minimum"),
    ],
    ids=str,
)
def test_accepts_params(
    alice: Actor, bucket: Response, collection: Response, change: Change
) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        alice.call(
            list_changes,
            change(
                {
                    "bucket": bucket["data"]["id"],
                    "list": collection["data"]["id"],
                    "_since": 0,
                }
            ),
        ),
        200,
        ListChanges200,
    )


@obligation("list_changes.rejects", "specs/kinto.bts:397")
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
        Put("_since", Raw("text"), id="query._since.wrong_type"),
        Put("_since", Raw("NaN"), id="query._since.not_a_number"),
        Put("_since", Raw("Infinity"), id="query._since.infinite"),
        Put("_since", -1, id="query._since.below_minimum"),
    ],
    ids=str,
)
def test_rejects_params(
    alice: Actor, bucket: Response, collection: Response, change: Change
) -> None:
    """An invalid parameter is answered 4xx."""
    expect(
        alice.call(
            list_changes,
            change(
                {
                    "bucket": bucket["data"]["id"],
                    "list": collection["data"]["id"],
                    "_since": 0,
                }
            ),
        ),
        "4xx",
    )


@obligation("list_changes.survives", "specs/kinto.bts:397")
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
        Put("_since", 9007199254740993, id="query._since.beyond_doubles"),
        Put("_since", 9223372036854775808, id="query._since.beyond_64_bits"),
    ],
    ids=str,
)
def test_survives_params(
    alice: Actor, bucket: Response, collection: Response, change: Change
) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(
            list_changes,
            change(
                {
                    "bucket": bucket["data"]["id"],
                    "list": collection["data"]["id"],
                    "_since": 0,
                }
            ),
        ),
        414,
        431,
    )


@obligation("list_changes.refuses.anonymous", "specs/kinto.bts:402")
def test_refuses_anonymous(
    anonymous: Actor, bucket: Response, collection: Response
) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            list_changes,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "_since": 0,
            },
        ),
        401,
        Error,
    )


@obligation("list_changes.refuses.made_up_credential", "specs/kinto.bts:402")
def test_refuses_made_up_credential(
    alice: Actor, bucket: Response, collection: Response
) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(alice).call(
            list_changes,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "_since": 0,
            },
        ),
        401,
        Error,
    )


@obligation("list_changes.refuses.admin", "specs/kinto.bts:403")
def test_refuses_admin(root: Actor, bucket: Response, collection: Response) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(
            list_changes,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "_since": 0,
            },
        ),
        403,
        Error,
    )


@obligation("list_changes.refuses.stranger", "specs/kinto.bts:398")
def test_refuses_stranger(bob: Actor, bucket: Response, collection: Response) -> None:
    """A stranger is refused with 403 or 404."""
    expect(
        bob.call(
            list_changes,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "_since": 0,
            },
        ),
        (403, 404),
    )


@obligation("list_changes.unknown.bucket", "specs/kinto.bts:403")
def test_unknown_bucket(alice: Actor, collection: Response) -> None:
    """An unknown bucket is answered 403."""
    expect(
        alice.call(
            list_changes, {"bucket": "A", "list": collection["data"]["id"], "_since": 0}
        ),
        403,
        Error,
    )


@obligation("list_changes.unknown.list", "specs/kinto.bts:404")
def test_unknown_list(alice: Actor, bucket: Response) -> None:
    """An unknown list is answered 404."""
    expect(
        alice.call(
            list_changes, {"bucket": bucket["data"]["id"], "list": "A", "_since": 0}
        ),
        404,
        Error,
    )


@obligation("list_changes.deleted", "specs/kinto.bts:397")
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
            list_changes,
            {
                "bucket": bucket["data"]["id"],
                "list": new_collection["data"]["id"],
                "_since": 0,
            },
        ),
        404,
    )


@obligation("list_changes.deleted.bucket", "specs/kinto.bts:397")
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
            list_changes,
            {
                "bucket": new_bucket["data"]["id"],
                "list": made["data"]["id"],
                "_since": 0,
            },
        ),
        (403, 404),
    )


@obligation("list_changes.misplaced", "specs/kinto.bts:397")
def test_misplaced(alice: Actor, new_bucket: Response, collection: Response) -> None:
    """Under another Bucket, the Collection is unknown."""
    expect(
        alice.call(
            list_changes,
            {
                "bucket": new_bucket["data"]["id"],
                "list": collection["data"]["id"],
                "_since": 0,
            },
        ),
        (403, 404),
    )


@obligation("list_changes.again", "specs/kinto.bts:400")
def test_again(alice: Actor, bucket: Response, collection: Response) -> None:
    """The same call a second time succeeds as well."""
    expect(
        alice.call(
            list_changes,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "_since": 0,
            },
        ),
        200,
        ListChanges200,
    )
    expect(
        alice.call(
            list_changes,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "_since": 0,
            },
        ),
        200,
        ListChanges200,
    )
