"""Builds load profiles."""

from typing import Literal

from specc.source import Span
from specc.syntax.nodes.base import Name, Ref
from specc.syntax.nodes.expressions import Expr, Number, Quantity, Text
from specc.syntax.nodes.load import (
    Abort,
    Arrivals,
    Engine,
    Find,
    Load,
    LoadEntry,
    LoadHosts,
    Metric,
    Mix,
    MixEntry,
    Monitor,
    Regression,
    Require,
    Sampling,
    Stage,
    Stages,
    Think,
    Threshold,
    WarmUp,
)


def load(
    span: Span,
    doc: str | None,
    word: str,
    name: Name,
    actor: Ref | None,
    tags: tuple[Name, ...] | None,
    entries: tuple[LoadEntry, ...],
) -> Load:
    return Load(name, word == "soak", actor, tags or (), entries, doc, span)


def load_word(span: Span, word: str) -> str:
    return word


def mix(span: Span, entries: tuple[MixEntry, ...]) -> Mix:
    return Mix(entries, span)


def mix_entry(span: Span, weight: Number, target: Ref) -> MixEntry:
    return MixEntry(int(weight.value), target, span)


def think(span: Span, spread: Name | None, low: Quantity, high: Quantity | None) -> Think:
    return Think(spread, low, high, span)


def stages(span: Span, model: Literal["users", "rate"], rows: tuple[Stage, ...]) -> Stages:
    return Stages(model, rows, span)


def model(span: Span, word: str) -> str:
    return word


def ramp(span: Span, start: Expr, target: Expr, over: Quantity) -> Stage:
    return Stage("ramp", start, target, None, over, span)


def hold(span: Span, level: Expr, duration: Quantity) -> Stage:
    return Stage("hold", None, level, None, duration, span)


def staircase(span: Span, start: Expr, target: Expr, by: Expr, every: Quantity) -> Stage:
    return Stage("step", start, target, by, every, span)


def spike(span: Span, level: Expr, duration: Quantity) -> Stage:
    return Stage("spike", None, level, None, duration, span)


def find(span: Span, what: Name, *until: Threshold) -> Find:
    return Find(what.text, until, span)


def require(span: Span, thresholds: tuple[Threshold, ...]) -> Require:
    return Require(thresholds, span)


def threshold(span: Span, metric: Metric, operator: str, limit: Expr) -> Threshold:
    return Threshold(metric, operator, limit, span)


def metric(span: Span, name: Name, target: Ref | None) -> Metric:
    return Metric(name.text, target, span)


def memory_growth(span: Span) -> Metric:
    return Metric("memory growth", None, span)


def latency_growth(span: Span, name: Name, target: Ref | None) -> Metric:
    return Metric(f"{name.text} growth", target, span)


def monitor(span: Span, kind: Name, url: Text | None) -> Monitor:
    return Monitor(kind.text, url, span)


def regression(span: Span, threshold: Threshold) -> Regression:
    return Regression(threshold, span)


def load_hosts(span: Span, hosts: tuple[Text, ...]) -> LoadHosts:
    return LoadHosts(hosts, span)


def arrivals(span: Span, spread: Name) -> Arrivals:
    return Arrivals(spread, span)


def warm_up(span: Span, duration: Quantity) -> WarmUp:
    return WarmUp(duration, span)


def sampling(span: Span, share: Quantity) -> Sampling:
    return Sampling(share, span)


def abort(span: Span, *when: Threshold) -> Abort:
    return Abort(when, span)


def engine(span: Span, name: Name) -> Engine:
    return Engine(name, span)
