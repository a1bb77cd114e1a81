"""GET /__api__ keeps what specs/kinto.bts:68 says.

The service's own OpenAPI document.
"""

from specc.runtime import Actor, expect, obligation

from .contracts import OpenApi
from .endpoints import open_api


@obligation("open_api.conforms", "specs/kinto.bts:70")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(open_api), 200, OpenApi)


@obligation("open_api.again", "specs/kinto.bts:70")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(open_api), 200, OpenApi)
    expect(anonymous.call(open_api), 200, OpenApi)
