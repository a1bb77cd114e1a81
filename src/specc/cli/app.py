"""The commands, put together."""

from __future__ import annotations

from typing import Annotated

import typer

from specc import __version__
from specc.cli import (
    build,
    check,
    ci,
    coverage,
    demo,
    explain,
    fmt,
    graph,
    history,
    init,
    load,
    lsp,
    mock,
    mutate,
    plan,
    rules,
    run,
    security,
    selftest,
)

app = typer.Typer(
    name="specc",
    help="Say in .bts files what is true of an HTTP service, and find out whether it is.",
    epilog="Start with: specc init && specc run",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"specc {__version__}")
        raise typer.Exit


@app.callback()
def specc(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Say in .bts files what is true of an HTTP service, and find out whether it is."""


# In the order in which someone new needs them.
_COMMANDS = (
    *(init, check, fmt, build, run, load, plan, coverage, security),
    *(history, ci, graph, mock, mutate, lsp, explain, rules, selftest, demo),
)

for module in _COMMANDS:
    module.register(app)
