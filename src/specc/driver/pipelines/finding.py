"""The pipeline of a name, and the obligations that each of its stages is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from specc.diagnostics.suggest import did_you_mean
from specc.driver.inputs import DriverError
from specc.driver.stages import Planned, plans

if TYPE_CHECKING:
    from specc.ir.pipelines import Pipeline, Stage
    from specc.plan.nodes import Obligation


@attrs.frozen
class Job:
    """A stage, with the ids of the obligations that it puts to the test."""

    stage: Stage
    obligations: frozenset[str]


@attrs.frozen
class Found:
    """A pipeline of a suite, and its jobs in an order in which they can be done."""

    suite: str
    spec: str
    pipeline: Pipeline
    jobs: tuple[Job, ...]
    is_part: bool = False
    """Whether there is one stage of it alone."""


def find_pipeline(paths: Sequence[str], name: str, skip: str = "") -> Found:
    """The pipeline of a name; without a name, the only one. Raises DriverError."""
    known = [
        (each, pipeline)
        for each in plans(paths, skip).suites
        for pipeline in each.suite.pipelines
        if not name or pipeline.name == name
    ]
    if len(known) == 1:
        each, pipeline = known[0]
        return Found(each.name, each.root, pipeline, jobs_of(each, pipeline))
    if known:
        places = ", ".join(f"{pipeline.name} in {each.root}" for each, pipeline in known)
        raise DriverError(
            f"there are several pipelines: {places}",
            "name the spec" if name else "name one with --pipeline, or the spec",
        )
    names = [one.name for each in plans(paths, skip).suites for one in each.suite.pipelines]
    if not name or not names:
        raise DriverError(
            f"there is no pipeline `{name}`" if name else "the specs declare no pipeline",
            "declare one: `pipeline release { stage contract { obligations of all endpoints } }`",
        )
    near = did_you_mean(name, names)
    raise DriverError(
        f"there is no pipeline `{name}`",
        f"did you mean `{near}`?" if near else f"pipelines: {', '.join(names)}",
    )


def jobs_of(planned: Planned, pipeline: Pipeline) -> tuple[Job, ...]:
    """The stages of a pipeline with what each is about."""
    obligations = tuple(planned.plan.obligations)
    tagged = {
        test.slug: frozenset(test.tags) for test in planned.suite.tests
    }  # an obligation of a test is `test.SLUG`, or `test.SLUG.CASE`

    asked = planned.plan.security.by_block

    def is_of(stage: Stage, one: Obligation) -> bool:
        if one.kind == "test":
            slug = one.id.split(".")[1]
            return bool(tagged.get(slug, frozenset()).intersection(stage.tags))
        if one.kind == "security":
            return any(one.id in asked.get(block, ()) for block in stage.blocks)
        return one.endpoint in stage.endpoints

    return tuple(
        Job(
            stage,
            frozenset(each.id for each in obligations if is_of(stage, each)),
        )
        for stage in pipeline.stages
    )


def alone(found: Found, stage: str) -> Found:
    """A pipeline of one stage, of which others see to it that its turn has come."""
    names = [job.stage.name for job in found.jobs]
    if stage not in names:
        near = did_you_mean(stage, names)
        raise DriverError(
            f"the pipeline {found.pipeline.name} has no stage `{stage}`",
            f"did you mean `{near}`?" if near else f"stages: {', '.join(names)}",
        )
    job = found.jobs[names.index(stage)]
    only = attrs.evolve(job, stage=attrs.evolve(job.stage, needs=()))
    pipeline = attrs.evolve(found.pipeline, stages=(only.stage,), on_failure=None)
    return attrs.evolve(found, pipeline=pipeline, jobs=(only,), is_part=True)
