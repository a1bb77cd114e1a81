"""GET /conftest keeps what hostile.bts:32 says."""

from specc.runtime import Actor, expect, forged, obligation

from .contracts import Conftest200
from .endpoints import conftest


@obligation("conftest.conforms", "hostile.bts:34")
def test_conforms(import_: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(import_.call(conftest), 200, Conftest200)


@obligation("conftest.refuses.anonymous", "hostile.bts:35")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(conftest), 401)


@obligation("conftest.refuses.made_up_credential", "hostile.bts:35")
def test_refuses_made_up_credential(import_: Actor) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(import_).call(conftest), 401)


@obligation("conftest.again", "hostile.bts:34")
def test_again(import_: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(import_.call(conftest), 200, Conftest200)
    expect(import_.call(conftest), 200, Conftest200)
