"""Pipelines as written."""

from __future__ import annotations

from typing import TypeAlias

from specc.source import Span
from specc.syntax.nodes.base import Name, Ref, node
from specc.syntax.nodes.expressions import Text


@node
class StageTests:
    """`tests tagged smoke, fast`: the tests that have one of these tags."""

    tags: tuple[Name, ...]
    span: Span


@node
class StageObligations:
    """`obligations of create_order, get_order`; `endpoints` is empty for `all endpoints`."""

    endpoints: tuple[Ref, ...]
    span: Span


@node
class StageSecurity:
    """`security shop_rules`: what a security block demands."""

    block: Ref
    span: Span


@node
class StageLoad:
    """`load checkout`: a run of a load profile."""

    profile: Ref
    span: Span


StageWork: TypeAlias = StageTests | StageObligations | StageSecurity | StageLoad


@node
class PipelineStage:
    """`stage contract { obligations of all endpoints } needs smoke`."""

    name: Name
    work: tuple[StageWork, ...]
    needs: tuple[Name, ...]
    span: Span


@node
class OnFailure:
    """`on failure run "deploy/rollback.sh"`: split as a shell would, run without one."""

    command: Text
    span: Span


@node
class Artifacts:
    """`artifacts "reports"`: the folder that the reports of a run are kept in."""

    folder: Text
    span: Span


PipelineEntry: TypeAlias = PipelineStage | OnFailure | Artifacts


@node
class Pipeline:
    name: Name
    entries: tuple[PipelineEntry, ...]
    doc: str | None
    span: Span
