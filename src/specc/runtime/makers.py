"""How the actors are made that delete what others have made."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from specc.runtime.actor import Actor
    from specc.runtime.service import Service

_makers: list[tuple[Mapping[str, Callable[[], Actor]], tuple[Service, ...]]] = []
_made: dict[Callable[[], Actor], Actor] = {}
_lock = threading.RLock()


def register_actors(makers: Mapping[str, Callable[[], Actor]], *services: Service) -> None:
    """Say how the actors are made that `Undo(actor=...)` names; each is made when first needed.

    With `services`, the names are what the endpoints of these services mean by them; suites that
    run together may then use one name for different actors.
    """
    _makers.append((makers, services))


def maker_of(name: str, service: Service) -> Callable[[], Actor]:
    """How an actor is made that endpoints of a service mean by a name. Raises LookupError."""
    candidates = [makers for makers, services in _makers if name in makers and service in services]
    candidates += [makers for makers, services in _makers if name in makers and not services]
    if not candidates:
        raise LookupError(f"nobody has said how the actor {name} is made")
    return candidates[0][name]


def actor_named(name: str, service: Service) -> Actor:
    """The actor that endpoints of a service mean by a name. Raises LookupError if none is known."""
    make = maker_of(name, service)
    with _lock:
        if make not in _made:
            _made[make] = make()
        return _made[make]
