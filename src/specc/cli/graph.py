"""`specc graph`."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from specc.cli import exits
from specc.cli.building import say_notes
from specc.cli.options import OUTPUT, Paths, chosen
from specc.driver.inputs import DriverError


class Format(StrEnum):
    """What draws the graph."""

    mermaid = "mermaid"
    dot = "dot"
    json = "json"
    svg = "svg"


def graph(
    paths: Paths = None,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="What is to draw the graph.")
    ] = Format.mermaid,
    of: Annotated[
        str | None,
        typer.Option(
            "--of",
            metavar="NAME",
            help="Only this, and all that a change of it touches.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Draw what depends on what: endpoints, contracts, actors, flows, tests, profiles and rules.

    **Example:** `specc graph specs --of Order --format svg > order.svg`
    """
    from specc.driver.stages import graph_of
    from specc.graphing import FORMATS, UnknownNodeError, impact

    drawn, notes, failed = graph_of(chosen(paths), OUTPUT)
    say_notes(notes, quiet=False)
    if failed:
        raise typer.Exit(exits.WRONG)
    try:
        shown = impact(drawn, of) if of else drawn
    except UnknownNodeError as error:
        raise DriverError(str(error.args[0])) from error
    sys.stdout.write(FORMATS[format.value](shown))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(graph)
