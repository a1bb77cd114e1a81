"""PATCH /buckets/{bucket}/groups/{id} keeps what specs/kinto.bts:532 says."""

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

from .contracts import DeleteGroup200, Error, GroupAnswer
from .endpoints import delete_group, get_group, update_group

BODY = {"data": {"members": []}}


@obligation("update_group.conforms", "specs/kinto.bts:535")
def test_conforms(alice: Actor, bucket: Response, new_group: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body=BODY,
        ),
        200,
        GroupAnswer,
    )


@obligation("update_group.accepts", "specs/kinto.bts:535")
@pytest.mark.parametrize("change", [Drop("data.members", "absent")], ids=str)
def test_accepts(
    alice: Actor, bucket: Response, new_group: Response, change: Change
) -> None:
    """Values at the very edge of what is declared are accepted, and kept as they were sent."""
    made = expect(
        alice.call(
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body=change(BODY),
        ),
        200,
        GroupAnswer,
    )
    again = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": made["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    as_sent(again["data"], made.sent, ["members"], ["data"])


@obligation("update_group.rejects", "specs/kinto.bts:536")
@pytest.mark.parametrize(
    "change",
    [
        Drop("data", "missing"),
        Put("data", None, "null"),
        Put("data", "text", "wrong_type"),
        Put("data.members", None, "null"),
        Put("data.members", "text", "wrong_type"),
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
    alice: Actor, bucket: Response, new_group: Response, change: Change
) -> None:
    """An invalid body is answered 400."""
    expect(
        alice.call(
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body=change(BODY),
        ),
        400,
        Error,
    )


@obligation("update_group.rejects.body.wrong_media_type", "specs/kinto.bts:536")
def test_rejects_media_type(
    alice: Actor, bucket: Response, new_group: Response
) -> None:
    """A body that calls itself text/plain is rejected."""
    expect(
        alice.call(
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body=BODY,
            media="text/plain",
        ),
        (400, 415),
    )


@obligation("update_group.rejects", "specs/kinto.bts:532")
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
    alice: Actor, bucket: Response, new_group: Response, change: Change
) -> None:
    """An invalid parameter is answered 4xx."""
    expect(
        alice.call(
            update_group,
            change({"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}),
            body=BODY,
        ),
        "4xx",
    )


@obligation("update_group.survives", "specs/kinto.bts:532")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Put("data.specc_unknown", "text", id="data.unknown_field"),
        Repeat("data", id="body.repeated_key"),
    ],
    ids=str,
)
def test_survives(
    alice: Actor, bucket: Response, new_group: Response, change: Change
) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body=change(BODY),
        )
    )


@obligation("update_group.survives", "specs/kinto.bts:532")
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
    ],
    ids=str,
)
def test_survives_params(
    alice: Actor, bucket: Response, new_group: Response, change: Change
) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(
            update_group,
            change({"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}),
            body=BODY,
        ),
        414,
        431,
    )


@obligation("update_group.ignores", "specs/kinto.bts:540")
@pytest.mark.parametrize(
    "change", [Put("data.last_modified", 987654, id="last_modified")], ids=str
)
def test_ignores(
    alice: Actor, bucket: Response, new_group: Response, change: Change
) -> None:
    """What is readonly or unknown is not taken from the client."""
    usual = expect(
        alice.call(
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body=BODY,
        ),
        200,
        GroupAnswer,
    )
    claimed = survived(
        alice.call(
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body=change(BODY),
        )
    )
    server_decides(usual, claimed, ["last_modified", "specc_unknown"], ["data"])


@obligation("update_group.refuses.anonymous", "specs/kinto.bts:537")
def test_refuses_anonymous(
    anonymous: Actor, bucket: Response, new_group: Response
) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body=BODY,
        ),
        401,
        Error,
    )


@obligation("update_group.refuses.made_up_credential", "specs/kinto.bts:537")
def test_refuses_made_up_credential(
    alice: Actor, bucket: Response, new_group: Response
) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(alice).call(
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body=BODY,
        ),
        401,
        Error,
    )


@obligation("update_group.refuses.admin", "specs/kinto.bts:538")
def test_refuses_admin(root: Actor, bucket: Response, new_group: Response) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body=BODY,
        ),
        403,
        Error,
    )


@obligation("update_group.refuses.stranger", "specs/kinto.bts:533")
def test_refuses_stranger(bob: Actor, bucket: Response, new_group: Response) -> None:
    """A stranger is refused with 403 or 404."""
    expect(
        bob.call(
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body=BODY,
        ),
        (403, 404),
    )


