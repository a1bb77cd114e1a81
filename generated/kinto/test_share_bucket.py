"""PATCH /buckets/{id} keeps what specs/kinto.bts:241 says.

Says who else may read, write, or add to a bucket.
"""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    Repeat,
    Response,
    expect,
    forged,
    obligation,
    survived,
)

from .contracts import BucketAnswer, DeleteBucket200, Error
from .endpoints import delete_bucket, share_bucket

BODY = {"permissions": {}}


@obligation("share_bucket.conforms", "specs/kinto.bts:244")
def test_conforms(alice: Actor, bucket: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(share_bucket, {"id": bucket["data"]["id"]}, body=BODY),
        200,
        BucketAnswer,
    )


@obligation("share_bucket.accepts", "specs/kinto.bts:244")
@pytest.mark.parametrize(
    "change",
    [
        Put("permissions.read", ["text"], "present"),
        Put("permissions.read", None, "null"),
        Put("permissions.read", [], "minimum"),
        Put("permissions.read", ["a"], id="permissions.read[].minimum_length"),
        Put("permissions.read", ["aa"], id="permissions.read[].near_minimum_length"),
        Put(
            "permissions.read", ["👩\u200d👩\u200d👧 🇪🇺"], id="permissions.read[].emoji"
        ),
        Put("permissions.read", ["שלום عالم"], id="permissions.read[].right_to_left"),
        Put("permissions.read", ["éñü"], id="permissions.read[].composed"),
        Put(
            "permissions.read",
            ["e\u0301n\u0303u\u0308"],
            id="permissions.read[].decomposed",
        ),
        Put(
            "permissions.read",
            ["a < b & c > 'd' \"e\" \\ 100%"],
            id="permissions.read[].punctuation",
        ),
        Put("permissions.write", ["text"], "present"),
        Put("permissions.write", None, "null"),
        Put("permissions.write", [], "minimum"),
        Put("permissions.write", ["a"], id="permissions.write[].minimum_length"),
        Put("permissions.write", ["aa"], id="permissions.write[].near_minimum_length"),
        Put(
            "permissions.write",
            ["👩\u200d👩\u200d👧 🇪🇺"],
            id="permissions.write[].emoji",
        ),
        Put("permissions.write", ["שלום عالم"], id="permissions.write[].right_to_left"),
        Put("permissions.write", ["éñü"], id="permissions.write[].composed"),
        Put(
            "permissions.write",
            ["e\u0301n\u0303u\u0308"],
            id="permissions.write[].decomposed",
        ),
        Put(
            "permissions.write",
            ["a < b & c > 'd' \"e\" \\ 100%"],
            id="permissions.write[].punctuation",
        ),
        Put('permissions["collection:create"]', ["text"], "present"),
        Put('permissions["collection:create"]', None, "null"),
        Put('permissions["collection:create"]', [], "minimum"),
        Put(
            'permissions["collection:create"]',
            ["a"],
            id="permissions.collection:create[].minimum_length",
        ),
        Put(
            'permissions["collection:create"]',
            ["aa"],
            id="permissions.collection:create[].near_minimum_length",
        ),
        Put(
            'permissions["collection:create"]',
            ["👩\u200d👩\u200d👧 🇪🇺"],
            id="permissions.collection:create[].emoji",
        ),
        Put(
            'permissions["collection:create"]',
            ["שלום عالم"],
            id="permissions.collection:create[].right_to_left",
        ),
        Put(
            'permissions["collection:create"]',
            ["éñü"],
            id="permissions.collection:create[].composed",
        ),
        Put(
            'permissions["collection:create"]',
            ["e\u0301n\u0303u\u0308"],
            id="permissions.collection:create[].decomposed",
        ),
        Put(
            'permissions["collection:create"]',
            ["a < b & c > 'd' \"e\" \\ 100%"],
            id="permissions.collection:create[].punctuation",
        ),
        Put('permissions["group:create"]', ["text"], "present"),
        Put('permissions["group:create"]', None, "null"),
        Put('permissions["group:create"]', [], "minimum"),
        Put(
            'permissions["group:create"]',
            ["a"],
            id="permissions.group:create[].minimum_length",
        ),
        Put(
            'permissions["group:create"]',
            ["aa"],
            id="permissions.group:create[].near_minimum_length",
        ),
        Put(
            'permissions["group:create"]',
            ["👩\u200d👩\u200d👧 🇪🇺"],
            id="permissions.group:create[].emoji",
        ),
        Put(
            'permissions["group:create"]',
            ["שלום عالم"],
            id="permissions.group:create[].right_to_left",
        ),
        Put(
            'permissions["group:create"]',
            ["éñü"],
            id="permissions.group:create[].composed",
        ),
        Put(
            'permissions["group:create"]',
            ["e\u0301n\u0303u\u0308"],
            id="permissions.group:create[].decomposed",
        ),
        Put(
            'permissions["group:create"]',
            ["a < b & c > 'd' \"e\" \\ 100%"],
            id="permissions.group:create[].punctuation",
        ),
    ],
    ids=str,
)
def test_accepts(alice: Actor, bucket: Response, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        alice.call(share_bucket, {"id": bucket["data"]["id"]}, body=change(BODY)),
        200,
        BucketAnswer,
    )


