"""GET /ip keeps what specs/httpbin.bts:100 says."""

from specc.runtime import Actor, expect, obligation

from .contracts import ShowIp200
from .endpoints import show_ip


@obligation("show_ip.conforms", "specs/httpbin.bts:102")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(show_ip), 200, ShowIp200)


@obligation("show_ip.again", "specs/httpbin.bts:102")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(show_ip), 200, ShowIp200)
    expect(anonymous.call(show_ip), 200, ShowIp200)
