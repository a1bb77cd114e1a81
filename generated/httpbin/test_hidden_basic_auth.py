"""GET /hidden-basic-auth/{user}/{passwd} keeps what specs/httpbin.bts:182 says.

Does not let on that there is anything to see.
"""

from specc.runtime import Actor, expect, obligation, secret

from .contracts import HiddenBasicAuth200
from .endpoints import hidden_basic_auth
from .service import ROOT


@obligation("hidden_basic_auth.conforms", "specs/httpbin.bts:184")
def test_conforms(ann: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        ann.call(
            hidden_basic_auth,
            {
                "user": "ann",
                "passwd": secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"),
            },
        ),
        200,
        HiddenBasicAuth200,
    )


@obligation("hidden_basic_auth.refuses.anonymous", "specs/httpbin.bts:185")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 404."""
    expect(
        anonymous.call(
            hidden_basic_auth,
            {
                "user": "ann",
                "passwd": secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"),
            },
        ),
        404,
    )


@obligation("hidden_basic_auth.refuses.holder", "specs/httpbin.bts:185")
def test_refuses_holder(hugo: Actor) -> None:
    """Holder is refused with 404."""
    expect(
        hugo.call(
            hidden_basic_auth,
            {
                "user": "ann",
                "passwd": secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"),
            },
        ),
        404,
    )


@obligation("hidden_basic_auth.refuses.insider", "specs/httpbin.bts:185")
def test_refuses_insider(ines: Actor) -> None:
    """Insider is refused with 404."""
    expect(
        ines.call(
            hidden_basic_auth,
            {
                "user": "ann",
                "passwd": secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"),
            },
        ),
        404,
    )
