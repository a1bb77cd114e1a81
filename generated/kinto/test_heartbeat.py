"""GET /__heartbeat__ keeps what specs/kinto.bts:60 says."""

from specc.runtime import Actor, expect, obligation

from .contracts import Heartbeat200
from .endpoints import heartbeat


@obligation("heartbeat.conforms", "specs/kinto.bts:62")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(heartbeat), 200, Heartbeat200)
