"""`specc security`: the ledger of security rules, and what they would send."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from specc.cli import exits
from specc.cli.building import say_notes
from specc.cli.options import OUTPUT, Format, Output, Paths, Quiet, chosen
from specc.cli.terminal import complain, console, say

if TYPE_CHECKING:
    from specc.driver.dry_running import DryRun
    from specc.driver.ledgers import SuiteLedger

_STATES = ("tested", "not run", "inconclusive", "not applicable", "waived", "opted out")
_STYLES = {"inconclusive": "yellow", "not run": "yellow", "tested": "green"}


def security(
    paths: Paths = None,
    output: Output = OUTPUT,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="Who reads the ledger.")
    ] = Format.human,
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run",
            help="List every request that would be sent instead; a mock of the spec answers.",
        ),
    ] = False,
    seed: Annotated[int, typer.Option("--seed", help="Repeat the chance of a dry run.")] = 0,
    quiet: Quiet = False,
) -> None:
    """Tell what became of each security rule on each endpoint, for each role, in the last run.

    It was tested, was not applicable, inconclusive, waived or opted out, or it was not run: each
    with its reason. Runs of a part of the obligations add to what is known.

    **Example:** `specc security specs/shop.bts`, after `specc run specs/shop.bts`
    """
    if dry_run:
        raise typer.Exit(_dry(chosen(paths), format, seed, quiet))
    from specc.driver.ledgers import ledgers

    found = ledgers(chosen(paths), output)
    say_notes(found.notes, quiet)
    if format is Format.json:
        data = [suite.data() for suite in found.suites]
        sys.stdout.write(json.dumps(data, indent=2) + "\n")
    else:
        for suite in found.suites:
            _show(suite)
        if not any(suite.cells for suite in found.suites) and not found.failed:
            say("there is no ledger: no spec has a security block")
    raise typer.Exit(exits.WRONG if found.failed else exits.HOLDS)


def _show(suite: SuiteLedger) -> None:
    from rich.table import Table
    from rich.text import Text

    if not suite.cells:
        return
    screen = console()
    counts = {state: sum(cell.state == state for cell in suite.cells) for state in _STATES}
    broken = sum(cell.outcome == "broken" for cell in suite.cells)
    said = ", ".join(f"{count:,} {state}" for state, count in counts.items())
    screen.print(Text(f"{suite.spec}: {said}; {broken:,} broken", style="bold"))
    table = Table(box=None, pad_edge=False, header_style="bold")
    for title in ("endpoint", "role", "", "rules", "why"):
        table.add_column(title, overflow="fold")
    groups: dict[tuple[str, str, str, str], list[str]] = {}
    for cell in suite.cells:
        state = f"{cell.state}: {cell.outcome}" if cell.outcome else cell.state
        groups.setdefault((cell.endpoint, cell.role, state, cell.why), []).append(cell.rule)
    before = ""
    for (endpoint, role, state, why), rules in groups.items():
        style = "bold red" if state.endswith("broken") else _STYLES.get(state.split(":")[0], "dim")
        shown = endpoint if endpoint != before else ""
        table.add_row(shown, role, Text(state, style=style), ", ".join(rules), why)
        before = endpoint
    screen.print(table)
    screen.print()


def _dry(paths: list[str], format: Format, seed: int, quiet: bool) -> int:
    from specc.driver.dry_running import dry_run
    from specc.driver.stages import plans

    made = plans(paths, OUTPUT)
    say_notes(made.notes, quiet)
    runs = [dry_run(each, seed) for each in made.suites if each.plan.security.tests]
    if format is Format.json:
        sys.stdout.write(json.dumps([each.data() for each in runs], indent=2) + "\n")
    else:
        for each in runs:
            _list(each)
        if not runs and not made.failed:
            say("nothing would be sent: no spec has a security block with a test")
    for each in runs:
        if each.trouble:
            complain(f"{each.spec}: its tests could not be run on the mock:\n{each.trouble}")
            return exits.DEFECT
    if any(each.interrupted for each in runs):
        complain("interrupted: the list ends where it was by then")
        return exits.BROKEN
    return exits.WRONG if made.failed else exits.HOLDS


def _list(run: DryRun) -> None:
    from rich.table import Table
    from rich.text import Text

    screen = console()
    screen.print(Text(f"{run.spec}: {len(run.sent):,} requests would be sent", style="bold"))
    table = Table(box=None, pad_edge=False, header_style="bold")
    for title in ("method", "path", "actor", "rule", "obligation"):
        table.add_column(title, overflow="fold")
    for each in run.sent:
        table.add_row(each.method, each.path, each.actor, each.rule or "(set up)", each.obligation)
    screen.print(table)
    if run.silent:
        screen.print(f"\n{len(run.silent):,} send nothing on the mock: {', '.join(run.silent)}")
    screen.print()


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(security)
