"""DELETE /accounts/{id} keeps what specs/kinto.bts:155 says.

An account can close itself too: see the scenarios, where there is one to spare.
"""

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
)

from .contracts import AccountAnswer, DeleteAccount200, Error
from .endpoints import delete_account, get_account


@obligation("delete_account.conforms", "specs/kinto.bts:157")
def test_conforms(root: Actor, new_account: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        root.call(delete_account, {"id": new_account["data"]["id"]}),
        200,
        DeleteAccount200,
    )


@obligation("delete_account.rejects", "specs/kinto.bts:155")
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
def test_rejects_params(root: Actor, new_account: Response, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(root.call(delete_account, change({"id": new_account["data"]["id"]})), "4xx")


@obligation("delete_account.survives", "specs/kinto.bts:155")
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
def test_survives_params(root: Actor, new_account: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        root.call(delete_account, change({"id": new_account["data"]["id"]})), 414, 431
    )


@obligation("delete_account.refuses.anonymous", "specs/kinto.bts:159")
def test_refuses_anonymous(anonymous: Actor, new_account: Response) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(delete_account, {"id": new_account["data"]["id"]}), 401, Error
    )


@obligation("delete_account.refuses.made_up_credential", "specs/kinto.bts:159")
def test_refuses_made_up_credential(root: Actor, new_account: Response) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(root).call(delete_account, {"id": new_account["data"]["id"]}), 401, Error
    )


@obligation("delete_account.refuses.user", "specs/kinto.bts:160")
def test_refuses_user(alice: Actor, new_account: Response) -> None:
    """User is refused with 403."""
    expect(alice.call(delete_account, {"id": new_account["data"]["id"]}), 403, Error)


@obligation("delete_account.unaffected.anonymous", "specs/kinto.bts:159")
def test_unaffected_by_anonymous(
    new_alice: Actor, anonymous: Actor, new_account: Response
) -> None:
    """The Account is as before after a refusal of anonymous."""
    before = expect(
        new_alice.call(get_account, {"id": new_account["data"]["id"]}),
        200,
        AccountAnswer,
    )
    anonymous.call(delete_account, {"id": new_account["data"]["id"]})
    after = expect(
        new_alice.call(get_account, {"id": new_account["data"]["id"]}),
        200,
        AccountAnswer,
    )
    equal(after["data"], before["data"])


@obligation("delete_account.unaffected.made_up_credential", "specs/kinto.bts:159")
def test_unaffected_by_made_up_credential(
    new_alice: Actor, root: Actor, new_account: Response
) -> None:
    """The Account is as before after a refusal of made_up_credential."""
    before = expect(
        new_alice.call(get_account, {"id": new_account["data"]["id"]}),
        200,
        AccountAnswer,
    )
    forged(root).call(delete_account, {"id": new_account["data"]["id"]})
    after = expect(
        new_alice.call(get_account, {"id": new_account["data"]["id"]}),
        200,
        AccountAnswer,
    )
    equal(after["data"], before["data"])


@obligation("delete_account.unaffected.user", "specs/kinto.bts:160")
def test_unaffected_by_user(
    new_alice: Actor, alice: Actor, new_account: Response
) -> None:
    """The Account is as before after a refusal of user."""
    before = expect(
        new_alice.call(get_account, {"id": new_account["data"]["id"]}),
        200,
        AccountAnswer,
    )
    alice.call(delete_account, {"id": new_account["data"]["id"]})
    after = expect(
        new_alice.call(get_account, {"id": new_account["data"]["id"]}),
        200,
        AccountAnswer,
    )
    equal(after["data"], before["data"])


@obligation("delete_account.unknown.id", "specs/kinto.bts:161")
def test_unknown_id(root: Actor) -> None:
    """An unknown id is answered 404."""
    expect(root.call(delete_account, {"id": "A"}), 404, Error)


@obligation("delete_account.repeated", "specs/kinto.bts:161")
def test_repeated(root: Actor, new_account: Response) -> None:
    """The same call a second time is answered 404."""
    expect(
        root.call(delete_account, {"id": new_account["data"]["id"]}),
        200,
        DeleteAccount200,
    )
    expect(root.call(delete_account, {"id": new_account["data"]["id"]}), 404, Error)


@obligation("delete_account.deletes", "specs/kinto.bts:162")
def test_deletes(root: Actor, new_account: Response) -> None:
    """The Account is gone afterwards."""
    expect(
        root.call(delete_account, {"id": new_account["data"]["id"]}),
        200,
        DeleteAccount200,
    )
    expect(root.call(get_account, {"id": new_account["data"]["id"]}), (404, 410))
