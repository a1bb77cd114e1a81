"""Builds pipelines."""

from specc.source import Span
from specc.syntax.nodes.base import Name, Ref
from specc.syntax.nodes.expressions import Text
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


def pipeline(
    span: Span, doc: str | None, name: Name, entries: tuple[PipelineEntry, ...]
) -> Pipeline:
    return Pipeline(name, entries, doc, span)


def pipeline_stage(
    span: Span, name: Name, work: tuple[StageWork, ...], needs: tuple[Name, ...] | None
) -> PipelineStage:
    return PipelineStage(name, work, needs or (), span)


def on_failure(span: Span, command: Text) -> OnFailure:
    return OnFailure(command, span)


def artifacts(span: Span, folder: Text) -> Artifacts:
    return Artifacts(folder, span)


def stage_tests(span: Span, tags: tuple[Name, ...]) -> StageTests:
    return StageTests(tags, span)


def stage_obligations(span: Span, endpoints: tuple[Ref, ...]) -> StageObligations:
    return StageObligations(endpoints, span)


def stage_security(span: Span, block: Ref) -> StageSecurity:
    return StageSecurity(block, span)


def stage_load(span: Span, profile: Ref) -> StageLoad:
    return StageLoad(profile, span)
