"""PATCH /buckets/{id} keeps what specs/kinto.bts:226 says."""

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

from .contracts import BucketAnswer, DeleteBucket200, Error
from .endpoints import create_bucket, delete_bucket, get_bucket, update_bucket

BODY = {"data": {"note": "text"}}


@obligation("update_bucket.conforms", "specs/kinto.bts:230")
def test_conforms(alice: Actor, new_bucket: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(update_bucket, {"id": new_bucket["data"]["id"]}, body=BODY),
        200,
        BucketAnswer,
    )


@obligation("update_bucket.accepts", "specs/kinto.bts:230")
@pytest.mark.parametrize("change", [Drop("data.note", "absent")], ids=str)
def test_accepts(alice: Actor, new_bucket: Response, change: Change) -> None:
    """Values at the very edge of what is declared are accepted, and kept as they were sent."""
    made = expect(
        alice.call(update_bucket, {"id": new_bucket["data"]["id"]}, body=change(BODY)),
        200,
        BucketAnswer,
    )
    again = expect(
        alice.call(get_bucket, {"id": made["data"]["id"]}), 200, BucketAnswer
    )
    as_sent(again["data"], made.sent, ["note"], ["data"])


@obligation("update_bucket.conforms.filled", "specs/kinto.bts:235")
def test_conforms_filled(alice: Actor) -> None:
    """The answer about a Bucket with all that it may have is as declared."""
    made = expect(alice.call(create_bucket, body=BODY), 201, BucketAnswer)
    expect(
        alice.call(update_bucket, {"id": made["data"]["id"]}, body=BODY),
        200,
        BucketAnswer,
    )


@obligation("update_bucket.rejects", "specs/kinto.bts:231")
@pytest.mark.parametrize(
    "change",
    [
        Drop("data", "missing"),
        Put("data", None, "null"),
        Put("data", "text", "wrong_type"),
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
def test_rejects(alice: Actor, new_bucket: Response, change: Change) -> None:
    """An invalid body is answered 400."""
    expect(
        alice.call(update_bucket, {"id": new_bucket["data"]["id"]}, body=change(BODY)),
        400,
        Error,
    )


@obligation("update_bucket.rejects.body.wrong_media_type", "specs/kinto.bts:231")
def test_rejects_media_type(alice: Actor, new_bucket: Response) -> None:
    """A body that calls itself text/plain is rejected."""
    expect(
        alice.call(
            update_bucket,
            {"id": new_bucket["data"]["id"]},
            body=BODY,
            media="text/plain",
        ),
        (400, 415),
    )


@obligation("update_bucket.rejects", "specs/kinto.bts:226")
@pytest.mark.parametrize(
    "change",
    [
        Put("id", "no match ☃!", id="path.id.pattern_mismatch"),
        Put("id", "!A", id="path.id.pattern_prefix"),
        Put("id", "A!", id="path.id.pattern_suffix"),
        Put("id", "A\n", id="path.id.pattern_newline"),
    ],
    ids=str,
)
def test_rejects_params(alice: Actor, new_bucket: Response, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(
        alice.call(update_bucket, change({"id": new_bucket["data"]["id"]}), body=BODY),
        "4xx",
    )


@obligation("update_bucket.survives", "specs/kinto.bts:226")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Put("data.specc_unknown", "text", id="data.unknown_field"),
        Repeat("data", id="body.repeated_key"),
    ],
    ids=str,
)
def test_survives(alice: Actor, new_bucket: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(update_bucket, {"id": new_bucket["data"]["id"]}, body=change(BODY))
    )


@obligation("update_bucket.survives", "specs/kinto.bts:226")
@pytest.mark.parametrize(
    "change",
    [
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
def test_survives_params(alice: Actor, new_bucket: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(update_bucket, change({"id": new_bucket["data"]["id"]}), body=BODY),
        414,
        431,
        404,
    )


@obligation("update_bucket.ignores", "specs/kinto.bts:235")
@pytest.mark.parametrize(
    "change", [Put("data.last_modified", 987654, id="last_modified")], ids=str
)
def test_ignores(alice: Actor, new_bucket: Response, change: Change) -> None:
    """What is readonly or unknown is not taken from the client."""
    usual = expect(
        alice.call(update_bucket, {"id": new_bucket["data"]["id"]}, body=BODY),
        200,
        BucketAnswer,
    )
    claimed = survived(
        alice.call(update_bucket, {"id": new_bucket["data"]["id"]}, body=change(BODY))
    )
    server_decides(usual, claimed, ["last_modified", "specc_unknown"], ["data"])


@obligation("update_bucket.refuses.anonymous", "specs/kinto.bts:232")
def test_refuses_anonymous(anonymous: Actor, new_bucket: Response) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(update_bucket, {"id": new_bucket["data"]["id"]}, body=BODY),
        401,
        Error,
    )


@obligation("update_bucket.refuses.made_up_credential", "specs/kinto.bts:232")
def test_refuses_made_up_credential(alice: Actor, new_bucket: Response) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(alice).call(update_bucket, {"id": new_bucket["data"]["id"]}, body=BODY),
        401,
        Error,
    )


@obligation("update_bucket.refuses.admin", "specs/kinto.bts:233")
def test_refuses_admin(root: Actor, new_bucket: Response) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(update_bucket, {"id": new_bucket["data"]["id"]}, body=BODY),
        403,
        Error,
    )


