"""Who calls the service, from paging.bts."""

from specc.runtime import Actor


def ann() -> Actor:
    """The user ann (paging.bts:6)."""
    actor = Actor("ann", role="user")
    actor.cookie("sid", "ann")
    return actor


def ben() -> Actor:
    """The user ben (paging.bts:7)."""
    actor = Actor("ben", role="user")
    actor.cookie("sid", "ben")
    return actor
