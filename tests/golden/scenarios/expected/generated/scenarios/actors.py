"""Who calls the service, from scenarios.bts."""

from specc.runtime import Actor


def ann() -> Actor:
    """The customer ann (scenarios.bts:6)."""
    actor = Actor("ann", role="customer")
    actor.header("X-Key", "ann")
    return actor


def ben() -> Actor:
    """The customer ben (scenarios.bts:7)."""
    actor = Actor("ben", role="customer")
    actor.header("X-Key", "ben")
    return actor
