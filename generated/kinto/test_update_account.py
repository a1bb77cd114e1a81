"""PATCH /accounts/{id} keeps what specs/kinto.bts:141 says."""

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

from .contracts import AccountAnswer, DeleteAccount200, Error
from .endpoints import delete_account, get_account, update_account

BODY = {"data": {"nickname": "text"}}


@obligation("update_account.conforms", "specs/kinto.bts:144")
def test_conforms(new_alice: Actor, new_account: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        new_alice.call(update_account, {"id": new_account["data"]["id"]}, body=BODY),
        200,
        AccountAnswer,
    )


@obligation("update_account.allows.admin", "specs/kinto.bts:142")
def test_allows_admin(root: Actor, new_account: Response) -> None:
    """`admin` may call it."""
    expect(
        root.call(update_account, {"id": new_account["data"]["id"]}, body=BODY),
        200,
        AccountAnswer,
    )


@obligation("update_account.accepts", "specs/kinto.bts:144")
@pytest.mark.parametrize("change", [Drop("data.nickname", "absent")], ids=str)
def test_accepts(new_alice: Actor, new_account: Response, change: Change) -> None:
    """Values at the very edge of what is declared are accepted, and kept as they were sent."""
    made = expect(
        new_alice.call(
            update_account, {"id": new_account["data"]["id"]}, body=change(BODY)
        ),
        200,
        AccountAnswer,
    )
    again = expect(
        new_alice.call(get_account, {"id": made["data"]["id"]}), 200, AccountAnswer
    )
    as_sent(again["data"], made.sent, ["nickname"], ["data"])


@obligation("update_account.rejects", "specs/kinto.bts:145")
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
def test_rejects(new_alice: Actor, new_account: Response, change: Change) -> None:
    """An invalid body is answered 400."""
    expect(
        new_alice.call(
            update_account, {"id": new_account["data"]["id"]}, body=change(BODY)
        ),
        400,
        Error,
    )


@obligation("update_account.rejects.body.wrong_media_type", "specs/kinto.bts:145")
def test_rejects_media_type(new_alice: Actor, new_account: Response) -> None:
    """A body that calls itself text/plain is rejected."""
    expect(
        new_alice.call(
            update_account,
            {"id": new_account["data"]["id"]},
            body=BODY,
            media="text/plain",
        ),
        (400, 415),
    )


@obligation("update_account.rejects", "specs/kinto.bts:141")
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
def test_rejects_params(
    new_alice: Actor, new_account: Response, change: Change
) -> None:
    """An invalid parameter is answered 4xx."""
    expect(
        new_alice.call(
            update_account, change({"id": new_account["data"]["id"]}), body=BODY
        ),
        "4xx",
    )


@obligation("update_account.survives", "specs/kinto.bts:141")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Put("data.specc_unknown", "text", id="data.unknown_field"),
        Repeat("data", id="body.repeated_key"),
    ],
    ids=str,
)
def test_survives(new_alice: Actor, new_account: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        new_alice.call(
            update_account, {"id": new_account["data"]["id"]}, body=change(BODY)
        )
    )


@obligation("update_account.survives", "specs/kinto.bts:141")
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
def test_survives_params(
    new_alice: Actor, new_account: Response, change: Change
) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        new_alice.call(
            update_account, change({"id": new_account["data"]["id"]}), body=BODY
        ),
        414,
        431,
    )


@obligation("update_account.ignores", "specs/kinto.bts:149")
@pytest.mark.parametrize(
    "change", [Put("data.last_modified", 987654, id="last_modified")], ids=str
)
def test_ignores(new_alice: Actor, new_account: Response, change: Change) -> None:
    """What is readonly or unknown is not taken from the client."""
    usual = expect(
        new_alice.call(update_account, {"id": new_account["data"]["id"]}, body=BODY),
        200,
        AccountAnswer,
    )
    claimed = survived(
        new_alice.call(
            update_account, {"id": new_account["data"]["id"]}, body=change(BODY)
        )
    )
    server_decides(usual, claimed, ["last_modified", "specc_unknown"], ["data"])


@obligation("update_account.refuses.anonymous", "specs/kinto.bts:146")
def test_refuses_anonymous(anonymous: Actor, new_account: Response) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(update_account, {"id": new_account["data"]["id"]}, body=BODY),
        401,
        Error,
    )


