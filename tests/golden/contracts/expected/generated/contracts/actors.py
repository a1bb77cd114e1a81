"""Who calls the service, from contracts.bts."""

from specc.runtime import Actor


def ann() -> Actor:
    """The user ann (contracts.bts:6)."""
    actor = Actor("ann", role="user")
    actor.header("X-Key", "ann")
    return actor
