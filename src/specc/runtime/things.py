"""What calls have made, so that it can be deleted when nobody needs it any more."""

from __future__ import annotations

import threading
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from specc.runtime.absent import ABSENT
from specc.runtime.effects import FromBody, FromParam
from specc.runtime.exchange import Response
from specc.runtime.json_text import Json
from specc.runtime.redaction import redacted
from specc.runtime.visible import one_line

if TYPE_CHECKING:
    from specc.runtime.actor import Actor
    from specc.runtime.endpoint import Endpoint
    from specc.runtime.service import Service

_GONE = frozenset({404, 410})


class LeftBehind(UserWarning):
    """A thing that a test made could not be deleted."""


class Thing:
    """One thing that a call made: who made it, how, and with which parameters it is deleted."""

    def __init__(
        self, actor: Actor, made_by: Endpoint, params: dict[str, object], missing: str
    ) -> None:
        assert made_by.creates is not None
        self.name = made_by.creates.thing
        self.actor = actor
        self.made_by = made_by
        self.params = params
        self.missing = missing

    def __str__(self) -> str:
        key = " ".join(str(value) for value in self.params.values())
        return f"{self.name} {key}".rstrip() + f" on {self.made_by.service.origin}"

    def is_at(self, actor: Actor, endpoint: Endpoint, params: Mapping[str, object]) -> bool:
        """Whether a call was about this thing."""
        if self.made_by.service is not endpoint.service:
            return False
        shared = [name for name in endpoint.pieces[1::2] if name in self.params]
        if not shared:  # `DELETE /me` is about the caller's own
            return len(endpoint.pieces) == 1 and actor is self.actor
        return all(_same(self.params[name], params.get(name)) for name in shared)

    def refresh(self, response: Response) -> None:
        """Take over what an update changed of what the thing is known by."""
        creates = self.made_by.creates
        assert creates is not None and creates.undo is not None
        body = _body(response)
        for name, source in creates.undo.params.items():
            if isinstance(source, FromBody):
                value = _at(body, (*creates.at, *source.path))
                if value is ABSENT:
                    value = _at(body, source.path)
                if value is not ABSENT:
                    self.params[name] = value

    def delete(self) -> str:
        """Delete the thing. Empty if it is gone now, else why it is not."""
        creates = self.made_by.creates
        assert creates is not None and creates.undo is not None
        if self.missing:
            return self.missing
        undo = creates.undo
        service = self.made_by.service
        try:
            actor = actor_named(undo.actor, service) if undo.actor else self.actor
            endpoint = (
                service.endpoints[undo.endpoint]
                if isinstance(undo.endpoint, str)
                else undo.endpoint
            )
            response = actor.call(endpoint, self.params)
        except Exception as wrong:  # whatever it is, the other things are still to be deleted
            return f"{type(wrong).__name__}: {wrong}".partition("\n")[0]
        if 200 <= response.status < 300 or response.status in _GONE:
            return ""
        return (
            f"{endpoint.name} as {actor.name} returned {response.status} {response.reason}".rstrip()
        )


class Things:
    """The things made in one stretch of time: a test's, or those of a `lasting` block."""

    def __init__(self) -> None:
        self._things: list[Thing] = []

    def __len__(self) -> int:
        return len(self._things)

    def delete(self) -> None:
        """Delete all things, the last made first. What cannot be is warned of, and reported."""
        left: list[str] = []
        while True:
            with _lock:
                if not self._things:
                    break
                thing = self._things.pop()
            if why := thing.delete():
                left.append(redacted(one_line(f"{thing}: {why}")))
        with _lock:
            if self in _scopes[1:]:
                _scopes.remove(self)
            _left_behind.extend(left)
        for each in left:
            warnings.warn(f"left behind: {each}", LeftBehind, stacklevel=2)

    def add(self, thing: Thing) -> None:
        """Remember a thing."""
        with _lock:
            self._things.append(thing)

    def find(
        self, name: str, actor: Actor, endpoint: Endpoint, params: Mapping[str, object]
    ) -> Thing | None:
        """The thing of that name that a call was about."""
        with _lock:
            found = [each for each in self._things if each.name == name]
        return next((each for each in reversed(found) if each.is_at(actor, endpoint, params)), None)

    def forget(self, thing: Thing) -> None:
        """The thing is gone."""
        with _lock:
            if thing in self._things:
                self._things.remove(thing)


