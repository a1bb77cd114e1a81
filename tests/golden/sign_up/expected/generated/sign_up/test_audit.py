"""GET /audit/{token} keeps what sign_up.bts:81 says."""

import pytest
from specc.runtime import Actor, Change, Put, expect, forged, obligation, survived

from .contracts import Audit200, Problem
from .endpoints import audit


@obligation("audit.conforms", "sign_up.bts:83")
def test_conforms(ann: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(ann.call(audit, {"token": "abc"}), 200, Audit200)


@obligation("audit.survives", "sign_up.bts:81")
@pytest.mark.parametrize(
    "change",
    [
        Put("token", "a" * 4000, id="path.token.very_long"),
        Put("token", "'\"`;--%s\\", id="path.token.quotes"),
        Put("token", "a\x00b", id="path.token.nul"),
        Put("token", "\u202ea\u202c\ufeff", id="path.token.bidi_override"),
        Put("token", "e" + "\u0301" * 60, id="path.token.stacked_marks"),
        Put("token", "\ud800", id="path.token.not_utf8"),
    ],
    ids=str,
)
def test_survives_params(ann: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(ann.call(audit, change({"token": "abc"})), 414, 431, 404, 400)


@obligation("audit.refuses.anonymous", "sign_up.bts:84")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(audit, {"token": "abc"}), 401, Problem)


@obligation("audit.refuses.made_up_credential", "sign_up.bts:84")
def test_refuses_made_up_credential(ann: Actor) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(ann).call(audit, {"token": "abc"}), 401, Problem)


@obligation("audit.again", "sign_up.bts:83")
def test_again(ann: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(ann.call(audit, {"token": "abc"}), 200, Audit200)
    expect(ann.call(audit, {"token": "abc"}), 200, Audit200)
