"""Steps of the IR."""

from __future__ import annotations

from typing import TypeAlias

import attrs

from specc.ir.credentials import Credential
from specc.ir.expressions import Value


@attrs.frozen
class Request:
    """A call of an endpoint, or a raw request where `endpoint` is None.

    `actor` names an actor, or a role to take one of (`role:` before it), or None for the actor of
    the surrounding test or flow. `credential` makes an actor for this one call instead. `service`
    is where a raw request goes; an endpoint knows its own.
    """

    endpoint: str | None
    method: str
    path: Value | None
    params: tuple[tuple[str, Value], ...]
    body: Value | None
    actor: str | None
    follow: bool
    statuses: tuple[int | str | Value, ...]
    capture: str | None
    place: str
    text: str
    credential: Credential | None = None
    service: str = ""


@attrs.frozen
class FlowCall:
    flow: str
    actor: str | None
    capture: str | None
    place: str


@attrs.frozen
class HostCall:
    """`call "module:function"`."""

    target: str
    arguments: tuple[tuple[str, Value], ...]
    capture: str | None
    place: str


@attrs.frozen
class Expectation:
    """`expect ...`, with its text as written and the captures that it looks at."""

    condition: Value
    text: str
    captures: tuple[str, ...]
    place: str


@attrs.frozen
class Eventually:
    """Repeats until it holds; times in seconds."""

    within: float
    every: float
    steps: tuple[Action, ...]
    place: str


@attrs.frozen
class Finally:
    steps: tuple[Action, ...]
    place: str


@attrs.frozen
class Pause:
    seconds: float
    place: str


Action: TypeAlias = Request | FlowCall | HostCall | Expectation | Eventually | Finally | Pause


def walk_steps(steps: tuple[Action, ...]) -> list[Action]:
    """All steps, nested ones included, in the order written."""
    found: list[Action] = []
    for step in steps:
        found.append(step)
        match step:
            case Eventually(steps=inner) | Finally(steps=inner):
                found.extend(walk_steps(inner))
            case _:
                pass
    return found
