"""Lowering of load profiles."""

from __future__ import annotations

from typing import assert_never

import attrs

from specc.ir.context import Context
from specc.ir.load import Limit, LoadProfile, Mixed, Stage
from specc.ir.lower_steps import actor_name
from specc.ir.naming import slug
from specc.semantics.symbols import Symbol
from specc.syntax.nodes.expressions import Expr, Number, Quantity
from specc.syntax.nodes.load import (
    Abort,
    Arrivals,
    Engine,
    Find,
    Load,
    LoadHosts,
    Mix,
    Monitor,
    Regression,
    Require,
    Sampling,
    Stages,
    Think,
    Threshold,
    WarmUp,
)
from specc.syntax.nodes.load import Stage as StageNode


def lower_load(symbol: Symbol, context: Context) -> LoadProfile:
    """One load profile."""
    node = symbol.node
    assert isinstance(node, Load)
    name = context.names[symbol]
    mix: list[Mixed] = []
    stages: tuple[Stage, ...] = ()
    is_open = poisson = False
    think: tuple[float, float | None, str] | None = None
    require: list[Limit] = []
    until: list[Limit] = []
    abort: list[Limit] = []
    regression: list[Limit] = []
    monitors: list[tuple[str, str | None]] = []
    hosts: list[str] = []
    warm_up, check = 0.0, None
    engine = "specc"
    for entry in node.entries:
        match entry:
            case Mix(entries=entries):
                mix.extend(
                    _mixed(item.weight, item.target.text, context)
                    for item in entries
                    if item.weight
                )
            case Think(spread, low, high):
                ends = (float(low.base), None if high is None else float(high.base))
                think = (*ends, "even" if spread is None else spread.text)
            case Stages(model, rows):
                is_open = model == "rate"
                stages = tuple(map(_stage, rows))
            case Find(_, thresholds):
                until.extend(_limit(f"{name}.until", item, context) for item in thresholds)
            case Require(thresholds):
                require.extend(_limit(name, item, context) for item in thresholds)
            case Regression(threshold):
                limit = _limit(f"{name}.regression", threshold, context)
                regression.append(attrs.evolve(limit, text=f"regression {limit.text}"))
            case Monitor(kind, url):
                monitors.append((kind, None if url is None else url.plain))
            case LoadHosts(texts):
                hosts.extend(text.plain or "" for text in texts)
            case Arrivals(spread):
                poisson = spread.text == "poisson"
            case WarmUp(duration):
                warm_up = float(duration.base)
            case Sampling(share):
                check = float(share.base)
            case Abort(thresholds):
                abort.extend(_limit(f"{name}.abort", item, context) for item in thresholds)
            case Engine(chosen):
                engine = chosen.text
            case _:
                assert_never(entry)
    return LoadProfile(
        name=name,
        doc=node.doc,
        place=context.place(node.span),
        actor=None if node.actor is None else actor_name(node.actor.text, context),
        tags=tuple(tag.text for tag in node.tags),
        mix=tuple(mix),
        open=is_open,
        stages=stages,
        think=think,
        require=tuple(require),
        until=tuple(until),
        abort=tuple(abort),
        regression=tuple(regression),
        monitors=tuple(monitors),
        allow_hosts=tuple(hosts),
        warm_up=warm_up,
        check=check,
        poisson=poisson,
        engine=engine,
    )


def _mixed(weight: int, name: str, context: Context) -> Mixed:
    symbol = context.find(name)
    assert symbol is not None, f"{name} was resolved when the spec was checked"
    return Mixed(weight, "flow" if symbol.kind == "flow" else "endpoint", context.names[symbol])


def _stage(stage: StageNode) -> Stage:
    return Stage(
        stage.kind,
        None if stage.start is None else _number(stage.start),
        _number(stage.target),
        None if stage.by is None else _number(stage.by),
        float(stage.duration.base),
    )


def _limit(prefix: str, threshold: Threshold, context: Context) -> Limit:
    metric = threshold.metric
    identifier = f"{prefix}.{slug(metric.name)}"
    of: str | None = None
    if metric.target is not None:
        identifier += f".{metric.target.text}"
        symbol = context.find(metric.target.text)
        assert symbol is not None, f"{metric.target.text} was resolved when the spec was checked"
        of = context.names[symbol]
    return Limit(
        identifier,
        metric.name,
        threshold.operator,
        _number(threshold.limit),
        of,
        context.text(threshold.span),
        context.place(threshold.span),
    )


def _number(value: Expr) -> float:
    match value:
        case Quantity():
            return float(value.base)
        case Number():
            return float(value.value)
        case _:
            raise AssertionError("levels and limits are numbers; that was checked")
