"""`specc lsp`."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Annotated

import typer

from specc.driver.inputs import DriverError


def lsp(
    stdio: Annotated[
        bool,
        typer.Option(
            "--stdio", help="Speak on standard input and output, which is the one way there is."
        ),
    ] = True,
) -> None:
    """Serve an editor: diagnostics as you type, completion, renaming and more.

    Editors start it; the page on editors says how.

    **Example:** `specc lsp --stdio`
    """
    if find_spec("pygls") is None:
        raise DriverError(
            "the language server needs pygls, which is not installed",
            "pip install 'specc[lsp]'",
        )
    from specc.lsp.server import serve

    serve()


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(lsp)
