"""DELETE /buckets/{bucket}/collections/{id} keeps what specs/kinto.bts:325 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Response,
    equal,
    expect,
    forged,
    not_listed,
    obligation,
    read_list,
    survived,
)

from .contracts import CollectionAnswer, DeleteCollection200, Error
from .endpoints import (
    delete_collection,
    get_collection,
    list_collections,
    update_collection,
)


@obligation("delete_collection.conforms", "specs/kinto.bts:328")
def test_conforms(alice: Actor, bucket: Response, new_collection: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(
            delete_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        200,
        DeleteCollection200,
    )


@obligation("delete_collection.rejects", "specs/kinto.bts:325")
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
    alice: Actor, bucket: Response, new_collection: Response, change: Change
) -> None:
    """An invalid parameter is answered 4xx."""
    expect(
        alice.call(
            delete_collection,
            change(
                {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]}
            ),
        ),
        "4xx",
    )


@obligation("delete_collection.survives", "specs/kinto.bts:325")
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
        Put('["If-Match"]', '"1', id="header.If-Match.pattern_too_short"),
        Put('["If-Match"]', '!"1"', id="header.If-Match.pattern_prefix"),
        Put('["If-Match"]', '"1"!', id="header.If-Match.pattern_suffix"),
        Put('["If-Match"]', '"1"', id="header.If-Match.shortest"),
    ],
    ids=str,
)
def test_survives_params(
    alice: Actor, bucket: Response, new_collection: Response, change: Change
) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(
            delete_collection,
            change(
                {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]}
            ),
        ),
        414,
        431,
    )


@obligation("delete_collection.refuses.anonymous", "specs/kinto.bts:330")
def test_refuses_anonymous(
    anonymous: Actor, bucket: Response, new_collection: Response
) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            delete_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        401,
        Error,
    )


@obligation("delete_collection.refuses.made_up_credential", "specs/kinto.bts:330")
def test_refuses_made_up_credential(
    alice: Actor, bucket: Response, new_collection: Response
) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(alice).call(
            delete_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        401,
        Error,
    )


@obligation("delete_collection.refuses.admin", "specs/kinto.bts:331")
def test_refuses_admin(root: Actor, bucket: Response, new_collection: Response) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(
            delete_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        403,
        Error,
    )


@obligation("delete_collection.refuses.stranger", "specs/kinto.bts:326")
def test_refuses_stranger(
    bob: Actor, bucket: Response, new_collection: Response
) -> None:
    """A stranger is refused with 403 or 404."""
    expect(
        bob.call(
            delete_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        (403, 404),
    )


@obligation("delete_collection.unaffected.anonymous", "specs/kinto.bts:330")
def test_unaffected_by_anonymous(
    alice: Actor, anonymous: Actor, bucket: Response, new_collection: Response
) -> None:
    """The Collection is as before after a refusal of anonymous."""
    before = expect(
        alice.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        200,
        CollectionAnswer,
    )
    anonymous.call(
        delete_collection,
        {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
    )
    after = expect(
        alice.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        200,
        CollectionAnswer,
    )
    equal(after["data"], before["data"])


@obligation("delete_collection.unaffected.made_up_credential", "specs/kinto.bts:330")
def test_unaffected_by_made_up_credential(
    alice: Actor, bucket: Response, new_collection: Response
) -> None:
    """The Collection is as before after a refusal of made_up_credential."""
    before = expect(
        alice.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        200,
        CollectionAnswer,
    )
    forged(alice).call(
        delete_collection,
        {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
    )
    after = expect(
        alice.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        200,
        CollectionAnswer,
    )
    equal(after["data"], before["data"])


@obligation("delete_collection.unaffected.admin", "specs/kinto.bts:331")
def test_unaffected_by_admin(
    alice: Actor, root: Actor, bucket: Response, new_collection: Response
) -> None:
    """The Collection is as before after a refusal of admin."""
    before = expect(
        alice.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        200,
        CollectionAnswer,
    )
    root.call(
        delete_collection,
        {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
    )
    after = expect(
        alice.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        200,
        CollectionAnswer,
    )
    equal(after["data"], before["data"])


@obligation("delete_collection.unaffected.stranger", "specs/kinto.bts:326")
def test_unaffected_by_stranger(
    alice: Actor, bob: Actor, bucket: Response, new_collection: Response
) -> None:
    """The Collection is as before after a refusal of stranger."""
    before = expect(
        alice.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        200,
        CollectionAnswer,
    )
    bob.call(
        delete_collection,
        {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
    )
    after = expect(
        alice.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        200,
        CollectionAnswer,
    )
    equal(after["data"], before["data"])


@obligation("delete_collection.unknown.bucket", "specs/kinto.bts:331")
def test_unknown_bucket(alice: Actor, collection: Response) -> None:
    """An unknown bucket is answered 403."""
    expect(
        alice.call(delete_collection, {"bucket": "A", "id": collection["data"]["id"]}),
        403,
        Error,
    )


@obligation("delete_collection.unknown.id", "specs/kinto.bts:332")
def test_unknown_id(alice: Actor, bucket: Response) -> None:
    """An unknown id is answered 404."""
    expect(
        alice.call(delete_collection, {"bucket": bucket["data"]["id"], "id": "A"}),
        404,
        Error,
    )


@obligation("delete_collection.repeated", "specs/kinto.bts:332")
def test_repeated(alice: Actor, bucket: Response, new_collection: Response) -> None:
    """The same call a second time is answered 404."""
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
            delete_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        404,
        Error,
    )


@obligation("delete_collection.stale", "specs/kinto.bts:333")
def test_stale(alice: Actor, bucket: Response, new_collection: Response) -> None:
    """A version that is out of date, as If-Match says, is answered 412."""
    seen = expect(
        alice.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        200,
        CollectionAnswer,
    )
    expect(
        alice.call(
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
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
        200,
        CollectionAnswer,
    )
    expect(
        alice.call(
            delete_collection,
            {
                "bucket": bucket["data"]["id"],
                "id": new_collection["data"]["id"],
                "If-Match": seen.header("ETag"),
            },
        ),
        412,
        Error,
    )


@obligation("delete_collection.deletes", "specs/kinto.bts:334")
def test_deletes(alice: Actor, bucket: Response, new_collection: Response) -> None:
    """The Collection is gone afterwards."""
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
        (403, 404),
    )
    listed = read_list(
        alice,
        list_collections,
        params={"bucket": bucket["data"]["id"]},
        items=("data",),
        source=("header", "Next-Page"),
    )
    not_listed(listed, ["id"], new_collection["data"]["id"])


@obligation("delete_collection.misplaced", "specs/kinto.bts:325")
def test_misplaced(
    alice: Actor, new_bucket: Response, new_collection: Response
) -> None:
    """Under another Bucket, the Collection is unknown."""
    expect(
        alice.call(
            delete_collection,
            {"bucket": new_bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        (403, 404),
    )


@obligation("delete_collection.spares", "specs/kinto.bts:334")
def test_spares(
    alice: Actor, bucket: Response, collection: Response, new_collection: Response
) -> None:
    """Another Collection is as before."""
    before = expect(
        alice.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": collection["data"]["id"]},
        ),
        200,
        CollectionAnswer,
    )
    expect(
        alice.call(
            delete_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        200,
        DeleteCollection200,
    )
    after = expect(
        alice.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": collection["data"]["id"]},
        ),
        200,
        CollectionAnswer,
    )
    equal(after["data"], before["data"])
