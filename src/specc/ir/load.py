"""Load profiles of the IR: what is called how often, by whom, and what must hold of it."""

from __future__ import annotations

from typing import Literal

import attrs


@attrs.frozen
class Mixed:
    """One part of a mix: a flow or an endpoint, by its name in the suite."""

    weight: int
    kind: Literal["flow", "endpoint"]
    name: str


@attrs.frozen
class Stage:
    """Levels are users, or arrivals a second; `seconds` is each step's where it is a staircase."""

    kind: Literal["ramp", "hold", "step", "spike"]
    start: float | None
    target: float
    by: float | None
    seconds: float


@attrs.frozen
class Limit:
    """What one figure has to be. `limit` is in seconds, as a share, a second, or bytes a second.

    `of` names an endpoint or flow of the suite. `id` is the obligation's, if it is one.
    """

    id: str
    metric: str
    operator: str
    limit: float
    of: str | None
    text: str
    place: str


@attrs.frozen
class LoadProfile:
    """`load checkout as alice { ... }`. Times are in seconds, shares from 0 to 1."""

    name: str
    doc: str | None
    place: str
    actor: str | None
    """An actor, a role (`role:` before it), `anonymous`, or None for nobody in particular."""
    tags: tuple[str, ...]
    mix: tuple[Mixed, ...]
    open: bool
    stages: tuple[Stage, ...]
    think: tuple[float, float | None, str] | None
    """The pause's low end, high end, and how it is spread."""
    require: tuple[Limit, ...]
    until: tuple[Limit, ...]
    abort: tuple[Limit, ...]
    regression: tuple[Limit, ...]
    monitors: tuple[tuple[str, str | None], ...]
    allow_hosts: tuple[str, ...]
    warm_up: float
    check: float | None
    poisson: bool
    engine: str
    """`specc`, or `stock` for Locust's own client."""
