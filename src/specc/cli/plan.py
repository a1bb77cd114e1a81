"""`specc plan`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from specc.cli import exits
from specc.cli.building import say_notes
from specc.cli.options import OUTPUT, Format, Paths, Quiet, chosen
from specc.cli.terminal import console, say

if TYPE_CHECKING:
    from specc.driver.stages import Planned


def plan(
    paths: Paths = None,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="Who reads the plan.")
    ] = Format.human,
    quiet: Quiet = False,
) -> None:
    """Tell what a run would do: what must hold, which requests are sent, which hosts contacted.

    Nothing is sent, and nothing is written.

    **Example:** `specc plan specs/shop.bts`
    """
    from specc.driver.stages import plan_data, plans

    made = plans(chosen(paths), OUTPUT)
    say_notes(made.notes, quiet)
    if format is Format.json:
        import json

        sys.stdout.write(json.dumps(plan_data(made), indent=2) + "\n")
    else:
        for each in made.suites:
            _show(each)
        if not made.suites and not made.failed:
            say("nothing to run: no spec declares both a service and what to test of it")
    raise typer.Exit(exits.WRONG if made.failed else exits.HOLDS)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(plan)


def _show(planned: Planned) -> None:
    from rich.table import Table
    from rich.text import Text

    screen = console()
    plan = planned.plan
    tested = [each for each in plan.obligations if each.test is not None]
    untested = [each for each in plan.obligations if each.test is None and not each.waived]
    waived = [each for each in plan.obligations if each.waived]
    screen.print(Text(f"{planned.root}: {len(plan.obligations):,} obligations", style="bold"))
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("obligation", overflow="fold")
    table.add_column("requests", overflow="fold")
    table.add_column("", no_wrap=True)
    table.add_column("spec", no_wrap=True)
    for each in tested:
        writes = Text("writes", style="yellow") if each.writes else Text("reads", style="dim")
        table.add_row(each.id, ", ".join(each.requests), writes, each.place)
    screen.print(table)
    writing = sum(each.writes for each in tested)
    screen.print(
        f"\n{len(tested):,} are put to the test; {writing:,} write or delete on the server"
    )
    screen.print(f"hosts contacted: {', '.join(plan.hosts) or 'none'}")
    if waived:
        screen.print(Text(f"\n{len(waived):,} need not hold for now:", style="bold"))
        for each in waived:
            screen.print(f"  {each.id} ({each.place}): {each.reason}")
    if untested:
        screen.print(Text(f"\n{len(untested):,} can't be put to the test:", style="bold"))
        for each in untested:
            screen.print(f"  {each.id} ({each.place}): {each.reason or 'no reason is known'}")
    screen.print()
