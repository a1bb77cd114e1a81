"""All that a run leaves besides what it prints: pages, summaries, annotations, its figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from specc.driver.pipelines.outcome import PipelineResult
    from specc.driver.running.results import RunResult


@attrs.frozen
class Which:
    """A pipeline, perhaps one stage of it alone, or what it runs on failure."""

    pipeline: str
    stage: str = ""
    on_failure: bool = False


@attrs.frozen
class Telling:
    """Where a run is told of, and whether its alerts are a gate."""

    html: str = ""
    markdown: str = ""
    annotate: str = ""
    fail_on_alert: bool = False
    history: bool = True
    quiet: bool = False


def tell(
    telling: Telling,
    paths: Sequence[str],
    output: str,
    result: RunResult,
    pipeline: PipelineResult | None = None,
) -> bool:
    """Write what is wanted of a run. Returns whether there are alerts that are to fail it."""
    return False
