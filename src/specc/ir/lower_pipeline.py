"""Lowers pipelines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from specc.ir.context import Context
from specc.ir.pipelines import Pipeline, Stage
from specc.semantics.symbols import Program, Symbol
from specc.syntax.nodes import pipeline as nodes


def lower_pipeline(symbol: Symbol, context: Context, program: Program) -> Pipeline:
    """A pipeline. `all endpoints` are those whose obligations the suite has."""
    node = symbol.node
    assert isinstance(node, nodes.Pipeline)
    stages: list[Stage] = []
    command = folder = None
    for entry in node.entries:
        match entry:
            case nodes.PipelineStage():
                stages.append(_stage(entry, context, program))
            case nodes.OnFailure(command=text):
                command = text.plain
            case nodes.Artifacts(folder=text):
                folder = text.plain
            case _:
                assert_never(entry)
    return Pipeline(
        context.names[symbol],
        tuple(_in_order(stages)),
        command,
        folder,
        node.doc,
        context.place(node.span),
    )


def _stage(node: nodes.PipelineStage, context: Context, program: Program) -> Stage:
    tags: dict[str, None] = {}
    endpoints: dict[str, None] = {}
    blocks: dict[str, None] = {}
    profiles: dict[str, None] = {}
    for work in node.work:
        match work:
            case nodes.StageTests(tags=names):
                tags |= dict.fromkeys(name.text for name in names)
            case nodes.StageObligations(endpoints=()):
                endpoints |= dict.fromkeys(_all_endpoints(context, program))
            case nodes.StageObligations(endpoints=refs):
                endpoints |= dict.fromkeys(_named([ref.text for ref in refs], context))
            case nodes.StageSecurity(block=ref):
                blocks |= dict.fromkeys(_named([ref.text], context))
            case nodes.StageLoad(profile=ref):
                profiles |= dict.fromkeys(_named([ref.text], context))
            case _:
                assert_never(work)
    return Stage(
        node.name.text,
        tuple(dict.fromkeys(name.text for name in node.needs)),
        tuple(tags),
        tuple(endpoints),
        tuple(blocks),
        tuple(profiles),
        context.place(node.span),
    )


def _all_endpoints(context: Context, program: Program) -> list[str]:
    return [
        context.names[symbol]
        for module in program.covered
        for symbol in program.scopes[module].own.values()
        if symbol.kind == "endpoint"
    ]


def _named(refs: Iterable[str], context: Context) -> list[str]:
    found = [context.find(ref) for ref in refs]
    return [context.names[symbol] for symbol in found if symbol is not None]


def _in_order(stages: list[Stage]) -> list[Stage]:
    """The stages so that each stands behind what it needs; the check has seen to it that it can."""
    placed: dict[str, Stage] = {}
    while len(placed) < len(stages):
        ready = [
            stage
            for stage in stages
            if stage.name not in placed and all(need in placed for need in stage.needs)
        ]
        assert ready, "stages need each other in a circle"
        placed |= {stage.name: stage for stage in ready}
    return list(placed.values())
