"""Load profiles as written."""

from __future__ import annotations

from typing import Literal, TypeAlias

from specc.source import Span
from specc.syntax.nodes.base import Name, Ref, node
from specc.syntax.nodes.expressions import Expr, Quantity, Text


@node
class MixEntry:
    """`8 browse`: a weight and the flow or endpoint that it is for."""

    weight: int
    target: Ref
    span: Span


@node
class Mix:
    entries: tuple[MixEntry, ...]
    span: Span


@node
class Think:
    """`think 1s..3s`, or a fixed `think 1s` where `high` is None; `think exponential 1s`."""

    spread: Name | None
    low: Quantity
    high: Quantity | None
    span: Span


@node
class Stage:
    """`ramp 0 -> 200 over 30s`, `hold 200 for 5m`, `step 10 -> 100 by 10 every 30s`, `spike`.

    Levels are numbers of users or rates, as the profile's model says.
    """

    kind: Literal["ramp", "hold", "step", "spike"]
    start: Expr | None
    target: Expr
    by: Expr | None
    duration: Quantity
    span: Span


@node
class Stages:
    """`users { ... }`, the closed model, or `rate { ... }`, the open one."""

    model: Literal["users", "rate"]
    stages: tuple[Stage, ...]
    span: Span


@node
class Metric:
    """`p95`, `p99 of create_order`, `errors`, `saturation`, `memory growth`, `p95 growth`."""

    name: str
    target: Ref | None
    span: Span


@node
class Threshold:
    metric: Metric
    operator: str
    limit: Expr
    span: Span


@node
class Find:
    """`find saturation until p95 > 500ms or errors > 1%`."""

    what: str
    until: tuple[Threshold, ...]
    span: Span


@node
class Require:
    thresholds: tuple[Threshold, ...]
    span: Span


@node
class Monitor:
    """`monitor process`, `monitor prometheus "url"`."""

    kind: str
    url: Text | None
    span: Span


@node
class Regression:
    """`regression p95 < 10%`."""

    threshold: Threshold
    span: Span


@node
class LoadHosts:
    """`allow hosts "..."` of the profile itself."""

    hosts: tuple[Text, ...]
    span: Span


@node
class Arrivals:
    """`arrivals poisson`: how the arrivals of an open profile are spread."""

    spread: Name
    span: Span


@node
class WarmUp:
    """`warm up 10s`: what is left out of the figures."""

    duration: Quantity
    span: Span


@node
class Sampling:
    """`check 1%`: the share of answers that are held against their whole contract."""

    share: Quantity
    span: Span


@node
class Abort:
    """`abort when errors > 50%`: when a run is hopeless."""

    when: tuple[Threshold, ...]
    span: Span


@node
class Engine:
    """`engine stock`: whose client sends the requests."""

    name: Name
    span: Span


LoadEntry: TypeAlias = (
    Mix
    | Think
    | Stages
    | Find
    | Require
    | Monitor
    | Regression
    | LoadHosts
    | Arrivals
    | WarmUp
    | Sampling
    | Abort
    | Engine
)


@node
class Load:
    """`load checkout as alice tagged smoke { ... }`; `soak` where that is the word before it."""

    name: Name
    soak: bool
    actor: Ref | None
    tags: tuple[Name, ...]
    entries: tuple[LoadEntry, ...]
    doc: str | None
    span: Span
