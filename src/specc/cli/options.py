"""Arguments and options that several commands have."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, TypeAlias

import typer

from specc.driver.inputs import GENERATED, SPECS

Paths: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATHS]",
        help=f"Specs, and folders that hold some. `{SPECS}` if left out.",
        show_default=False,
    ),
]
Output: TypeAlias = Annotated[
    str, typer.Option("--output", "-o", metavar="FOLDER", help="Where the suites are written to.")
]
Quiet: TypeAlias = Annotated[
    bool, typer.Option("--quiet", "-q", help="Say nothing but what is wrong.")
]
Force: TypeAlias = Annotated[
    bool, typer.Option("--force", help="Overwrite generated files that were edited by hand.")
]

OUTPUT = GENERATED


class Format(StrEnum):
    """Who reads what a command prints."""

    human = "human"
    json = "json"


def chosen(paths: list[str] | None) -> list[str]:
    """The paths that were given, or what stands for none."""
    return list(paths or [SPECS])
