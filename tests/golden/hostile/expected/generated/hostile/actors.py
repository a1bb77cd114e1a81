"""Who calls the service, from hostile.bts."""

from specc.runtime import Actor


def import_() -> Actor:
    """The user import_ (hostile.bts:9)."""
    actor = Actor("import_", role="user")
    actor.header("X-Key", "\\N\\u0041'\"")
    return actor


def pytest_2() -> Actor:
    """The user pytest (hostile.bts:10)."""
    actor = Actor("pytest", role="user")
    actor.header("X-Key", "b")
    return actor