@obligation("share_bucket.rejects", "specs/kinto.bts:245")
@pytest.mark.parametrize(
    "change",
    [
        Drop("permissions", "missing"),
        Put("permissions", None, "null"),
        Put("permissions", "text", "wrong_type"),
        Put("permissions.read", "text", "wrong_type"),
        Put("permissions.read", ["text", None], "invalid_second_item"),
        Put("permissions.read", [None], id="permissions.read[].null"),
        Put("permissions.read", [12345], id="permissions.read[].wrong_type"),
        Put("permissions.read", [""], id="permissions.read[].too_short"),
        Put("permissions.write", "text", "wrong_type"),
        Put("permissions.write", ["text", None], "invalid_second_item"),
        Put("permissions.write", [None], id="permissions.write[].null"),
        Put("permissions.write", [12345], id="permissions.write[].wrong_type"),
        Put("permissions.write", [""], id="permissions.write[].too_short"),
        Put('permissions["collection:create"]', "text", "wrong_type"),
        Put('permissions["collection:create"]', ["text", None], "invalid_second_item"),
        Put(
            'permissions["collection:create"]',
            [None],
            id="permissions.collection:create[].null",
        ),
        Put(
            'permissions["collection:create"]',
            [12345],
            id="permissions.collection:create[].wrong_type",
        ),
        Put(
            'permissions["collection:create"]',
            [""],
            id="permissions.collection:create[].too_short",
        ),
        Put('permissions["group:create"]', "text", "wrong_type"),
        Put('permissions["group:create"]', ["text", None], "invalid_second_item"),
        Put(
            'permissions["group:create"]', [None], id="permissions.group:create[].null"
        ),
        Put(
            'permissions["group:create"]',
            [12345],
            id="permissions.group:create[].wrong_type",
        ),
        Put(
            'permissions["group:create"]',
            [""],
            id="permissions.group:create[].too_short",
        ),
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
def test_rejects(alice: Actor, bucket: Response, change: Change) -> None:
    """An invalid body is answered 400."""
    expect(
        alice.call(share_bucket, {"id": bucket["data"]["id"]}, body=change(BODY)),
        400,
        Error,
    )


@obligation("share_bucket.rejects.body.wrong_media_type", "specs/kinto.bts:245")
def test_rejects_media_type(alice: Actor, bucket: Response) -> None:
    """A body that calls itself text/plain is rejected."""
    expect(
        alice.call(
            share_bucket, {"id": bucket["data"]["id"]}, body=BODY, media="text/plain"
        ),
        (400, 415),
    )


@obligation("share_bucket.rejects", "specs/kinto.bts:241")
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
def test_rejects_params(alice: Actor, bucket: Response, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(
        alice.call(share_bucket, change({"id": bucket["data"]["id"]}), body=BODY), "4xx"
    )


@obligation("share_bucket.survives", "specs/kinto.bts:241")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Put("permissions.specc_unknown", "text", id="permissions.unknown_field"),
        Put("permissions.read", ["text"] * 1000, "very_many"),
        Put("permissions.read", ["a" * 100000], id="permissions.read[].very_long"),
        Put("permissions.read", ["'\"`;--%s\\"], id="permissions.read[].quotes"),
        Put("permissions.read", ["a\x00b"], id="permissions.read[].nul"),
        Put(
            "permissions.read",
            ["\u202ea\u202c\ufeff"],
            id="permissions.read[].bidi_override",
        ),
        Put(
            "permissions.read",
            ["e" + "\u0301" * 60],
            id="permissions.read[].stacked_marks",
        ),
        Put("permissions.read", ["\ud800"], id="permissions.read[].lone_surrogate"),
        Put("permissions.read", [" "], id="permissions.read[].blank"),
        Put("permissions.write", ["text"] * 1000, "very_many"),
        Put("permissions.write", ["a" * 100000], id="permissions.write[].very_long"),
        Put("permissions.write", ["'\"`;--%s\\"], id="permissions.write[].quotes"),
        Put("permissions.write", ["a\x00b"], id="permissions.write[].nul"),
        Put(
            "permissions.write",
            ["\u202ea\u202c\ufeff"],
            id="permissions.write[].bidi_override",
        ),
        Put(
            "permissions.write",
            ["e" + "\u0301" * 60],
            id="permissions.write[].stacked_marks",
        ),
        Put("permissions.write", ["\ud800"], id="permissions.write[].lone_surrogate"),
        Put("permissions.write", [" "], id="permissions.write[].blank"),
        Put('permissions["collection:create"]', ["text"] * 1000, "very_many"),
        Put(
            'permissions["collection:create"]',
            ["a" * 100000],
            id="permissions.collection:create[].very_long",
        ),
        Put(
            'permissions["collection:create"]',
            ["'\"`;--%s\\"],
            id="permissions.collection:create[].quotes",
        ),
        Put(
            'permissions["collection:create"]',
            ["a\x00b"],
            id="permissions.collection:create[].nul",
        ),
        Put(
            'permissions["collection:create"]',
            ["\u202ea\u202c\ufeff"],
            id="permissions.collection:create[].bidi_override",
        ),
        Put(
            'permissions["collection:create"]',
            ["e" + "\u0301" * 60],
            id="permissions.collection:create[].stacked_marks",
        ),
        Put(
            'permissions["collection:create"]',
            ["\ud800"],
            id="permissions.collection:create[].lone_surrogate",
        ),
        Put(
            'permissions["collection:create"]',
            [" "],
            id="permissions.collection:create[].blank",
        ),
        Put('permissions["group:create"]', ["text"] * 1000, "very_many"),
        Put(
            'permissions["group:create"]',
            ["a" * 100000],
            id="permissions.group:create[].very_long",
        ),
        Put(
            'permissions["group:create"]',
            ["'\"`;--%s\\"],
            id="permissions.group:create[].quotes",
        ),
        Put(
            'permissions["group:create"]',
            ["a\x00b"],
            id="permissions.group:create[].nul",
        ),
        Put(
            'permissions["group:create"]',
            ["\u202ea\u202c\ufeff"],
            id="permissions.group:create[].bidi_override",
        ),
        Put(
            'permissions["group:create"]',
            ["e" + "\u0301" * 60],
            id="permissions.group:create[].stacked_marks",
        ),
        Put(
            'permissions["group:create"]',
            ["\ud800"],
            id="permissions.group:create[].lone_surrogate",
        ),
        Put(
            'permissions["group:create"]', [" "], id="permissions.group:create[].blank"
        ),
        Repeat("permissions", id="body.repeated_key"),
    ],
    ids=str,
)
def test_survives(alice: Actor, bucket: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(share_bucket, {"id": bucket["data"]["id"]}, body=change(BODY)), 413
    )


@obligation("share_bucket.survives", "specs/kinto.bts:241")
@pytest.mark.parametrize(
    "change",
    [
        Put("id", "a" * 4000, id="path.id.very_long"),
        Put("id", "'\"`;--%s\\", id="path.id.quotes"),
        Put("id", "a\x00b", id="path.id.nul"),
        Put("id", "\u202ea\u202c\ufeff", id="path.id.bidi_override"),
        Put("id", "e" + "\u0301" * 60, id="path.id.stacked_marks"),
        Put("id", "\ud800", id="path.id.not_utf8"),
    ],
    ids=str,
)
def test_survives_params(alice: Actor, bucket: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(share_bucket, change({"id": bucket["data"]["id"]}), body=BODY),
        414,
        431,
        404,
    )


@obligation("share_bucket.refuses.anonymous", "specs/kinto.bts:246")
def test_refuses_anonymous(anonymous: Actor, bucket: Response) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(share_bucket, {"id": bucket["data"]["id"]}, body=BODY),
        401,
        Error,
    )


