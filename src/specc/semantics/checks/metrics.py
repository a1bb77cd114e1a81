"""Thresholds of load profiles: metrics that exist, of what the mix calls, in their own units."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

import attrs

from specc.diagnostics.catalogue import load as codes
from specc.diagnostics.suggest import did_you_mean
from specc.semantics.expressions.inference import Inference
from specc.semantics.findings import declared_here, near_name
from specc.semantics.symbols import Symbol
from specc.semantics.targets import check_target
from specc.syntax.nodes.declarations import Module
from specc.syntax.nodes.expressions import Expr, Number, Quantity
from specc.syntax.nodes.load import Threshold

_PERCENTILE = re.compile(r"p(?:[1-9]\d?(?:\.\d+)?|999)")
METRICS = ("p50", "p75", "p90", "p95", "p99", "mean", "max", "errors", "throughput", "saturation")
_UNITS = {
    "errors": ("percent", "a percentage, such as 0.1%"),
    "throughput": ("rate", "a rate, such as 50/s"),
    "saturation": ("rate", "a rate, such as 100/s"),
    "memory growth": ("growth", "a size per time, such as 5MB/h"),
    "mean": ("duration", "a duration, such as 300ms"),
    "max": ("duration", "a duration, such as 300ms"),
}
_LATENCY = ("duration", "a duration, such as 300ms")
_GROWTH = ("percent", "a percentage of what it was at first, such as 10%")
_LATE = frozenset({"saturation", "memory growth"})
"""Metrics that are known only when all is measured."""

Place: TypeAlias = Literal["require", "until", "abort", "regression"]


@attrs.frozen(eq=False)
class LoadFacts:
    """What a profile's metrics depend on.

    `reached` are the endpoints and flows that its mix calls, `complete` says that none is missing
    through a mistake that was reported.
    """

    reached: frozenset[Symbol]
    complete: bool
    finds_saturation: bool
    is_open: bool


def check_threshold(
    inference: Inference,
    module: Module,
    threshold: Threshold,
    facts: LoadFacts,
    place: Place,
) -> None:
    """Checks one threshold; that of a regression compares with a kept baseline, in percent."""
    metric = threshold.metric
    findings = inference.findings
    unit = _unit(metric.name)
    if unit is None:
        findings.add(
            codes.METRIC,
            f"there is no metric `{metric.name}`",
            module,
            metric.span,
            near_name(did_you_mean(metric.name, METRICS)),
            hint=f"metrics: {', '.join(METRICS)}, memory growth, and p95 growth and its like",
        )
        return
    if place != "require" and (metric.name in _LATE or metric.name.endswith(" growth")):
        findings.add(
            codes.METRIC,
            f"`{metric.name}` is known only when all is measured: it can only be required",
            module,
            metric.span,
            hint=f"write `require {{ {metric.name} ... }}`",
        )
        return
    if place == "regression":
        unit = ("percent", "a percentage of the baseline, such as 10%")
    if not _has_unit(threshold.limit, unit[0], facts, metric.name):
        findings.add(
            codes.METRIC_UNIT,
            f"`{metric.name}` is compared with {unit[1]}",
            module,
            threshold.limit.span,
        )
    if metric.name == "saturation" and not facts.finds_saturation and facts.complete:
        findings.add(
            codes.SATURATION,
            "nothing looks for saturation in this profile",
            module,
            metric.span,
            hint="add `find saturation until p95 > 500ms or errors > 1%`",
        )
    if metric.target is not None:
        _check_target(inference, module, threshold, facts)


def _unit(metric: str) -> tuple[str, str] | None:
    """What a metric is compared with, and in words; None for one that there is not."""
    latency, growth, _ = metric.partition(" growth")
    if growth and (latency == "mean" or _PERCENTILE.fullmatch(latency)):
        return _GROWTH
    return _LATENCY if _PERCENTILE.fullmatch(metric) else _UNITS.get(metric)


def _check_target(
    inference: Inference, module: Module, threshold: Threshold, facts: LoadFacts
) -> None:
    ref = threshold.metric.target
    if ref is None:
        return
    target = check_target(inference.context, ref, inference.context.program.scopes[module])
    if target is not None and facts.complete and target not in facts.reached:
        names = sorted(symbol.name for symbol in facts.reached)
        inference.findings.add(
            codes.NOT_IN_MIX,
            f"the mix never calls `{ref.text}`: there would be nothing to measure",
            module,
            ref.span,
            secondary=[declared_here(target)],
            hint=f"the mix calls: {', '.join(names)}" if names else None,
        )


def _has_unit(limit: Expr, unit: str, facts: LoadFacts, metric: str) -> bool:
    match limit:
        case Quantity():
            found = "growth" if "B/" in limit.unit else limit.dimension
            return found == unit
        case Number():
            # A closed model saturates at a number of users.
            return metric == "saturation" and not facts.is_open
    return False
