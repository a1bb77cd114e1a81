"""`specc init`."""

from __future__ import annotations

from typing import Annotated

import typer

from specc.cli.terminal import say
from specc.driver.inputs import SPECS


def init(
    folder: Annotated[
        str, typer.Argument(metavar="[FOLDER]", help="Where the spec is written to.")
    ] = SPECS,
) -> None:
    """Write a first spec, which runs at once against the demo shop. Nothing is overwritten.

    **Example:** `specc init && specc run`
    """
    from specc.driver.starting import write_first

    name = write_first(folder)
    say(f"wrote {name}; now try: specc run {name}")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(init)
