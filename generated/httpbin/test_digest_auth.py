"""GET /digest-auth/{qop}/{user}/{passwd}/{algorithm} keeps what specs/httpbin.bts:198 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    expect,
    forged,
    obligation,
    secret,
    survived,
)

from .contracts import DigestAuth200
from .endpoints import digest_auth
from .service import ROOT


@obligation("digest_auth.conforms", "specs/httpbin.bts:200")
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


@obligation("digest_auth.survives", "specs/httpbin.bts:198")
@pytest.mark.parametrize(
    "change",
    [
        Put("qop", "a" * 4000, id="path.qop.very_long"),
        Put("qop", "'\"`;--%s\\", id="path.qop.quotes"),
        Put("qop", "a\x00b", id="path.qop.nul"),
        Put("qop", "\u202ea\u202c\ufeff", id="path.qop.bidi_override"),
        Put("qop", "e" + "\u0301" * 60, id="path.qop.stacked_marks"),
        Put("qop", "\ud800", id="path.qop.not_utf8"),
        Put("user", "a" * 4000, id="path.user.very_long"),
        Put("user", "'\"`;--%s\\", id="path.user.quotes"),
        Put("user", "a\x00b", id="path.user.nul"),
        Put("user", "\u202ea\u202c\ufeff", id="path.user.bidi_override"),
        Put("user", "e" + "\u0301" * 60, id="path.user.stacked_marks"),
        Put("user", "\ud800", id="path.user.not_utf8"),
        Put("algorithm", "a" * 4000, id="path.algorithm.very_long"),
        Put("algorithm", "'\"`;--%s\\", id="path.algorithm.quotes"),
        Put("algorithm", "a\x00b", id="path.algorithm.nul"),
        Put("algorithm", "\u202ea\u202c\ufeff", id="path.algorithm.bidi_override"),
        Put("algorithm", "e" + "\u0301" * 60, id="path.algorithm.stacked_marks"),
        Put("algorithm", "\ud800", id="path.algorithm.not_utf8"),
    ],
    ids=str,
)
def test_survives_params(ines: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        ines.call(
            digest_auth,
            change(
                {
                    "qop": "auth",
                    "user": "ines",
                    "passwd": secret(
                        "HTTPBIN_DIGEST_PASSWORD", ROOT / "specs/httpbin.bts"
                    ),
                    "algorithm": "SHA-256",
                }
            ),
        ),
        414,
        431,
        404,
        400,
    )


@obligation("digest_auth.refuses.anonymous", "specs/httpbin.bts:201")
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


@obligation("digest_auth.refuses.made_up_credential", "specs/httpbin.bts:201")
def test_refuses_made_up_credential(ines: Actor) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(ines).call(
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


@obligation("digest_auth.refuses.member", "specs/httpbin.bts:201")
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


@obligation("digest_auth.refuses.holder", "specs/httpbin.bts:201")
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


@obligation("digest_auth.again", "specs/httpbin.bts:200")
def test_again(ines: Actor) -> None:
    """The same call a second time succeeds as well."""
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
