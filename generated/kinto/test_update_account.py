"""PATCH /accounts/{id} keeps what specs/kinto.bts:116 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    Response,
    change_kept,
    expect,
    obligation,
)

from .contracts import AccountAnswer, Error
from .endpoints import get_account, update_account

BODY = {"data": {"nickname": "text"}}


@obligation("update_account.conforms", "specs/kinto.bts:119")
def test_conforms(new_alice: Actor, new_account: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        new_alice.call(update_account, {"id": new_account["data"]["id"]}, body=BODY),
        200,
        AccountAnswer,
    )


@obligation("update_account.allows.admin", "specs/kinto.bts:117")
def test_allows_admin(root: Actor, new_account: Response) -> None:
    """`admin` may call it."""
    expect(
        root.call(update_account, {"id": new_account["data"]["id"]}, body=BODY),
        200,
        AccountAnswer,
    )


@obligation("update_account.accepts", "specs/kinto.bts:119")
@pytest.mark.parametrize(
    "change", [pytest.param(Drop("data.nickname"), id="data.nickname.absent")]
)
def test_accepts(new_alice: Actor, new_account: Response, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        new_alice.call(
            update_account, {"id": new_account["data"]["id"]}, body=change(BODY)
        ),
        200,
        AccountAnswer,
    )


@obligation("update_account.rejects", "specs/kinto.bts:120")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Drop("data"), id="data.missing"),
        pytest.param(Put("data", None), id="data.null"),
        pytest.param(Put("data", "text"), id="data.wrong_type"),
        pytest.param(Put("", b'{"'), id="body.malformed"),
        pytest.param(Put("", "text"), id="body.wrong_type"),
    ],
)
def test_rejects(alice: Actor, account: Response, change: Change) -> None:
    """An invalid body is answered 400."""
    expect(
        alice.call(update_account, {"id": account["data"]["id"]}, body=change(BODY)),
        400,
        Error,
    )


@obligation("update_account.refuses.anonymous", "specs/kinto.bts:121")
def test_refuses_anonymous(anonymous: Actor, new_account: Response) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(update_account, {"id": new_account["data"]["id"]}, body=BODY),
        401,
        Error,
    )


@obligation("update_account.refuses.stranger", "specs/kinto.bts:117")
def test_refuses_stranger(bob: Actor, new_account: Response) -> None:
    """Stranger is refused with 403."""
    expect(
        bob.call(update_account, {"id": new_account["data"]["id"]}, body=BODY),
        403,
        Error,
    )


@obligation("update_account.updates", "specs/kinto.bts:124")
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
