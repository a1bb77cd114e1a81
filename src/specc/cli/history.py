"""`specc history`."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from specc.cli import exits
from specc.cli.options import Format, Quiet
from specc.cli.terminal import complain, console, say


def history(
    env: Annotated[
        str,
        typer.Option(
            "--env", metavar="NAME", help="Runs with `--env NAME` alone.", show_default=False
        ),
    ] = "",
    last: Annotated[
        int, typer.Option("--last", metavar="N", min=1, help="So many runs, the newest.")
    ] = 30,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="Who reads the history.")
    ] = Format.human,
    fail_on_alert: Annotated[
        bool, typer.Option("--fail-on-alert", help="Exit with 1 where there is an alert.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Tell of the last runs here: what held, what took longer, and what they give an alert about.

    Exit codes: 0 all holds, 1 there is an alert (with `--fail-on-alert`), 2 there is no history.

    **Example:** `specc history --last 10`
    """
    from specc.driver.history.alerts import alerts, endpoint_series, figure_series
    from specc.driver.history.store import HistoryError, recall
    from specc.reporting.story import STATES

    try:
        runs = recall(env, last)
    except HistoryError as error:
        complain(f"the history of runs cannot be read: {error}")
        raise typer.Exit(exits.WRONG) from None
    if not runs:
        complain("no run is known here", "`specc run` keeps its figures in .specc")
        raise typer.Exit(exits.WRONG)
    found = alerts(runs)
    series = {**endpoint_series(runs), **figure_series(runs)}
    rows = [
        {
            "at": run.at,
            "revision": run.revision,
            "seed": run.seed,
            "seconds": round(run.seconds, 3),
            **{state: sum(one.outcome == state for one in run.outcomes) for state in STATES},
        }
        for run in runs
    ]
    if format is Format.json:
        told = [{"kind": one.kind, "subject": one.subject, "text": one.text} for one in found]
        data = {"runs": rows, "series": series, "alerts": told}
        sys.stdout.write(json.dumps(data, indent=2) + "\n")
    else:
        if not quiet:
            _show(rows, series)
        for alert in found:
            say(f"alert: {alert.kind}: {alert.text}")
    raise typer.Exit(exits.BROKEN if fail_on_alert and found else exits.HOLDS)


def _show(rows: list[dict[str, object]], series: dict[str, list[float | None]]) -> None:
    from rich.table import Table
    from rich.text import Text

    screen = console()
    table = Table(box=None, pad_edge=False, header_style="bold")
    titles = ("at", "revision", "held", "broken", "error", "noted", "waived", "not_run", "seconds")
    for title in titles:
        side = "left" if title in ("at", "revision") else "right"
        table.add_column(title.replace("_", " "), justify="left" if side == "left" else "right")
    for row in rows:
        table.add_row(*(Text(str(row[title])[: 25 if title == "at" else 9]) for title in titles))
    screen.print(table)
    screen.print(Text("\nhow long, the newest last (1 is usual for an endpoint):", style="bold"))
    for subject, values in series.items():
        shown = " ".join("-" if value is None else f"{value:.3g}" for value in values[-12:])
        screen.print(Text(f"  {subject}: {shown}"), soft_wrap=True)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(history)
