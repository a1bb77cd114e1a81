"""Load profiles and security blocks: what they are about and the limits that they state."""

from __future__ import annotations

from decimal import Decimal

from specc.ir import nodes
from specc.ir.context import Context
from specc.ir.naming import slug
from specc.semantics.symbols import Symbol
from specc.syntax.nodes.expressions import BASE_UNITS
from specc.syntax.nodes.load import Find, Load, Mix, Regression, Require, Threshold
from specc.syntax.nodes.security import RateLimit, Security


def lower_profile(symbol: Symbol, context: Context) -> nodes.Profile:
    """A load profile or security block, with the obligations that it states."""
    node = symbol.node
    name = context.names[symbol]
    targets: dict[str, None] = {}
    requires: list[tuple[str, str, str]] = []
    match node:
        case Load(entries=entries):
            for entry in entries:
                match entry:
                    case Mix(entries=mixed):
                        for item in mixed:
                            target = context.find(item.target.text)
                            if target is not None:
                                targets[context.names[target]] = None
                    case Require(thresholds=thresholds):
                        requires.extend(_threshold(name, item, context) for item in thresholds)
                    case Regression(threshold=threshold):
                        requires.append(_threshold(f"{name}.regression", threshold, context))
                    case Find(what=what, span=span):
                        requires.append((f"{name}.{what}", context.text(span), context.place(span)))
                    case _:
                        pass
        case _:
            pass
    unique: dict[str, tuple[str, str, str]] = {}
    for required in requires:
        unique.setdefault(required[0], required)
    return nodes.Profile(
        symbol.kind, name, tuple(targets), tuple(unique.values()), context.place(node.span)
    )


def _threshold(name: str, threshold: Threshold, context: Context) -> tuple[str, str, str]:
    metric = slug(threshold.metric.name)
    if threshold.metric.target is not None:
        metric = f"{metric}.{threshold.metric.target.text}"
    return (f"{name}.{metric}", context.text(threshold.span), context.place(threshold.span))


def lower_rate_limits(symbol: Symbol, context: Context) -> list[nodes.RateLimit]:
    """The rate limits that a security block states."""
    assert isinstance(symbol.node, Security)
    found: list[nodes.RateLimit] = []
    for entry in symbol.node.entries:
        if isinstance(entry, RateLimit):
            target = context.find(entry.endpoint.text)
            if target is not None:
                found.append(
                    nodes.RateLimit(
                        context.names[target],
                        entry.count,
                        float(Decimal(1) / BASE_UNITS[entry.unit]),
                        entry.per.text,
                        context.place(entry.span),
                    )
                )
    return found