@obligation("update_bucket.refuses.stranger", "specs/kinto.bts:227")
def test_refuses_stranger(bob: Actor, new_bucket: Response) -> None:
    """A stranger is refused with 403."""
    expect(
        bob.call(update_bucket, {"id": new_bucket["data"]["id"]}, body=BODY), 403, Error
    )


@obligation("update_bucket.unaffected.anonymous", "specs/kinto.bts:232")
def test_unaffected_by_anonymous(
    alice: Actor, anonymous: Actor, new_bucket: Response
) -> None:
    """The Bucket is as before after a refusal of anonymous."""
    before = expect(
        alice.call(get_bucket, {"id": new_bucket["data"]["id"]}), 200, BucketAnswer
    )
    anonymous.call(update_bucket, {"id": new_bucket["data"]["id"]}, body=BODY)
    after = expect(
        alice.call(get_bucket, {"id": new_bucket["data"]["id"]}), 200, BucketAnswer
    )
    equal(after["data"], before["data"])


@obligation("update_bucket.unaffected.made_up_credential", "specs/kinto.bts:232")
def test_unaffected_by_made_up_credential(alice: Actor, new_bucket: Response) -> None:
    """The Bucket is as before after a refusal of made_up_credential."""
    before = expect(
        alice.call(get_bucket, {"id": new_bucket["data"]["id"]}), 200, BucketAnswer
    )
    forged(alice).call(update_bucket, {"id": new_bucket["data"]["id"]}, body=BODY)
    after = expect(
        alice.call(get_bucket, {"id": new_bucket["data"]["id"]}), 200, BucketAnswer
    )
    equal(after["data"], before["data"])


@obligation("update_bucket.unaffected.admin", "specs/kinto.bts:233")
def test_unaffected_by_admin(alice: Actor, root: Actor, new_bucket: Response) -> None:
    """The Bucket is as before after a refusal of admin."""
    before = expect(
        alice.call(get_bucket, {"id": new_bucket["data"]["id"]}), 200, BucketAnswer
    )
    root.call(update_bucket, {"id": new_bucket["data"]["id"]}, body=BODY)
    after = expect(
        alice.call(get_bucket, {"id": new_bucket["data"]["id"]}), 200, BucketAnswer
    )
    equal(after["data"], before["data"])


