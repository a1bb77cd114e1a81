"""GET /bearer keeps what specs/httpbin.bts:191 says."""

from specc.runtime import Actor, expect, obligation

from .contracts import BearerAuth200
from .endpoints import bearer_auth


@obligation("bearer_auth.conforms", "specs/httpbin.bts:193")
def test_conforms(hugo: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(hugo.call(bearer_auth), 200, BearerAuth200)


@obligation("bearer_auth.refuses.anonymous", "specs/httpbin.bts:194")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(bearer_auth), 401)


@obligation("bearer_auth.refuses.member", "specs/httpbin.bts:194")
def test_refuses_member(ann: Actor) -> None:
    """Member is refused with 401."""
    expect(ann.call(bearer_auth), 401)


@obligation("bearer_auth.refuses.insider", "specs/httpbin.bts:194")
def test_refuses_insider(ines: Actor) -> None:
    """Insider is refused with 401."""
    expect(ines.call(bearer_auth), 401)


@obligation("bearer_auth.again", "specs/httpbin.bts:193")
def test_again(hugo: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(hugo.call(bearer_auth), 200, BearerAuth200)
    expect(hugo.call(bearer_auth), 200, BearerAuth200)