@obligation("update_group.unaffected.anonymous", "specs/kinto.bts:537")
def test_unaffected_by_anonymous(
    alice: Actor, anonymous: Actor, bucket: Response, new_group: Response
) -> None:
    """The Group is as before after a refusal of anonymous."""
    before = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    anonymous.call(
        update_group,
        {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        body=BODY,
    )
    after = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    equal(after["data"], before["data"])


@obligation("update_group.unaffected.made_up_credential", "specs/kinto.bts:537")
def test_unaffected_by_made_up_credential(
    alice: Actor, bucket: Response, new_group: Response
) -> None:
    """The Group is as before after a refusal of made_up_credential."""
    before = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    forged(alice).call(
        update_group,
        {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        body=BODY,
    )
    after = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    equal(after["data"], before["data"])


@obligation("update_group.unaffected.admin", "specs/kinto.bts:538")
def test_unaffected_by_admin(
    alice: Actor, root: Actor, bucket: Response, new_group: Response
) -> None:
    """The Group is as before after a refusal of admin."""
    before = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    root.call(
        update_group,
        {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        body=BODY,
    )
    after = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    equal(after["data"], before["data"])


@obligation("update_group.unaffected.stranger", "specs/kinto.bts:533")
def test_unaffected_by_stranger(
    alice: Actor, bob: Actor, bucket: Response, new_group: Response
) -> None:
    """The Group is as before after a refusal of stranger."""
    before = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    bob.call(
        update_group,
        {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        body=BODY,
    )
    after = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    equal(after["data"], before["data"])


@obligation("update_group.unaffected.invalid", "specs/kinto.bts:532")
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
    alice: Actor, bucket: Response, new_group: Response, change: Change
) -> None:
    """The Group is as before after an invalid body."""
    before = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    alice.call(
        update_group,
        {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        body=change(BODY),
    )
    after = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    equal(after["data"], before["data"])


@obligation("update_group.unknown.bucket", "specs/kinto.bts:538")
def test_unknown_bucket(alice: Actor, group: Response) -> None:
    """An unknown bucket is answered 403."""
    expect(
        alice.call(update_group, {"bucket": "A", "id": group["data"]["id"]}, body=BODY),
        403,
        Error,
    )


@obligation("update_group.unknown.id", "specs/kinto.bts:539")
def test_unknown_id(alice: Actor, bucket: Response) -> None:
    """An unknown id is answered 404."""
    expect(
        alice.call(
            update_group, {"bucket": bucket["data"]["id"], "id": "A"}, body=BODY
        ),
        404,
        Error,
    )


@obligation("update_group.deleted", "specs/kinto.bts:532")
def test_deleted(alice: Actor, bucket: Response, new_group: Response) -> None:
    """After the Group is gone, the call is answered 404."""
    expect(
        alice.call(
            delete_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
        ),
        200,
        DeleteGroup200,
    )
    expect(
        alice.call(
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body=BODY,
        ),
        404,
    )


@obligation("update_group.updates", "specs/kinto.bts:540")
def test_updates(alice: Actor, bucket: Response, new_group: Response) -> None:
    """The change that it answers is seen when the Group is read again."""
    before = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    changed = expect(
        alice.call(
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body=BODY,
        ),
        200,
        GroupAnswer,
    )
    after = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": changed["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    change_kept(before["data"], changed["data"], after["data"])
    rest_kept(before["data"], after["data"], changed.sent, ["members"], ["data"])


@obligation("update_group.misplaced", "specs/kinto.bts:532")
def test_misplaced(alice: Actor, new_bucket: Response, new_group: Response) -> None:
    """Under another Bucket, the Group is unknown."""
    expect(
        alice.call(
            update_group,
            {"bucket": new_bucket["data"]["id"], "id": new_group["data"]["id"]},
            body=BODY,
        ),
        (403, 404),
    )


@obligation("update_group.spares", "specs/kinto.bts:540")
def test_spares(
    alice: Actor, bucket: Response, group: Response, new_group: Response
) -> None:
    """Another Group is as before."""
    before = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": group["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    expect(
        alice.call(
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body=BODY,
        ),
        200,
        GroupAnswer,
    )
    after = expect(
        alice.call(
            get_group, {"bucket": bucket["data"]["id"], "id": group["data"]["id"]}
        ),
        200,
        GroupAnswer,
    )
    equal(after["data"], before["data"])
