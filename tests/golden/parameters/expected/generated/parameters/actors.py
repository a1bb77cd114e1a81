"""Who calls the service, from parameters.bts."""

from specc.runtime import Actor, secret

from .service import ROOT


def ann() -> Actor:
    """The user ann (parameters.bts:11)."""
    actor = Actor("ann", role="user")
    actor.basic("ann", secret("ANN_PASSWORD", ROOT / "parameters.bts"))
    return actor
