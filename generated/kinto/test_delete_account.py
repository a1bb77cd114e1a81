"""DELETE /accounts/{id} keeps what specs/kinto.bts:128 says.

An account can close itself too: see the scenarios, where there is one to spare.
"""

from specc.runtime import Actor, Response, expect, obligation

from .contracts import DeleteAccount200, Error
from .endpoints import delete_account, get_account


@obligation("delete_account.conforms", "specs/kinto.bts:130")
def test_conforms(root: Actor, new_account: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        root.call(delete_account, {"id": new_account["data"]["id"]}),
        200,
        DeleteAccount200,
    )


@obligation("delete_account.refuses.anonymous", "specs/kinto.bts:131")
def test_refuses_anonymous(anonymous: Actor, new_account: Response) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(delete_account, {"id": new_account["data"]["id"]}), 401, Error
    )


@obligation("delete_account.refuses.user", "specs/kinto.bts:132")
def test_refuses_user(alice: Actor, new_account: Response) -> None:
    """User is refused with 403."""
    expect(alice.call(delete_account, {"id": new_account["data"]["id"]}), 403, Error)


@obligation("delete_account.unknown.id", "specs/kinto.bts:133")
def test_unknown_id(root: Actor) -> None:
    """An unknown id is answered 404."""
    expect(root.call(delete_account, {"id": "A"}), 404, Error)


@obligation("delete_account.repeated", "specs/kinto.bts:133")
def test_repeated(root: Actor, new_account: Response) -> None:
    """The same call a second time is answered 404."""
    expect(
        root.call(delete_account, {"id": new_account["data"]["id"]}),
        200,
        DeleteAccount200,
    )
    expect(root.call(delete_account, {"id": new_account["data"]["id"]}), 404, Error)


@obligation("delete_account.deletes", "specs/kinto.bts:134")
def test_deletes(root: Actor, new_account: Response) -> None:
    """The Account is gone afterwards."""
    expect(
        root.call(delete_account, {"id": new_account["data"]["id"]}),
        200,
        DeleteAccount200,
    )
    expect(root.call(get_account, {"id": new_account["data"]["id"]}), (404, 410))
