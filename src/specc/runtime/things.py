"""What calls have made, so that it can be deleted when nobody needs it any more."""

from __future__ import annotations

import threading
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from specc.runtime.exchange import Response
from specc.runtime.redaction import redacted
from specc.runtime.thing import Thing, made
from specc.runtime.visible import one_line

if TYPE_CHECKING:
    from specc.runtime.actor import Actor
    from specc.runtime.endpoint import Endpoint


class LeftBehind(UserWarning):
    """A thing that a test made could not be deleted."""


class Things:
    """The things made in one stretch of time: a test's, or those of a `lasting` block."""

    def __init__(self) -> None:
        self._things: list[Thing] = []

    def __len__(self) -> int:
        return len(self._things)

    def add(self, thing: Thing) -> None:
        """Remember a thing."""
        with _lock:
            self._things.append(thing)

    def meant(
        self, name: str, actor: Actor, endpoint: Endpoint, params: Mapping[str, object]
    ) -> Thing | None:
        """The thing of that name that a call was about, the last made first."""
        with _lock:
            found = [thing for thing in reversed(self._things) if thing.name == name]
        return next((thing for thing in found if thing.is_meant(actor, endpoint, params)), None)

    def forget(self, thing: Thing) -> None:
        """The thing is gone."""
        with _lock:
            if thing in self._things:
                self._things.remove(thing)

    def delete(self) -> None:
        """Delete all things, the last made first. What cannot be is warned of, and reported."""
        left: list[str] = []
        while (thing := self._last()) is not None:
            try:
                why = thing.delete()
            except BaseException:  # Ctrl-C, say; whoever comes next may still delete it
                self.add(thing)
                raise
            if why:
                left.append(redacted(one_line(f"{thing}: {why}")))
                _left_behind.append(left[-1])
        with _lock:
            if self in _scopes and self is not _default:
                _scopes.remove(self)
        for each in left:
            warnings.warn(f"left behind: {each}", LeftBehind, stacklevel=2)

    def _last(self) -> Thing | None:
        with _lock:
            return self._things.pop() if self._things else None


_lock = threading.RLock()
_default = Things()  # of what is made outside of any test and any block
_scopes: list[Things] = [_default]  # all that have not been deleted yet
_open: list[Things] = [_default]  # those that are being added to; the last one is
_left_behind: list[str] = []


def left_behind() -> list[str]:
    """What could not be deleted in this run, and why."""
    return _left_behind


@contextmanager
def lasting() -> Iterator[Things]:
    """Gather what is made in a `with` block, for it to be deleted by `delete()` and not before.

    If the block fails, what it had made until then is deleted at once.
    """
    things = Things()
    with _lock:
        _scopes.append(things)
    try:
        with reopened(things):
            yield things
    except BaseException:
        things.delete()
        raise


@contextmanager
def reopened(things: Things) -> Iterator[None]:
    """Add what is made in a `with` block to things that were gathered before."""
    with _lock:
        _open.append(things)
    try:
        yield
    finally:
        with _lock:
            _open.remove(things)


def delete_all() -> None:
    """Delete whatever is still there, the last made first: a run is over."""
    for scope in reversed(tuple(_scopes)):
        scope.delete()


def note(
    actor: Actor, endpoint: Endpoint, params: Mapping[str, object], response: Response
) -> None:
    """Take down what a successful call did to things."""
    for scope in tuple(_scopes):
        if endpoint.deletes is not None and (
            thing := scope.meant(endpoint.deletes, actor, endpoint, params)
        ):
            scope.forget(thing)
        if endpoint.updates is not None and (
            thing := scope.meant(endpoint.updates, actor, endpoint, params)
        ):
            thing.refresh(response)
    creates = endpoint.creates
    if creates is not None and creates.undo is not None:
        _open[-1].add(made(creates, creates.undo, actor, endpoint, params, response))
