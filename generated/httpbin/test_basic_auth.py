"""GET /basic-auth/{user}/{passwd} keeps what specs/httpbin.bts:175 says."""

from specc.runtime import Actor, expect, obligation, secret

from .contracts import BasicAuth200
from .endpoints import basic_auth
from .service import ROOT


@obligation("basic_auth.conforms", "specs/httpbin.bts:177")
def test_conforms(ann: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        ann.call(
            basic_auth,
            {
                "user": "ann",
                "passwd": secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"),
            },
        ),
        200,
        BasicAuth200,
    )


@obligation("basic_auth.refuses.anonymous", "specs/httpbin.bts:178")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            basic_auth,
            {
                "user": "ann",
                "passwd": secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"),
            },
        ),
        401,
    )


@obligation("basic_auth.refuses.holder", "specs/httpbin.bts:178")
def test_refuses_holder(hugo: Actor) -> None:
    """Holder is refused with 401."""
    expect(
        hugo.call(
            basic_auth,
            {
                "user": "ann",
                "passwd": secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"),
            },
        ),
        401,
    )


@obligation("basic_auth.refuses.insider", "specs/httpbin.bts:178")
def test_refuses_insider(ines: Actor) -> None:
    """Insider is refused with 401."""
    expect(
        ines.call(
            basic_auth,
            {
                "user": "ann",
                "passwd": secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"),
            },
        ),
        401,
    )
