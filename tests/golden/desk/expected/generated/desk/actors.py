"""Who calls the service, from desk.bts."""

from specc.runtime import Actor


def ann() -> Actor:
    """The agent ann (desk.bts:6)."""
    actor = Actor("ann", role="agent")
    actor.bearer("token-of-ann")
    return actor