@obligation("share_bucket.refuses.made_up_credential", "specs/kinto.bts:246")
def test_refuses_made_up_credential(alice: Actor, bucket: Response) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(alice).call(share_bucket, {"id": bucket["data"]["id"]}, body=BODY),
        401,
        Error,
    )


@obligation("share_bucket.refuses.admin", "specs/kinto.bts:247")
def test_refuses_admin(root: Actor, bucket: Response) -> None:
    """Admin is refused with 403."""
    expect(root.call(share_bucket, {"id": bucket["data"]["id"]}, body=BODY), 403, Error)


@obligation("share_bucket.refuses.stranger", "specs/kinto.bts:242")
def test_refuses_stranger(bob: Actor, bucket: Response) -> None:
    """A stranger is refused with 403."""
    expect(bob.call(share_bucket, {"id": bucket["data"]["id"]}, body=BODY), 403, Error)


@obligation("share_bucket.unknown.id", "specs/kinto.bts:247")
def test_unknown_id(alice: Actor) -> None:
    """An unknown id is answered 403."""
    expect(alice.call(share_bucket, {"id": "A"}, body=BODY), 403, Error)


@obligation("share_bucket.deleted", "specs/kinto.bts:241")
def test_deleted(alice: Actor, new_bucket: Response) -> None:
    """After the Bucket is gone, the call is answered 403."""
    expect(
        alice.call(delete_bucket, {"id": new_bucket["data"]["id"]}),
        200,
        DeleteBucket200,
    )
    expect(alice.call(share_bucket, {"id": new_bucket["data"]["id"]}, body=BODY), 403)
