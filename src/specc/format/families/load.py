"""Prints load profiles."""

from __future__ import annotations

from typing import assert_never

from specc.format.blocks import block, table
from specc.format.documents import Doc, concat, joined, words
from specc.format.families.expressions import text, value
from specc.format.gaps import Item
from specc.format.literals import quantity
from specc.format.written import Written
from specc.source import Span
from specc.syntax.nodes.load import (
    Abort,
    Arrivals,
    Engine,
    Find,
    Load,
    LoadEntry,
    LoadHosts,
    Mix,
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


def load(written: Written, node: Load) -> Doc:
    """A load or soak profile."""
    actor = [] if node.actor is None else ["as", node.actor.text]
    tags = ", ".join(tag.text for tag in node.tags)
    tagged = ["tagged", tags] if tags else []
    head = words("soak" if node.soak else "load", node.name.text, *actor, *tagged)
    last = node.tags[-1] if node.tags else node.actor or node.name
    start = last.span.end
    items = [Item(entry.span, _entry(written, entry)) for entry in node.entries]
    return words(head, block(written, items, Span(start, node.span.end)))


def _entry(written: Written, node: LoadEntry) -> Doc:
    match node:
        case Mix():
            weights = [
                Item(entry.span, f"{entry.weight} {entry.target.text}") for entry in node.entries
            ]
            return words("mix", table(written, weights, node.span))
        case Think():
            high = "" if node.high is None else f"..{quantity(written, node.high)}"
            spread = [] if node.spread is None else [node.spread.text]
            return words("think", *spread, f"{quantity(written, node.low)}{high}")
        case Stages():
            stages = [Item(stage.span, _stage(written, stage)) for stage in node.stages]
            return words(node.model, table(written, stages, node.span))
        case Find():
            until = joined([threshold(written, one) for one in node.until], " or ")
            return words("find", node.what, "until", until)
        case Require():
            thresholds = [Item(one.span, threshold(written, one)) for one in node.thresholds]
            return words("require", table(written, thresholds, node.span))
        case Monitor():
            return words(
                "monitor", node.kind, None if node.url is None else text(written, node.url)
            )
        case Regression():
            return words("regression", threshold(written, node.threshold))
        case LoadHosts():
            return words("allow hosts", ", ".join(text(written, host) for host in node.hosts))
        case Arrivals():
            return words("arrivals", node.spread.text)
        case WarmUp():
            return words("warm up", quantity(written, node.duration))
        case Sampling():
            return words("check", quantity(written, node.share))
        case Abort():
            when = joined([threshold(written, one) for one in node.when], " or ")
            return words("abort when", when)
        case Engine():
            return words("engine", node.name.text)
        case _:
            assert_never(node)


def _stage(written: Written, node: Stage) -> Doc:
    levels = value(written, node.target)
    if node.start is not None:
        levels = concat(value(written, node.start), " -> ", levels)
    length = quantity(written, node.duration)
    match node.kind:
        case "ramp":
            return words("ramp", levels, "over", length)
        case "hold" | "spike":
            return words(node.kind, levels, "for", length)
        case "step":
            assert node.by is not None
            return words("step", levels, "by", value(written, node.by), "every", length)
        case _:
            assert_never(node.kind)


def threshold(written: Written, node: Threshold) -> Doc:
    """`p99 of create_order < 800ms`."""
    target = [] if node.metric.target is None else ["of", node.metric.target.text]
    return words(node.metric.name, *target, node.operator, value(written, node.limit))
