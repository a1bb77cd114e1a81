"""`specc mutate`."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from specc.cli import exits
from specc.cli.building import say_notes
from specc.cli.options import OUTPUT, Paths, Quiet, chosen
from specc.cli.terminal import complain, console, say
from specc.driver.inputs import DriverError, shown

if TYPE_CHECKING:
    from specc.driver.mutating.results import Mutated, Verdict
    from specc.driver.mutating.session import Watcher
    from specc.driver.running.events import Event


def mutate(
    paths: Paths = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            "-k",
            metavar="PATTERN",
            help="Only mutants whose id has this in it, or matches it (`*`); repeatable.",
            show_default=False,
        ),
    ] = None,
    endpoint: Annotated[
        list[str] | None,
        typer.Option(
            "--endpoint",
            "-e",
            metavar="NAME",
            help="Only mutants of this endpoint; repeatable.",
            show_default=False,
        ),
    ] = None,
    least: Annotated[
        float,
        typer.Option("--min", metavar="PERCENT", min=0, max=100, help="How many must be noticed."),
    ] = 100.0,
    json_file: Annotated[
        str,
        typer.Option(
            "--json", metavar="FILE", help="Write the outcome as JSON too.", show_default=False
        ),
    ] = "",
    seed: Annotated[int, typer.Option("--seed", help="Repeat the chance of a run.")] = 0,
    workers: Annotated[
        int, typer.Option("--workers", "-n", metavar="N", min=1, max=64, help="Mutants at a time.")
    ] = 2,
    timeout: Annotated[
        float,
        typer.Option("--timeout", metavar="SECONDS", min=1, help="What one mutant may take."),
    ] = 60.0,
    quiet: Quiet = False,
) -> None:
    """Find out how good the suite is: serve a mock of the spec with one defect at a time.

    A defect that no obligation notices is told, with the reason why. Nothing but the mock is
    contacted.

    Exit codes: 0 all defects (or the share of --min) are noticed, 1 they are not, 2 a spec or an
    option is wrong, 4 a defect of specc.

    **Example:** `specc mutate specs/shop.bts --endpoint create_order`
    """
    from specc.driver.mutating.session import Options
    from specc.driver.mutating.session import mutate as run
    from specc.driver.stages import plans

    made = plans(chosen(paths), OUTPUT)
    say_notes(made.notes, quiet=True)
    if made.failed:
        raise typer.Exit(exits.WRONG)
    options = Options(tuple(only or ()), tuple(endpoint or ()), seed, workers, timeout)
    with _watching(quiet) as watcher:
        results = run(made.suites, options, watcher)
    if json_file:
        _write(json_file, results)
    for result in results:
        if not quiet or result.score < least:
            _show(result)
    raise typer.Exit(_code(results, least))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(mutate)


def _code(results: tuple[Mutated, ...], least: float) -> int:
    if any(result.interrupted for result in results):
        complain("interrupted: what had been done by then is told above")
        return exits.BROKEN
    for result in results:
        if result.trouble:
            complain(f"the suite of {result.spec} could not be run:\n{result.trouble}")
            return exits.DEFECT
    return exits.HOLDS if all(result.score >= least for result in results) else exits.BROKEN


def _write(place: str, results: tuple[Mutated, ...]) -> None:
    try:
        os.makedirs(os.path.dirname(os.path.abspath(place)), exist_ok=True)
        with open(place, "w", encoding="utf-8") as file:
            json.dump([result.data() for result in results], file, indent=2)
            file.write("\n")
    except OSError as error:
        raise DriverError(f"cannot write {shown(place)}: {error.strerror}") from error


def _show(result: Mutated) -> None:
    from rich.table import Table
    from rich.text import Text

    from specc.driver.mutating.tally import by_endpoint, by_kind

    screen = console()
    if result.set_aside:
        count = len(result.set_aside)
        what = "obligation is" if count == 1 else "obligations are"
        title = f"{count:,} {what} set aside: the healthy mock breaks what they promise"
        screen.print(Text(title, style="bold"))
        for name, why in result.set_aside.items():
            screen.print(Text(f"  {name}: {why}"), soft_wrap=True)
    for title, rows in (("endpoint", by_endpoint(result)), ("kind", by_kind(result))):
        table = Table(box=None, pad_edge=False, header_style="bold")
        for column in (title, "mutants", "noticed", "noticed first by"):
            table.add_column(column, overflow="fold")
        for row in rows:
            table.add_row(row.name, str(row.total), str(row.noticed), row.by)
        screen.print()
        screen.print(table)
    if result.survivors:
        screen.print()
        screen.print(Text(f"{len(result.survivors):,} that nobody noticed:", style="bold"))
        for each in result.survivors:
            _show_survivor(each)
    screen.print()
    screen.print(
        f"{result.spec}: {result.noticed:,} of {len(result.verdicts):,} mutants noticed "
        f"({result.score:.1f}%; {result.score_reached:.1f}% of those that a test came across) "
        f"by {result.tests:,} tests in {result.seconds:.1f} s",
        soft_wrap=True,
    )


def _show_survivor(verdict: Verdict) -> None:
    from rich.text import Text

    screen = console()
    screen.print(Text(f"  {verdict.id} ({verdict.place})", style="yellow"), soft_wrap=True)
    screen.print(Text(f"    {verdict.text}"), soft_wrap=True)
    screen.print(Text(f"    {verdict.message}", style="dim"), soft_wrap=True)


@contextmanager
def _watching(quiet: bool) -> Iterator[Watcher]:
    """Someone who shows how far a run is while the block lasts."""
    from specc.driver.mutating.session import Watcher

    if quiet:
        yield Watcher()
    elif sys.stdout.isatty():
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[state]}"),
        )
        with Progress(*columns, console=console(), transient=True) as progress:
            task = progress.add_task("", total=None, state="")
            alive = 0

            def begins(suite: str, total: int) -> None:
                progress.reset(task, description=suite, total=total, state="the healthy mock first")

            def hears(event: Event) -> None:
                nonlocal alive
                if event.get("event") == "mutant":
                    alive += event.get("outcome") in ("survived", "unreached", "error")
                    progress.update(task, advance=1, state=f"{alive} unnoticed" if alive else "")

            yield Watcher(begins, hears)
    else:
        yield Watcher(_begins, _hears)


def _begins(suite: str, total: int) -> None:
    say(f"{suite}: {total:,} mutants")
    sys.stdout.flush()


def _hears(event: Event) -> None:
    if event.get("outcome") in ("survived", "unreached", "error"):
        say(f"  not noticed: {event.get('id')}")
        sys.stdout.flush()
