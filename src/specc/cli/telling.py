"""All that a run leaves besides what it prints: pages, summaries, annotations, its figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from specc.cli.terminal import complain, say

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
    code_quality: str = ""
    annotate: str = ""
    fail_on_alert: bool = False
    history: bool = True
    quiet: bool = False
    environment: str = ""


def tell(
    telling: Telling,
    paths: Sequence[str],
    output: str,
    result: RunResult,
    pipeline: PipelineResult | None = None,
) -> bool:
    """Write what is wanted of a run. Returns whether there are alerts that are to fail it."""
    from specc.driver.history import store
    from specc.driver.history.alerts import LOOKED_BACK
    from specc.driver.history.telling import as_run, story
    from specc.driver.running.reports import append_text, write_text

    runs: Sequence[store.Run] = ()
    if telling.history and result.results:
        try:
            store.keep(as_run(result, telling.environment, pipeline))
            runs = store.recall(telling.environment, LOOKED_BACK)
        except store.HistoryError as error:
            complain(f"the history of runs cannot be kept: {error}", "--no-history does without")
    coverage = None
    if telling.html and result.all_ran:
        from specc.driver.covering import coverage as covered

        coverage = covered(paths, output)
    told = story(result, runs, pipeline, coverage)
    if telling.html:
        from specc.reporting.page import page

        write_text(telling.html, page(told))
    if telling.markdown:
        from specc.reporting.markdown import summary

        append_text(telling.markdown, summary(told))
    if telling.code_quality:
        from specc.reporting.code_quality import report

        write_text(telling.code_quality, report(told))
    if telling.annotate:
        from specc.reporting.annotations import lines

        for line in lines(told, telling.annotate):
            say(line)
    for alert in told.alerts if not telling.quiet or telling.fail_on_alert else ():
        say(f"alert: {alert.kind}: {alert.text}")
    return telling.fail_on_alert and bool(told.alerts)
