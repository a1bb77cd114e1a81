"""GET /accounts/{id} keeps what specs/kinto.bts:100 says."""

from specc.runtime import Actor, Response, expect, obligation

from .contracts import AccountAnswer, Error
from .endpoints import get_account


@obligation("get_account.conforms", "specs/kinto.bts:102")
def test_conforms(alice: Actor, account: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(alice.call(get_account, {"id": account["data"]["id"]}), 200, AccountAnswer)


@obligation("get_account.allows.admin", "specs/kinto.bts:101")
def test_allows_admin(root: Actor, account: Response) -> None:
    """`admin` may call it."""
    expect(root.call(get_account, {"id": account["data"]["id"]}), 200, AccountAnswer)


@obligation("get_account.refuses.anonymous", "specs/kinto.bts:103")
def test_refuses_anonymous(anonymous: Actor, account: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(get_account, {"id": account["data"]["id"]}), 401, Error)


@obligation("get_account.refuses.stranger", "specs/kinto.bts:101")
def test_refuses_stranger(bob: Actor, account: Response) -> None:
    """Stranger is refused with 403."""
    expect(bob.call(get_account, {"id": account["data"]["id"]}), 403, Error)