_lock = threading.RLock()
_scopes: list[Things] = [Things()]  # every scope that has something, or may get something
_open: list[Things] = _scopes[:]  # those that are open; the last is what is added to
_left_behind: list[str] = []
_makers: list[tuple[Mapping[str, Callable[[], Actor]], tuple[Service, ...]]] = []
_made: dict[Callable[[], Actor], Actor] = {}


def left_behind() -> list[str]:
    """What could not be deleted, and why."""
    return _left_behind


@contextmanager
def lasting() -> Iterator[Things]:
    """Gather what is made in a `with` block, for it to be deleted by `delete()` and not before.

    If the block fails, what it had made until then is deleted at once.
    """
    things = Things()
    with _lock:
        _scopes.append(things)
        _open.append(things)
    try:
        yield things
    except BaseException:
        _close(things)
        things.delete()
        raise
    _close(things)


def delete_all() -> None:
    """Delete whatever is still there, the last made first: a run is over."""
    for scope in reversed(tuple(_scopes)):
        scope.delete()


def _close(things: Things) -> None:
    with _lock:
        _open.remove(things)


@contextmanager
def reopened(things: Things) -> Iterator[None]:
    """Add what is made in a `with` block to things that were gathered before."""
    with _lock:
        _open.append(things)
    try:
        yield
    finally:
        _close(things)


def register_actors(makers: Mapping[str, Callable[[], Actor]], *services: Service) -> None:
    """Say how the actors are made that delete what others made; each is made when first needed.

    With `services`, the names are those that the endpoints of these services mean.
    """
    _makers.append((makers, services))


def actor_named(name: str, service: Service) -> Actor:
    """The registered actor that endpoints of a service mean. Raises LookupError if there is none."""
    matching = [makers for makers, services in _makers if name in makers and service in services]
    matching += [makers for makers, services in _makers if name in makers and not services]
    if not matching:
        raise LookupError(f"nobody has said how the actor {name} is made")
    make = matching[0][name]
    if make not in _made:
        with reopened(_scopes[0]):
            _made[make] = make()
    return _made[make]


def note(
    actor: Actor, endpoint: Endpoint, params: Mapping[str, object], response: Response
) -> None:
    """Take down what a successful call did to things."""
    if endpoint.deletes is not None:
        for scope in tuple(_scopes):
            if thing := scope.find(endpoint.deletes, actor, endpoint, params):
                scope.forget(thing)
    if endpoint.updates is not None:
        for scope in tuple(_scopes):
            if thing := scope.find(endpoint.updates, actor, endpoint, params):
                thing.refresh(response)
    creates = endpoint.creates
    if creates is not None and creates.undo is not None:
        body = response.request.sent if creates.from_request else _body(response)
        known: dict[str, object] = {}
        missing = ""
        for name, source in creates.undo.params.items():
            match source:
                case FromBody(path):
                    value = _at(body, (*creates.at, *path))
                    if value is ABSENT:
                        sent = "what was sent" if creates.from_request else "the answer"
                        missing = f"{sent} does not say its {'.'.join(map(str, path))}"
                        continue
                    known[name] = value
                case FromParam(param):
                    known[name] = params.get(param)
                case _:
                    known[name] = source
        _open[-1].add(Thing(actor, endpoint, known, missing))


def _body(response: Response) -> Json:
    try:
        return response.json
    except AssertionError:
        return ABSENT


def _at(value: Json, path: tuple[str | int, ...]) -> Json:
    for step in path:
        try:
            value = value[step]
        except (LookupError, TypeError):
            return ABSENT
    return value


def _same(one: object, other: object) -> bool:
    return one == other or str(one) == str(other)
