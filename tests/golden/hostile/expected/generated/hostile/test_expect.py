"""GET /self keeps what hostile.bts:38 says."""

from specc.runtime import Actor, expect, forged, obligation

from .contracts import Expect200
from .endpoints import expect_2


@obligation("expect.conforms", "hostile.bts:40")
def test_conforms(import_: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(import_.call(expect_2), 200, Expect200)


@obligation("expect.refuses.anonymous", "hostile.bts:41")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(expect_2), 401)


@obligation("expect.refuses.made_up_credential", "hostile.bts:41")
def test_refuses_made_up_credential(import_: Actor) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(import_).call(expect_2), 401)


@obligation("expect.again", "hostile.bts:40")
def test_again(import_: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(import_.call(expect_2), 200, Expect200)
    expect(import_.call(expect_2), 200, Expect200)
