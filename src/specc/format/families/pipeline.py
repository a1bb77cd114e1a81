"""Prints pipelines."""

from __future__ import annotations

from typing import assert_never

from specc.format.blocks import block
from specc.format.documents import Doc, words
from specc.format.families.expressions import text
from specc.format.gaps import Item
from specc.format.written import Written
from specc.source import Span
from specc.syntax.nodes.pipeline import (
    Artifacts,
    OnFailure,
    Pipeline,
    PipelineEntry,
    PipelineStage,
    StageLoad,
    StageObligations,
    StageSecurity,
    StageTests,
    StageWork,
)


def pipeline(written: Written, node: Pipeline) -> Doc:
    """A pipeline and its stages."""
    items = [Item(entry.span, _entry(written, entry)) for entry in node.entries]
    place = Span(node.name.span.end, node.span.end)
    return words("pipeline", node.name.text, block(written, items, place))


def _entry(written: Written, node: PipelineEntry) -> Doc:
    match node:
        case PipelineStage():
            return _stage(written, node)
        case OnFailure():
            return words("on failure run", text(written, node.command))
        case Artifacts():
            return words("artifacts", text(written, node.folder))
        case _:
            assert_never(node)


def _stage(written: Written, node: PipelineStage) -> Doc:
    items = [Item(work.span, _work(work)) for work in node.work]
    place = Span(node.name.span.end, node.span.end)
    needs = ", ".join(name.text for name in node.needs)
    return words(
        "stage",
        node.name.text,
        block(written, items, place),
        f"needs {needs}" if needs else None,
    )


def _work(node: StageWork) -> str:
    match node:
        case StageTests():
            return f"tests tagged {', '.join(tag.text for tag in node.tags)}"
        case StageObligations():
            names = ", ".join(endpoint.text for endpoint in node.endpoints)
            return f"obligations of {names or 'all endpoints'}"
        case StageSecurity():
            return f"security {node.block.text}"
        case StageLoad():
            return f"load {node.profile.text}"
        case _:
            assert_never(node)