@obligation("update_account.refuses.made_up_credential", "specs/kinto.bts:146")
def test_refuses_made_up_credential(new_alice: Actor, new_account: Response) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(new_alice).call(
            update_account, {"id": new_account["data"]["id"]}, body=BODY
        ),
        401,
        Error,
    )


@obligation("update_account.refuses.stranger", "specs/kinto.bts:142")
def test_refuses_stranger(bob: Actor, new_account: Response) -> None:
    """A stranger is refused with 403."""
    expect(
        bob.call(update_account, {"id": new_account["data"]["id"]}, body=BODY),
        403,
        Error,
    )


@obligation("update_account.unaffected.anonymous", "specs/kinto.bts:146")
def test_unaffected_by_anonymous(
    new_alice: Actor, anonymous: Actor, new_account: Response
) -> None:
    """The Account is as before after a refusal of anonymous."""
    before = expect(
        new_alice.call(get_account, {"id": new_account["data"]["id"]}),
        200,
        AccountAnswer,
    )
    anonymous.call(update_account, {"id": new_account["data"]["id"]}, body=BODY)
    after = expect(
        new_alice.call(get_account, {"id": new_account["data"]["id"]}),
        200,
        AccountAnswer,
    )
    equal(after["data"], before["data"])


@obligation("update_account.unaffected.made_up_credential", "specs/kinto.bts:146")
def test_unaffected_by_made_up_credential(
    new_alice: Actor, new_account: Response
) -> None:
    """The Account is as before after a refusal of made_up_credential."""
    before = expect(
        new_alice.call(get_account, {"id": new_account["data"]["id"]}),
        200,
        AccountAnswer,
    )
    forged(new_alice).call(update_account, {"id": new_account["data"]["id"]}, body=BODY)
    after = expect(
        new_alice.call(get_account, {"id": new_account["data"]["id"]}),
        200,
        AccountAnswer,
    )
    equal(after["data"], before["data"])


@obligation("update_account.unaffected.stranger", "specs/kinto.bts:142")
def test_unaffected_by_stranger(
    new_alice: Actor, bob: Actor, new_account: Response
) -> None:
    """The Account is as before after a refusal of stranger."""
    before = expect(
        new_alice.call(get_account, {"id": new_account["data"]["id"]}),
        200,
        AccountAnswer,
    )
    bob.call(update_account, {"id": new_account["data"]["id"]}, body=BODY)
    after = expect(
        new_alice.call(get_account, {"id": new_account["data"]["id"]}),
        200,
        AccountAnswer,
    )
    equal(after["data"], before["data"])


@obligation("update_account.unaffected.invalid", "specs/kinto.bts:141")
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
    new_alice: Actor, new_account: Response, change: Change
) -> None:
    """The Account is as before after an invalid body."""
    before = expect(
        new_alice.call(get_account, {"id": new_account["data"]["id"]}),
        200,
        AccountAnswer,
    )
    new_alice.call(update_account, {"id": new_account["data"]["id"]}, body=change(BODY))
    after = expect(
        new_alice.call(get_account, {"id": new_account["data"]["id"]}),
        200,
        AccountAnswer,
    )
    equal(after["data"], before["data"])


@obligation("update_account.deleted", "specs/kinto.bts:141")
def test_deleted(root: Actor, new_account: Response) -> None:
    """After the Account is gone, the call is answered 404."""
    expect(
        root.call(delete_account, {"id": new_account["data"]["id"]}),
        200,
        DeleteAccount200,
    )
    expect(root.call(update_account, {"id": new_account["data"]["id"]}, body=BODY), 404)


@obligation("update_account.updates", "specs/kinto.bts:149")
def test_updates(new_alice: Actor, new_account: Response) -> None:
    """The change that it answers is seen when the Account is read again."""
    before = expect(
        new_alice.call(get_account, {"id": new_account["data"]["id"]}),
        200,
        AccountAnswer,
    )
    changed = expect(
        new_alice.call(update_account, {"id": new_account["data"]["id"]}, body=BODY),
        200,
        AccountAnswer,
    )
    after = expect(
        new_alice.call(get_account, {"id": changed["data"]["id"]}), 200, AccountAnswer
    )
    change_kept(before["data"], changed["data"], after["data"])
    rest_kept(before["data"], after["data"], changed.sent, ["nickname"], ["data"])
