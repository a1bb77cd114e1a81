"""GET /hidden-basic-auth/{user}/{passwd} keeps what specs/httpbin.bts:185 says.

Does not let on that there is anything to see.
"""

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

from .contracts import HiddenBasicAuth200
from .endpoints import hidden_basic_auth
from .service import ROOT


@obligation("hidden_basic_auth.conforms", "specs/httpbin.bts:187")
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


@obligation("hidden_basic_auth.survives", "specs/httpbin.bts:185")
@pytest.mark.parametrize(
    "change",
    [
        Put("user", "a" * 4000, id="path.user.very_long"),
        Put("user", "'\"`;--%s\\", id="path.user.quotes"),
        Put("user", "a\x00b", id="path.user.nul"),
        Put("user", "\u202ea\u202c\ufeff", id="path.user.bidi_override"),
        Put("user", "e" + "\u0301" * 60, id="path.user.stacked_marks"),
        Put("user", "\ud800", id="path.user.not_utf8"),
    ],
    ids=str,
)
def test_survives_params(ann: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        ann.call(
            hidden_basic_auth,
            change(
                {
                    "user": "ann",
                    "passwd": secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"),
                }
            ),
        ),
        414,
        431,
        400,
    )


@obligation("hidden_basic_auth.refuses.anonymous", "specs/httpbin.bts:188")
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


@obligation("hidden_basic_auth.refuses.made_up_credential", "specs/httpbin.bts:188")
def test_refuses_made_up_credential(ann: Actor) -> None:
    """A made-up credential is refused with 404 or 401."""
    expect(
        forged(ann).call(
            hidden_basic_auth,
            {
                "user": "ann",
                "passwd": secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"),
            },
        ),
        (404, 401),
    )


@obligation("hidden_basic_auth.refuses.holder", "specs/httpbin.bts:188")
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


@obligation("hidden_basic_auth.refuses.insider", "specs/httpbin.bts:188")
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


@obligation("hidden_basic_auth.again", "specs/httpbin.bts:187")
def test_again(ann: Actor) -> None:
    """The same call a second time succeeds as well."""
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
