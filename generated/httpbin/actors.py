"""Who calls the service, from specs/httpbin.bts."""

from specc.runtime import Actor, secret

from .service import ROOT


def ann() -> Actor:
    """The member ann (specs/httpbin.bts:17)."""
    actor = Actor("ann", role="member")
    actor.basic("ann", secret("HTTPBIN_PASSWORD", ROOT / "specs/httpbin.bts"))
    return actor


def hugo() -> Actor:
    """The holder hugo (specs/httpbin.bts:21)."""
    actor = Actor("hugo", role="holder")
    actor.bearer(secret("HTTPBIN_TOKEN", ROOT / "specs/httpbin.bts"))
    return actor


def ines() -> Actor:
    """The insider ines (specs/httpbin.bts:25)."""
    actor = Actor("ines", role="insider")
    actor.digest("ines", secret("HTTPBIN_DIGEST_PASSWORD", ROOT / "specs/httpbin.bts"))
    return actor
