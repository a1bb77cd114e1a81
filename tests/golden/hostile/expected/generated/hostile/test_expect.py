"""GET /self keeps what hostile.bts:38 says."""

from specc.runtime import Actor, expect, obligation

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
