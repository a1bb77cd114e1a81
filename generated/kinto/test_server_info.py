"""GET / keeps what specs/kinto.bts:41 says."""

from specc.runtime import Actor, expect, obligation

from .contracts import ServerInfo
from .endpoints import server_info


@obligation("server_info.conforms", "specs/kinto.bts:43")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(server_info), 200, ServerInfo)


@obligation("server_info.again", "specs/kinto.bts:43")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(server_info), 200, ServerInfo)
    expect(anonymous.call(server_info), 200, ServerInfo)
