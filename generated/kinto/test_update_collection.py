"""PATCH /buckets/{bucket}/collections/{id} keeps what specs/kinto.bts:309 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    Repeat,
    Response,
    as_sent,
    change_kept,
    equal,
    expect,
    forged,
    obligation,
    rest_kept,
    server_decides,
    survived,
)

from .contracts import CollectionAnswer, DeleteCollection200, Error
from .endpoints import delete_collection, get_collection, update_collection

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


@obligation("update_collection.conforms", "specs/kinto.bts:313")
def test_conforms(alice: Actor, bucket: Response, new_collection: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body=BODY,
        ),
        200,
        CollectionAnswer,
    )


@obligation("update_collection.accepts", "specs/kinto.bts:313")
@pytest.mark.parametrize(
    "change",
    [
        Drop("data.schema", "absent"),
        Put("data.schema", {}, "empty"),
        Put("data.schema", {"one": "text", "two words": "text"}, "two_entries"),
    ],
    ids=str,
)
def test_accepts(
    alice: Actor, bucket: Response, new_collection: Response, change: Change
) -> None:
    """Values at the very edge of what is declared are accepted, and kept as they were sent."""
    made = expect(
        alice.call(
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body=change(BODY),
        ),
        200,
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


@obligation("update_collection.rejects", "specs/kinto.bts:314")
@pytest.mark.parametrize(
    "change",
    [
        Drop("data", "missing"),
        Put("data", None, "null"),
        Put("data", "text", "wrong_type"),
        Put("data.schema", None, "null"),
        Put("data.schema", "text", "wrong_type"),
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
    alice: Actor, bucket: Response, new_collection: Response, change: Change
) -> None:
    """An invalid body is answered 400."""
    expect(
        alice.call(
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body=change(BODY),
        ),
        400,
        Error,
    )


@obligation("update_collection.rejects.body.wrong_media_type", "specs/kinto.bts:314")
def test_rejects_media_type(
    alice: Actor, bucket: Response, new_collection: Response
) -> None:
    """A body that calls itself text/plain is rejected."""
    expect(
        alice.call(
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body=BODY,
            media="text/plain",
        ),
        (400, 415),
    )


@obligation("update_collection.rejects", "specs/kinto.bts:309")
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
            update_collection,
            change(
                {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]}
            ),
            body=BODY,
        ),
        "4xx",
    )


@obligation("update_collection.survives", "specs/kinto.bts:309")
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
        Repeat("data", id="body.repeated_key"),
    ],
    ids=str,
)
def test_survives(
    alice: Actor, bucket: Response, new_collection: Response, change: Change
) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body=change(BODY),
        )
    )


@obligation("update_collection.survives", "specs/kinto.bts:309")
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
            update_collection,
            change(
                {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]}
            ),
            body=BODY,
        ),
        414,
        431,
    )


@obligation("update_collection.ignores", "specs/kinto.bts:319")
@pytest.mark.parametrize(
    "change", [Put("data.last_modified", 987654, id="last_modified")], ids=str
)
def test_ignores(
    alice: Actor, bucket: Response, new_collection: Response, change: Change
) -> None:
    """What is readonly or unknown is not taken from the client."""
    usual = expect(
        alice.call(
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body=BODY,
        ),
        200,
        CollectionAnswer,
    )
    claimed = survived(
        alice.call(
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body=change(BODY),
        )
    )
    server_decides(usual, claimed, ["last_modified", "specc_unknown"], ["data"])


@obligation("update_collection.refuses.anonymous", "specs/kinto.bts:315")
def test_refuses_anonymous(
    anonymous: Actor, bucket: Response, new_collection: Response
) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body=BODY,
        ),
        401,
        Error,
    )


@obligation("update_collection.refuses.made_up_credential", "specs/kinto.bts:315")
def test_refuses_made_up_credential(
    alice: Actor, bucket: Response, new_collection: Response
) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(alice).call(
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body=BODY,
        ),
        401,
        Error,
    )


@obligation("update_collection.refuses.admin", "specs/kinto.bts:316")
def test_refuses_admin(root: Actor, bucket: Response, new_collection: Response) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body=BODY,
        ),
        403,
        Error,
    )


@obligation("update_collection.refuses.stranger", "specs/kinto.bts:310")
def test_refuses_stranger(
    bob: Actor, bucket: Response, new_collection: Response
) -> None:
    """A stranger is refused with 403 or 404."""
    expect(
        bob.call(
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body=BODY,
        ),
        (403, 404),
    )


@obligation("update_collection.unaffected.anonymous", "specs/kinto.bts:315")
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
        update_collection,
        {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        body=BODY,
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


@obligation("update_collection.unaffected.made_up_credential", "specs/kinto.bts:315")
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
        update_collection,
        {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        body=BODY,
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


@obligation("update_collection.unaffected.admin", "specs/kinto.bts:316")
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
        update_collection,
        {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        body=BODY,
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


@obligation("update_collection.unaffected.stranger", "specs/kinto.bts:310")
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
        update_collection,
        {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        body=BODY,
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


@obligation("update_collection.unaffected.invalid", "specs/kinto.bts:309")
@pytest.mark.parametrize(
    "change",
    [
        Drop("data", "missing"),
        Put("data", None, "null"),
        Put("data", "text", "wrong_type"),
    ],
    ids=str,
)
def test_unaffected_by_invalid(
    alice: Actor, bucket: Response, new_collection: Response, change: Change
) -> None:
    """The Collection is as before after an invalid body."""
    before = expect(
        alice.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        200,
        CollectionAnswer,
    )
    alice.call(
        update_collection,
        {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        body=change(BODY),
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


@obligation("update_collection.unknown.bucket", "specs/kinto.bts:316")
def test_unknown_bucket(alice: Actor, collection: Response) -> None:
    """An unknown bucket is answered 403."""
    expect(
        alice.call(
            update_collection,
            {"bucket": "A", "id": collection["data"]["id"]},
            body=BODY,
        ),
        403,
        Error,
    )


@obligation("update_collection.unknown.id", "specs/kinto.bts:317")
def test_unknown_id(alice: Actor, bucket: Response) -> None:
    """An unknown id is answered 404."""
    expect(
        alice.call(
            update_collection, {"bucket": bucket["data"]["id"], "id": "A"}, body=BODY
        ),
        404,
        Error,
    )


@obligation("update_collection.stale", "specs/kinto.bts:318")
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
            body=BODY,
        ),
        200,
        CollectionAnswer,
    )
    expect(
        alice.call(
            update_collection,
            {
                "bucket": bucket["data"]["id"],
                "id": new_collection["data"]["id"],
                "If-Match": seen.header("ETag"),
            },
            body=BODY,
        ),
        412,
        Error,
    )


@obligation("update_collection.deleted", "specs/kinto.bts:309")
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
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body=BODY,
        ),
        404,
    )


@obligation("update_collection.updates", "specs/kinto.bts:319")
def test_updates(alice: Actor, bucket: Response, new_collection: Response) -> None:
    """The change that it answers is seen when the Collection is read again."""
    before = expect(
        alice.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        200,
        CollectionAnswer,
    )
    changed = expect(
        alice.call(
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body=BODY,
        ),
        200,
        CollectionAnswer,
    )
    after = expect(
        alice.call(
            get_collection,
            {"bucket": bucket["data"]["id"], "id": changed["data"]["id"]},
        ),
        200,
        CollectionAnswer,
    )
    change_kept(before["data"], changed["data"], after["data"])
    rest_kept(before["data"], after["data"], changed.sent, ["schema"], ["data"])


@obligation("update_collection.misplaced", "specs/kinto.bts:309")
def test_misplaced(
    alice: Actor, new_bucket: Response, new_collection: Response
) -> None:
    """Under another Bucket, the Collection is unknown."""
    expect(
        alice.call(
            update_collection,
            {"bucket": new_bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body=BODY,
        ),
        (403, 404),
    )


@obligation("update_collection.spares", "specs/kinto.bts:319")
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
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body=BODY,
        ),
        200,
        CollectionAnswer,
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
