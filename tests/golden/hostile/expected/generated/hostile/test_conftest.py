"""GET /conftest keeps what hostile.bts:32 says."""

from specc.runtime import Actor, expect, obligation

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
