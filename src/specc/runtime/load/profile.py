"""What a load profile is: who does what, how much of it and when, and what must hold of it."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeAlias

import attrs

from specc.runtime.actor import Actor
from specc.runtime.load.caller import Caller
from specc.runtime.load.stages import Stages
from specc.runtime.pool import Pool
from specc.runtime.service import Service

Flow: TypeAlias = Callable[[Caller], Any]


@attrs.frozen
class Think:
    """A pause between flows: `low` seconds, or anything evenly up to `high`.

    With `spread` exponential it is of `low` seconds in the mean, and never more than `high`.
    """

    low: float
    high: float | None = None
    spread: Literal["even", "exponential"] = "even"

    def seconds(self, chance: random.Random) -> float:
        """A pause."""
        if self.spread == "exponential":
            pause = chance.expovariate(1 / self.low) if self.low else 0.0
            return pause if self.high is None else min(pause, self.high)
        return self.low if self.high is None else chance.uniform(self.low, self.high)


@attrs.frozen
class Threshold:
    """What must hold of one figure.

    `metric` is `p95` and its like, `mean`, `max`, `errors` or `throughput`; `of` is an endpoint or
    a flow, or None for all endpoints together. `limit` is in seconds, as a share (0 to 1) or a
    second. `id` is its obligation, `at` the spec line, `text` what stands there.
    """

    id: str
    metric: str
    operator: Literal["<", "<=", ">", ">="]
    limit: float
    at: str
    text: str
    of: str | None = None
    relative: bool = False
    """Whether the limit is about the change since a baseline, as a share of that."""


@attrs.frozen(eq=False)
class Profile:
    """A load profile.

    `mix` holds flows with their weights. `actors` are made once each, and taken in turn by the
    virtual users. Exactly one of `users` (how many at a time, each waiting for answers) and
    `arrivals` (how many a second, whatever the answers do) is given. `warm_up` (seconds) is left
    out of the figures. `check` is the share of answers that are held against their whole contract.
    `engine` says who sends: `specc`, or `stock` for Locust's own client.
    `abort` ends a run that is hopeless. `until` says when a service is saturated. `regression`
    holds what may not get worse than in the baseline. `watch_process` and `watch_prometheus`
    (urls) put the server's own figures on the same axis of time.
    """

    name: str
    mix: Mapping[Flow, int]
    at: str = attrs.field(kw_only=True)
    services: tuple[Service, ...] = attrs.field(kw_only=True)
    tags: tuple[str, ...] = attrs.field(kw_only=True, default=())
    actors: tuple[Callable[[], Actor] | Pool, ...] = attrs.field(kw_only=True, default=())
    users: Stages | None = attrs.field(kw_only=True, default=None)
    arrivals: Stages | None = attrs.field(kw_only=True, default=None)
    poisson: bool = attrs.field(kw_only=True, default=False)
    engine: Literal["specc", "stock"] = attrs.field(kw_only=True, default="specc")
    think: Think | None = attrs.field(kw_only=True, default=None)
    require: tuple[Threshold, ...] = attrs.field(kw_only=True, default=())
    until: tuple[Threshold, ...] = attrs.field(kw_only=True, default=())
    warm_up: float = attrs.field(kw_only=True, default=0.0)
    check: float | None = attrs.field(kw_only=True, default=None)
    abort: tuple[Threshold, ...] = attrs.field(kw_only=True, default=())
    regression: tuple[Threshold, ...] = attrs.field(kw_only=True, default=())
    watch_process: bool = attrs.field(kw_only=True, default=False)
    watch_prometheus: tuple[str, ...] = attrs.field(kw_only=True, default=())
    allow_hosts: tuple[str, ...] = attrs.field(kw_only=True, default=())

    @property
    def stages(self) -> Stages:
        """Its stages, of whichever model."""
        stages = self.users or self.arrivals
        assert stages is not None, f"the profile {self.name} has no stages"
        return stages

    @property
    def is_open(self) -> bool:
        """Whether arrivals do not wait for answers."""
        return self.arrivals is not None

    @property
    def sampled(self) -> float:
        """The share of answers whose contract is checked: all in small profiles, else 1 %."""
        if self.check is not None:
            return self.check
        return 1.0 if self.stages.peak <= 10 else 0.01
