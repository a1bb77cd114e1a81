"""GET /loose keeps what contracts.bts:91 says."""

from specc.runtime import Actor, expect, obligation

from .contracts import Loose200
from .endpoints import loose


@obligation("loose.conforms", "contracts.bts:92")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(loose), 200, Loose200)


@obligation("loose.again", "contracts.bts:92")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(loose), 200, Loose200)
    expect(anonymous.call(loose), 200, Loose200)
