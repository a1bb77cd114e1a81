"""GET /accounts/{id} keeps what specs/kinto.bts:125 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Response,
    equal,
    expect,
    forged,
    obligation,
    survived,
    unique,
)

from .contracts import AccountAnswer, DeleteAccount200, Error
from .endpoints import create_account, delete_account, get_account


@obligation("get_account.conforms", "specs/kinto.bts:127")
def test_conforms(alice: Actor, account: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(alice.call(get_account, {"id": account["data"]["id"]}), 200, AccountAnswer)


@obligation("get_account.allows.admin", "specs/kinto.bts:126")
def test_allows_admin(root: Actor, account: Response) -> None:
    """`admin` may call it."""
    expect(root.call(get_account, {"id": account["data"]["id"]}), 200, AccountAnswer)


@obligation("get_account.rejects", "specs/kinto.bts:125")
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
def test_rejects_params(alice: Actor, account: Response, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(alice.call(get_account, change({"id": account["data"]["id"]})), "4xx")


@obligation("get_account.survives", "specs/kinto.bts:125")
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
def test_survives_params(alice: Actor, account: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(get_account, change({"id": account["data"]["id"]})), 414, 431, 400
    )


@obligation("get_account.refuses.anonymous", "specs/kinto.bts:128")
def test_refuses_anonymous(anonymous: Actor, account: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(get_account, {"id": account["data"]["id"]}), 401, Error)


@obligation("get_account.refuses.made_up_credential", "specs/kinto.bts:128")
def test_refuses_made_up_credential(alice: Actor, account: Response) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(alice).call(get_account, {"id": account["data"]["id"]}), 401, Error)


@obligation("get_account.refuses.stranger", "specs/kinto.bts:126")
def test_refuses_stranger(bob: Actor, account: Response) -> None:
    """A stranger is refused with 403."""
    expect(bob.call(get_account, {"id": account["data"]["id"]}), 403, Error)


@obligation("get_account.deleted", "specs/kinto.bts:125")
def test_deleted(root: Actor, new_account: Response) -> None:
    """After the Account is gone, the call is answered 404."""
    expect(
        root.call(delete_account, {"id": new_account["data"]["id"]}),
        200,
        DeleteAccount200,
    )
    expect(root.call(get_account, {"id": new_account["data"]["id"]}), 404)


@obligation("get_account.reads", "specs/kinto.bts:131")
def test_reads(anonymous: Actor, alice: Actor, account: Response) -> None:
    """Of several Accounts, the one that was asked for is shown."""
    expect(
        anonymous.call(
            create_account,
            {"id": unique("carol")},
            body={"data": {"password": "tea-party"}},
        ),
        201,
        AccountAnswer,
    )
    seen = expect(
        alice.call(get_account, {"id": account["data"]["id"]}), 200, AccountAnswer
    )
    equal(seen["data"]["id"], account["data"]["id"])


@obligation("get_account.safe", "specs/kinto.bts:131")
def test_safe(alice: Actor, account: Response) -> None:
    """Reading changes nothing."""
    seen = expect(
        alice.call(get_account, {"id": account["data"]["id"]}), 200, AccountAnswer
    )
    again = expect(
        alice.call(get_account, {"id": account["data"]["id"]}), 200, AccountAnswer
    )
    equal(again["data"], seen["data"])
