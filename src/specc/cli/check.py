"""`specc check`."""

from __future__ import annotations

import importlib
import sys
from enum import StrEnum
from typing import Annotated

import typer

from specc.cli import exits
from specc.cli.options import OUTPUT, Paths, Quiet, chosen
from specc.cli.terminal import is_coloured, say


class Format(StrEnum):
    """Who the diagnostics are for."""

    human = "human"
    json = "json"
    github = "github"
    sarif = "sarif"


def check(
    paths: Paths = None,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="Who reads the diagnostics.")
    ] = Format.human,
    quiet: Quiet = False,
) -> None:
    """Find the mistakes in specs, without a request sent or a file written.

    **Example:** `specc check specs --format github`
    """
    from specc.driver.check import check as check_specs

    checks = check_specs(chosen(paths), OUTPUT)
    shown = [
        diagnostic
        for diagnostic in checks.diagnostics
        if not quiet or diagnostic.severity == "error"
    ]
    renderer = importlib.import_module(f"specc.diagnostics.render.{format.value}")
    options = {"colour": is_coloured(sys.stdout)} if format is Format.human else {}
    sys.stdout.write(renderer.render(shown, **options))
    if format is Format.human and not checks.diagnostics and not quiet:
        count = len(checks.specs)
        say(f"{count:,} {'spec' if count == 1 else 'specs'} checked: no mistake found")
    raise typer.Exit(exits.HOLDS if checks.ok else exits.WRONG)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(check)
