"""GET /accounts keeps what specs/kinto.bts:135 says.

Everyone sees themselves, and nobody else.
"""

from specc.runtime import Actor, expect, forged, obligation

from .contracts import Error, ListAccounts200
from .endpoints import list_accounts


@obligation("list_accounts.conforms", "specs/kinto.bts:137")
def test_conforms(alice: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(alice.call(list_accounts), 200, ListAccounts200)


@obligation("list_accounts.allows.admin", "specs/kinto.bts:136")
def test_allows_admin(root: Actor) -> None:
    """`admin` may call it."""
    expect(root.call(list_accounts), 200, ListAccounts200)


@obligation("list_accounts.refuses.anonymous", "specs/kinto.bts:138")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(list_accounts), 401, Error)


@obligation("list_accounts.refuses.made_up_credential", "specs/kinto.bts:138")
def test_refuses_made_up_credential(alice: Actor) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(alice).call(list_accounts), 401, Error)


@obligation("list_accounts.again", "specs/kinto.bts:137")
def test_again(alice: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(alice.call(list_accounts), 200, ListAccounts200)
    expect(alice.call(list_accounts), 200, ListAccounts200)
