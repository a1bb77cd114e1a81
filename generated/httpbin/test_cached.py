"""GET /cache keeps what specs/httpbin.bts:332 says."""

from specc.runtime import Actor, expect, obligation

from .contracts import Echo
from .endpoints import cached


@obligation("cached.conforms", "specs/httpbin.bts:336")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(cached), 200, Echo)


@obligation("cached.unchanged", "specs/httpbin.bts:337")
def test_unchanged(anonymous: Actor) -> None:
    """What the caller has already, as If-None-Match says, is answered 304."""
    seen = expect(anonymous.call(cached), 200, Echo)
    expect(anonymous.call(cached, {"If-None-Match": seen.header("ETag")}), 304)
