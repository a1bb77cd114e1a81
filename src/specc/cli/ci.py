"""`specc ci`."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from specc.cli import exits
from specc.cli.options import OUTPUT, Paths, chosen
from specc.cli.terminal import complain, say


class System(StrEnum):
    """The CI systems."""

    github = "github"
    gitlab = "gitlab"
    jenkins = "jenkins"
    azure = "azure"


def ci(
    system: Annotated[System, typer.Argument(help="Whose file is to be written.")],
    paths: Paths = None,
    pipeline: Annotated[
        str,
        typer.Option(
            "--pipeline",
            metavar="NAME",
            help="The pipeline; not needed where there is one.",
            show_default=False,
        ),
    ] = "",
    to: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="FILE",
            help="Where to write it, `-` for here. Else where the system looks for it.",
            show_default=False,
        ),
    ] = "",
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; fail if the file is not as it would be.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Write over a file that specc did not make.")
    ] = False,
) -> None:
    """Write a pipeline as the workflow file of a CI system, a job a stage.

    Exit codes: 0 all holds, 1 the file is stale (with `--check`), 2 a spec or an option is wrong.

    **Example:** `specc ci github specs/shop.bts --pipeline release`
    """
    from specc.driver.ci import make, read, write
    from specc.driver.inputs import shown

    made = make(system.value, chosen(paths), pipeline, OUTPUT)
    place = to or made.place
    if to == "-":
        sys.stdout.write(made.text)
    elif check:
        if read(place) != made.text:
            complain(f"{shown(place)} is stale", "make it anew, without --check")
            raise typer.Exit(exits.BROKEN)
    else:
        done = write(made, to, force=force)
        say(f"{'wrote' if done else 'up to date:'} {shown(place)}")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(ci)
