"""GET /delay/{seconds} keeps what specs/httpbin.bts:420 says."""

from decimal import Decimal

from specc.runtime import Actor, expect, obligation

from .contracts import Sent_2
from .endpoints import delay


@obligation("delay.conforms", "specs/httpbin.bts:422")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(delay, {"seconds": Decimal("0.5")}), 200, Sent_2)


@obligation("delay.again", "specs/httpbin.bts:422")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(delay, {"seconds": Decimal("0.5")}), 200, Sent_2)
    expect(anonymous.call(delay, {"seconds": Decimal("0.5")}), 200, Sent_2)
