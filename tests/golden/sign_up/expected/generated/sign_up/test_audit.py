"""GET /audit/{token} keeps what sign_up.bts:81 says."""

from specc.runtime import Actor, expect, obligation

from .contracts import Audit200, Problem
from .endpoints import audit


@obligation("audit.conforms", "sign_up.bts:83")
def test_conforms(ann: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(ann.call(audit, {"token": "abc"}), 200, Audit200)


@obligation("audit.refuses.anonymous", "sign_up.bts:84")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(audit, {"token": "abc"}), 401, Problem)
