"""`specc build`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from specc.cli import exits
from specc.cli.building import build_once, report, say_notes
from specc.cli.options import OUTPUT, Force, Output, Paths, Quiet, chosen
from specc.cli.terminal import say
from specc.driver.inputs import DriverError


class Stage(StrEnum):
    """What `--show` can show."""

    ast = "ast"
    ir = "ir"
    plan = "plan"


def build(
    paths: Paths = None,
    output: Output = OUTPUT,
    quiet: Quiet = False,
    force: Force = False,
    check: Annotated[
        bool,
        typer.Option("--check", help="Write nothing; list what a build would change (exit 1)."),
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", "-w", help="Build again whenever a spec changes.")
    ] = False,
    show: Annotated[
        Stage | None,
        typer.Option("--show", help="Write nothing; show the specs at a stage of their way."),
    ] = None,
) -> None:
    """Write the pytest and Locust suites that the specs stand for.

    Only what is stale is compiled, and a file that someone edited by hand is never overwritten
    unasked.

    **Example:** `specc build specs -o generated`
    """
    if sum((check, watch, show is not None)) > 1:
        raise typer.BadParameter("--check, --watch and --show exclude each other")
    specs = chosen(paths)
    if show is not None:
        raise typer.Exit(_show(specs, show, output))
    if check:
        raise typer.Exit(_check(specs, output, quiet))
    if watch:
        raise typer.Exit(_watch(specs, output, quiet, force))
    raise typer.Exit(build_once(specs, output, quiet, force))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(build)


def _show(paths: list[str], stage: Stage, output: str) -> int:
    from specc.driver.stages import show

    text, notes = show(paths, stage.value, output)
    say_notes(notes, quiet=False)
    if text:
        say(text)
    return exits.WRONG if any(note.severity == "error" for note in notes) else exits.HOLDS


def _check(paths: list[str], output: str, quiet: bool) -> int:
    from specc.driver.drift import find_drift

    drift = find_drift(paths, output)
    say_notes(drift.notes, quiet)
    for line in drift.lines():
        say(line)
    if drift.failed:
        return exits.WRONG
    if drift.any:
        say("these files are not what the specs say: `specc build` writes them anew")
        return exits.BROKEN
    if not quiet:
        count = len(drift.suites)
        say(f"{count:,} {'suite' if count == 1 else 'suites'} in {output} up to date")
    return exits.HOLDS


def _watch(paths: list[str], output: str, quiet: bool, force: bool) -> int:
    from specc.cli.terminal import complain
    from specc.driver.build import build as build_specs
    from specc.driver.watching import watch

    def act() -> tuple[str, ...]:
        try:
            built = build_specs(paths, output, force=force)
        except DriverError as error:
            complain(str(error), error.help)
            return ()
        report(built, quiet)
        return built.read

    if not quiet:
        say("watching; Ctrl-C ends it")
    try:
        watch(paths, output, act)
    except KeyboardInterrupt:
        say("")
    return exits.HOLDS
