"""GET /uuid keeps what specs/httpbin.bts:112 says."""

from specc.runtime import Actor, expect, obligation

from .contracts import MakeUuid200
from .endpoints import make_uuid


@obligation("make_uuid.conforms", "specs/httpbin.bts:114")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(make_uuid), 200, MakeUuid200)


@obligation("make_uuid.again", "specs/httpbin.bts:114")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(make_uuid), 200, MakeUuid200)
    expect(anonymous.call(make_uuid), 200, MakeUuid200)
