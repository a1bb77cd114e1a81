"""`specc run --pipeline`: the run, and its report as people read it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import attrs
from rich.table import Table
from rich.text import Text

from specc.cli import exits
from specc.cli.report import show_run
from specc.cli.telling import Telling, Which, tell
from specc.cli.terminal import complain, console, say
from specc.driver.pipelines.finding import Found, alone, find_pipeline
from specc.driver.pipelines.outcome import HookResult, PipelineResult, StageResult, totals
from specc.driver.pipelines.running import Watcher, run_hook, run_pipeline
from specc.driver.running.reports import write_report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from specc.driver.running.events import Event
    from specc.driver.running.session import Options

_COLOURS = {
    "passed": "green",
    "failed": "bold red",
    "blocked": "yellow",
    "interrupted": "bold yellow",
    "not_run": "yellow",
}


def run_named(
    paths: Sequence[str], output: str, which: Which, options: Options, telling: Telling
) -> int:
    """Run a pipeline, a stage of it, or what it runs on failure. Returns the exit code."""
    found = find_pipeline(paths, which.pipeline, output)
    if which.on_failure:
        return _run_hook(found, options)
    folder = found.pipeline.artifacts
    if folder:
        options = attrs.evolve(
            options,
            report=options.report or os.path.join(folder, "report.json"),
            junit=options.junit or os.path.join(folder, "junit.xml"),
            sarif=options.sarif or os.path.join(folder, "report.sarif"),
        )
        telling = attrs.evolve(telling, html=telling.html or os.path.join(folder, "report.html"))
    if which.stage:
        found = alone(found, which.stage)
    watcher = Watcher() if telling.quiet else _told()
    result = run_pipeline(output, found, options, watcher)
    show_run(result.run, telling.quiet)
    show_pipeline(result, telling.quiet)
    if options.report:
        write_report(options.report, {**result.run.data(), "pipeline": result.data()})
    alerted = tell(telling, paths, output, result.run, result)
    if result.interrupted:
        complain("interrupted: what had been done by then is told above")
    return result.code or (exits.BROKEN if alerted else exits.HOLDS)


def _run_hook(found: Found, options: Options) -> int:
    if found.pipeline.on_failure is None:
        say(f"the pipeline {found.pipeline.name} runs nothing on failure")
        return exits.HOLDS
    hook = run_hook(found, options)
    _show_hook(console(), hook)
    return exits.HOLDS if hook.code == 0 else exits.BROKEN


def show_pipeline(result: PipelineResult, quiet: bool) -> None:
    """Show what became of each stage, and of what is run on failure."""
    if quiet and result.code == 0:
        return
    screen = console()
    screen.print(Text(f"\npipeline {result.name}", style="bold"))
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("stage", "state", "held", "broken", "not run"):
        table.add_column(column, justify="left" if column in ("stage", "state") else "right")
    for stage in result.stages:
        counts = totals(stage.results)
        table.add_row(
            stage.name,
            Text(stage.state.replace("_", " "), style=_COLOURS[stage.state]),
            f"{counts['held']:,}",
            f"{counts['broken'] + counts['error']:,}",
            f"{counts['not_run']:,}",
        )
    screen.print(table)
    for stage in result.stages:
        _show_reason(screen, stage)
    if result.hook is not None:
        _show_hook(screen, result.hook)


def _show_hook(screen: Console, hook: HookResult) -> None:
    ended = "could not be run" if hook.code is None else f"ended with {hook.code}"
    screen.print(Text(f"on failure: `{hook.command}` {ended}"), soft_wrap=True)
    for line in hook.printed.splitlines():
        screen.print(Text(f"  {line}"), soft_wrap=True)


def _show_reason(screen: Console, stage: StageResult) -> None:
    if stage.reason:
        screen.print(Text(f"{stage.name}: {stage.reason}"), soft_wrap=True)
    for load in stage.loads:
        for line in load.printed.splitlines() if load.code else ():
            screen.print(Text(f"  {line}"), soft_wrap=True)


def _told() -> Watcher:
    return Watcher(_begins, _hears, _ends)


def _begins(stage: str) -> None:
    say(f"stage {stage}: begins")
    sys.stdout.flush()


def _hears(stage: str, event: Event) -> None:
    if event.get("outcome") in ("broken", "error"):
        say(f"  {event['outcome']} in {stage}: {event.get('obligation') or event.get('node')}")
        sys.stdout.flush()


def _ends(result: StageResult) -> None:
    why = f": {result.reason.splitlines()[0]}" if result.reason else ""
    say(f"stage {result.name}: {result.state.replace('_', ' ')} in {result.seconds:.1f} s{why}")
    sys.stdout.flush()
