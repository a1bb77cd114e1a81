"""GET /ip keeps what specs/httpbin.bts:100 says."""

from specc.runtime import Actor, expect, obligation

from .contracts import ShowIp200
from .endpoints import show_ip


@obligation("show_ip.conforms", "specs/httpbin.bts:102")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(show_ip), 200, ShowIp200)
