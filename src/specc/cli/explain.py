"""`specc explain`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from specc.cli.terminal import console, say
from specc.driver.inputs import DriverError


def explain(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="[CODE]", help="Such as BTS203; all are listed if left out.", show_default=False
        ),
    ] = None,
) -> None:
    """Explain a diagnostic: what is wrong, why it matters, an example, and the way out.

    **Example:** `specc explain BTS203`
    """
    from specc.diagnostics.explain import UnknownCodeError, listing
    from specc.diagnostics.explain import explain as explained

    if code is None:
        say(listing())
        return
    try:
        text = explained(code)
    except UnknownCodeError as error:
        raise DriverError(str(error.args[0])) from error
    if sys.stdout.isatty():
        from rich.markdown import Markdown

        console().print(Markdown(text))
    else:
        say(text)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(explain)
