"""GET /__heartbeat__ keeps what specs/kinto.bts:62 says."""

from specc.runtime import Actor, expect, obligation

from .contracts import Heartbeat200
from .endpoints import heartbeat


@obligation("heartbeat.conforms", "specs/kinto.bts:64")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(heartbeat), 200, Heartbeat200)


@obligation("heartbeat.again", "specs/kinto.bts:64")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(heartbeat), 200, Heartbeat200)
    expect(anonymous.call(heartbeat), 200, Heartbeat200)
