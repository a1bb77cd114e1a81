"""GET /digest-auth/{qop}/{user}/{passwd}/{algorithm} keeps what specs/httpbin.bts:194 says."""

from specc.runtime import Actor, expect, obligation, secret

from .contracts import DigestAuth200
from .endpoints import digest_auth
from .service import ROOT


@obligation("digest_auth.conforms", "specs/httpbin.bts:196")
def test_conforms(ines: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        ines.call(
            digest_auth,
            {
                "qop": "auth",
                "user": "ines",
                "passwd": secret("HTTPBIN_DIGEST_PASSWORD", ROOT / "specs/httpbin.bts"),
                "algorithm": "SHA-256",
            },
        ),
        200,
        DigestAuth200,
    )


@obligation("digest_auth.refuses.anonymous", "specs/httpbin.bts:197")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            digest_auth,
            {
                "qop": "auth",
                "user": "ines",
                "passwd": secret("HTTPBIN_DIGEST_PASSWORD", ROOT / "specs/httpbin.bts"),
                "algorithm": "SHA-256",
            },
        ),
        401,
    )


@obligation("digest_auth.refuses.member", "specs/httpbin.bts:197")
def test_refuses_member(ann: Actor) -> None:
    """Member is refused with 401."""
    expect(
        ann.call(
            digest_auth,
            {
                "qop": "auth",
                "user": "ines",
                "passwd": secret("HTTPBIN_DIGEST_PASSWORD", ROOT / "specs/httpbin.bts"),
                "algorithm": "SHA-256",
            },
        ),
        401,
    )


@obligation("digest_auth.refuses.holder", "specs/httpbin.bts:197")
def test_refuses_holder(hugo: Actor) -> None:
    """Holder is refused with 401."""
    expect(
        hugo.call(
            digest_auth,
            {
                "qop": "auth",
                "user": "ines",
                "passwd": secret("HTTPBIN_DIGEST_PASSWORD", ROOT / "specs/httpbin.bts"),
                "algorithm": "SHA-256",
            },
        ),
        401,
    )
