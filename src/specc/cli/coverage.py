"""`specc coverage`: how much of what the specs say the last run has seen."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from specc.cli import exits
from specc.cli.building import say_notes
from specc.cli.options import OUTPUT, Format, Output, Paths, Quiet, chosen
from specc.cli.terminal import console, say

if TYPE_CHECKING:
    from specc.coverage.measure import EndpointCoverage, Point
    from specc.driver.covering import SuiteCoverage


def coverage(
    paths: Paths = None,
    output: Output = OUTPUT,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="Who reads the coverage.")
    ] = Format.human,
    quiet: Quiet = False,
) -> None:
    """Tell what the last run has seen of each endpoint, and what it has not.

    Counted are the declared statuses, the conditions put to the test, the fields sent and answered
    (each of them present, absent and null, as far as it may be), and who was let in or refused.
    Runs of a part of the obligations add to what is known.

    **Example:** `specc coverage specs`, after `specc run specs`
    """
    from specc.driver.covering import coverage as covered

    found = covered(chosen(paths), output)
    say_notes(found.notes, quiet)
    if format is Format.json:
        import json

        sys.stdout.write(json.dumps(found.data(), indent=2) + "\n")
    else:
        for suite in found.suites:
            _show(suite)
        if not found.suites and not found.failed:
            say("nothing to cover: no spec declares both a service and what to test of it")
    raise typer.Exit(exits.WRONG if found.failed else exits.HOLDS)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(coverage)


def _show(suite: SuiteCoverage) -> None:
    from rich.table import Table
    from rich.text import Text

    from specc.coverage.measure import SUBJECTS

    screen = console()
    if suite.endpoints is None:
        say(f"{suite.spec}: no run is known; `specc run {suite.spec}` makes one")
        return
    screen.print(Text(f"{suite.spec}: seen by the last run", style="bold"))
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("endpoint", overflow="fold")
    for title in ("statuses", "conditions", "sent", "answered", "callers"):
        table.add_column(title, justify="right")
    for each in suite.endpoints:
        table.add_row(each.endpoint, *(_share(each.of(subject)) for subject in SUBJECTS))
    everything = [point for each in suite.endpoints for point in each.points]
    table.add_section()
    table.add_row(
        "in all",
        *(_share(point for point in everything if point.subject == one) for one in SUBJECTS),
    )
    screen.print(table)
    unseen = [each for each in suite.endpoints if each.unseen]
    if unseen:
        screen.print(Text("\nnot seen:", style="bold yellow"))
    for each in unseen:
        _show_unseen(each)
    screen.print()


def _show_unseen(found: EndpointCoverage) -> None:
    from rich.text import Text

    screen = console()
    screen.print(Text(f"  {found.endpoint}"), soft_wrap=True)
    words = {"sent": "sent ", "answered": "answered "}
    states: dict[tuple[str, str], list[str]] = {}
    for point in found.unseen:
        name = f"{words.get(point.subject, '')}{point.name}"
        states.setdefault((name, point.place), []).extend([point.state] if point.state else [])
    for (name, place), missing in states.items():
        which = f": {' or '.join(missing)}" if missing else ""
        screen.print(Text(f"    {name}{which} ({place})", style="dim"), soft_wrap=True)


def _share(points: Iterable[Point]) -> str:
    listed = list(points)
    return f"{sum(point.seen for point in listed):,}/{len(listed):,}" if listed else "-"