@obligation("update_bucket.unaffected.stranger", "specs/kinto.bts:227")
def test_unaffected_by_stranger(alice: Actor, bob: Actor, new_bucket: Response) -> None:
    """The Bucket is as before after a refusal of stranger."""
    before = expect(
        alice.call(get_bucket, {"id": new_bucket["data"]["id"]}), 200, BucketAnswer
    )
    bob.call(update_bucket, {"id": new_bucket["data"]["id"]}, body=BODY)
    after = expect(
        alice.call(get_bucket, {"id": new_bucket["data"]["id"]}), 200, BucketAnswer
    )
    equal(after["data"], before["data"])


@obligation("update_bucket.unaffected.invalid", "specs/kinto.bts:226")
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
    alice: Actor, new_bucket: Response, change: Change
) -> None:
    """The Bucket is as before after an invalid body."""
    before = expect(
        alice.call(get_bucket, {"id": new_bucket["data"]["id"]}), 200, BucketAnswer
    )
    alice.call(update_bucket, {"id": new_bucket["data"]["id"]}, body=change(BODY))
    after = expect(
        alice.call(get_bucket, {"id": new_bucket["data"]["id"]}), 200, BucketAnswer
    )
    equal(after["data"], before["data"])


@obligation("update_bucket.unknown.id", "specs/kinto.bts:233")
def test_unknown_id(alice: Actor) -> None:
    """An unknown id is answered 403."""
    expect(alice.call(update_bucket, {"id": "A"}, body=BODY), 403, Error)


@obligation("update_bucket.stale", "specs/kinto.bts:234")
def test_stale(alice: Actor, new_bucket: Response) -> None:
    """A version that is out of date, as If-Match says, is answered 412."""
    seen = expect(
        alice.call(get_bucket, {"id": new_bucket["data"]["id"]}), 200, BucketAnswer
    )
    expect(
        alice.call(update_bucket, {"id": new_bucket["data"]["id"]}, body=BODY),
        200,
        BucketAnswer,
    )
    expect(
        alice.call(
            update_bucket,
            {"id": new_bucket["data"]["id"], "If-Match": seen.header("ETag")},
            body=BODY,
        ),
        412,
        Error,
    )


@obligation("update_bucket.deleted", "specs/kinto.bts:226")
def test_deleted(alice: Actor, new_bucket: Response) -> None:
    """After the Bucket is gone, the call is answered 403."""
    expect(
        alice.call(delete_bucket, {"id": new_bucket["data"]["id"]}),
        200,
        DeleteBucket200,
    )
    expect(alice.call(update_bucket, {"id": new_bucket["data"]["id"]}, body=BODY), 403)


@obligation("update_bucket.updates", "specs/kinto.bts:235")
def test_updates(alice: Actor, new_bucket: Response) -> None:
    """The change that it answers is seen when the Bucket is read again."""
    before = expect(
        alice.call(get_bucket, {"id": new_bucket["data"]["id"]}), 200, BucketAnswer
    )
    changed = expect(
        alice.call(update_bucket, {"id": new_bucket["data"]["id"]}, body=BODY),
        200,
        BucketAnswer,
    )
    after = expect(
        alice.call(get_bucket, {"id": changed["data"]["id"]}), 200, BucketAnswer
    )
    change_kept(before["data"], changed["data"], after["data"])
    rest_kept(before["data"], after["data"], changed.sent, ["note"], ["data"])


@obligation("update_bucket.spares", "specs/kinto.bts:235")
def test_spares(alice: Actor, bucket: Response, new_bucket: Response) -> None:
    """Another Bucket is as before."""
    before = expect(
        alice.call(get_bucket, {"id": bucket["data"]["id"]}), 200, BucketAnswer
    )
    expect(
        alice.call(update_bucket, {"id": new_bucket["data"]["id"]}, body=BODY),
        200,
        BucketAnswer,
    )
    after = expect(
        alice.call(get_bucket, {"id": bucket["data"]["id"]}), 200, BucketAnswer
    )
    equal(after["data"], before["data"])
