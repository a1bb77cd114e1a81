"""What `specc run --learn` says of the tests that it has written."""

from __future__ import annotations

import typer

from specc.cli.terminal import complain
from specc.driver.learning import Learned


def show_learned(learned: Learned, quiet: bool) -> None:
    """Tell how many tests were added, and of which finds there is none, and why."""
    for obligation, why in learned.unsaid:
        complain(f"no test in .bts for {obligation}: {why}")
    if quiet:
        return
    if learned.added:
        tests = "1 test" if learned.added == 1 else f"{learned.added} tests"
        typer.echo(f"{learned.path}: {tests} added")
    elif learned.known:
        typer.echo(f"{learned.path}: has what was found already")
    else:
        typer.echo(f"{learned.path}: there was nothing to learn")
