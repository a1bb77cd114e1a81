"""Flows: in the order of their calls, each before those that call it."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.diagnostics.catalogue import graph as codes
from specc.diagnostics.model import Label
from specc.semantics.context import Context
from specc.semantics.expressions.environment import Environment
from specc.semantics.steps.blocks import Blocks, calls_of
from specc.semantics.steps.tables import bind_table
from specc.semantics.symbols import Symbol
from specc.semantics.types import Property, Record, Type
from specc.syntax.nodes.base import Ref
from specc.syntax.nodes.declarations import Flow


@attrs.define(eq=False)
class _Visit:
    """A flow whose calls are being followed."""

    symbol: Symbol
    pending: Iterator[tuple[Ref, Symbol]]
    current: Ref | None = None


def check_flows(context: Context, blocks: Blocks, types: dict[Symbol, Type]) -> None:
    """Checks all flows, and notes in `types` what each captures."""
    for symbol in _in_order(context):
        flow = symbol.node
        if not isinstance(flow, Flow):
            continue
        env = Environment(symbol.module, excused=flow in context.damaged)
        if flow.table is not None:
            bind_table(context, flow.table, env)
        columns = frozenset(env.variables)
        blocks.check(flow.steps, env)
        if flow not in context.damaged:
            types[symbol] = Record(
                tuple(
                    Property(name, item.type)
                    for name, item in env.variables.items()
                    if name not in columns
                )
            )


def _in_order(context: Context) -> list[Symbol]:
    """All flows, callees first. Works off a stack: flows may call each other to any depth."""
    order: dict[Symbol, None] = {}
    for module in context.program.modules:
        for start in context.own(module, "flow"):
            stack: list[_Visit] = (
                [] if start in order else [_Visit(start, _callees(context, start))]
            )
            path = {start}
            while stack:
                visit = stack[-1]
                ref, callee = next(visit.pending, (None, None))
                if ref is None or callee is None:
                    stack.pop()
                    path.discard(visit.symbol)
                    order[visit.symbol] = None
                    continue
                visit.current = ref
                if callee in path:
                    _report_cycle(context, stack, callee)
                elif callee not in order:
                    path.add(callee)
                    stack.append(_Visit(callee, _callees(context, callee)))
    return list(order)


def _callees(context: Context, symbol: Symbol) -> Iterator[tuple[Ref, Symbol]]:
    flow = symbol.node
    if not isinstance(flow, Flow):
        return
    scope = context.program.scopes[symbol.module]
    for step in calls_of(flow.steps):
        if isinstance(step.target, Ref):
            callee = scope.visible.get(step.target.text)
            if callee is not None and callee.kind == "flow":
                yield step.target, callee


def _report_cycle(context: Context, stack: list[_Visit], start: Symbol) -> None:
    at = next(index for index, visit in enumerate(stack) if visit.symbol is start)
    chain = stack[at:]
    drawn = " → ".join([*(visit.symbol.name for visit in chain), start.name])
    last = chain[-1]
    if last.current is None:
        return
    context.findings.add(
        codes.FLOW_CYCLE,
        f"the flow `{start.name}` calls itself: {drawn}",
        last.symbol.module,
        last.current.span,
        "this call closes the circle",
        secondary=[
            Label(visit.symbol.module.source, visit.current.span, "by way of this call")
            for visit in chain[:-1]
            if visit.current is not None
        ],
        hint="a flow runs from its first step to its last; leave the call out",
    )
