"""GET /anything/{shelf}/{number} keeps what specs/httpbin.bts:82 says."""

from specc.runtime import Actor, expect, obligation

from .contracts import Anything
from .endpoints import show_path


@obligation("show_path.conforms", "specs/httpbin.bts:84")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(show_path, {"shelf": "prose", "number": 12}), 200, Anything)
