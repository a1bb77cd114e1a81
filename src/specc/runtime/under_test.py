"""What is being put to the test right now, so that a failure can say which promise it breaks."""

from collections.abc import Iterator
from contextlib import contextmanager

import attrs


@attrs.frozen
class Obligation:
    """One promise of a spec: its stable id, and the spec line (`specs/shop.bts:73`) behind it."""

    id: str
    spec: str


_current: Obligation | None = None


def current() -> Obligation | None:
    """The obligation whose test is running, if one is."""
    return _current


@contextmanager
def nobodys() -> Iterator[None]:
    """A block in which no obligation is being put to the test: what it needs is being set up."""
    before = _current
    set_current(None)
    try:
        yield
    finally:
        set_current(before)


def set_current(obligation: Obligation | None) -> None:
    """Say which obligation's test is running. Tests of one process run one after another."""
    global _current
    _current = obligation
