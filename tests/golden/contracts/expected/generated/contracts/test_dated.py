"""GET /dated keeps what contracts.bts:87 says."""

from specc.runtime import Actor, expect, obligation

from .contracts import Dated200
from .endpoints import dated


@obligation("dated.conforms", "contracts.bts:88")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(dated), 200, Dated200)


@obligation("dated.again", "contracts.bts:88")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(dated), 200, Dated200)
    expect(anonymous.call(dated), 200, Dated200)
