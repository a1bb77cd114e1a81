"""`specc rules`."""

from __future__ import annotations

from typing import Annotated

import typer

from specc.cli.terminal import complain, say
from specc.driver.inputs import DriverError


def rules(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[RULE]",
            help="Such as bola.read; all are listed if left out.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """List the security rules, or explain one: when it is broken, its control, and the remedy.

    **Example:** `specc rules bola.read`
    """
    from specc.diagnostics.suggest import did_you_mean
    from specc.rules import RULES, UNLOADED
    from specc.rules.page import explained, listing

    for wrong in UNLOADED:
        complain(wrong)
    if name is None:
        say(listing())
        return
    rule = RULES.get(name)
    if rule is None:
        near = did_you_mean(name, RULES)
        hint = f"did you mean `{near}`?" if near else "`specc rules` lists them"
        raise DriverError(f"there is no security rule `{name}`", hint)
    say(explained(rule))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(rules)
