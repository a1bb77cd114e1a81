"""Who calls the service, from ownership.bts."""

from specc.runtime import Actor


def ann() -> Actor:
    """The writer ann (ownership.bts:9)."""
    actor = Actor("ann", role="writer")
    actor.bearer("ann-token")
    return actor


def ben() -> Actor:
    """The writer ben (ownership.bts:10)."""
    actor = Actor("ben", role="writer")
    actor.bearer("ben-token")
    return actor


def ed() -> Actor:
    """The editor ed (ownership.bts:11)."""
    actor = Actor("ed", role="editor")
    actor.bearer("ed-token")
    return actor
