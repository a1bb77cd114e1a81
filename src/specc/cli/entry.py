"""Where `specc` starts. What needs no command line library is answered before one is loaded."""

from __future__ import annotations

import sys

from specc.cli.guard import guarded
from specc.cli.terminal import survive_odd_text

TYPE_CHECKING = False  # lean modules do without `typing`, half the cost of a start
if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command, and exit with its code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    survive_odd_text()
    sys.exit(guarded(lambda: _run(given)))


def _run(arguments: list[str]) -> int | None:
    if arguments == ["--version"]:
        from specc import __version__

        sys.stdout.write(f"specc {__version__}\n")
        return 0
    plain = plain_build(arguments)
    if plain is not None:
        from specc.cli.building import build_once

        return build_once(*plain)
    from specc.cli.app import app

    app(args=arguments, prog_name="specc")
    return 0


def plain_build(arguments: Sequence[str]) -> tuple[list[str], str, bool] | None:
    """Paths, output folder and whether to be quiet, if the arguments are `build [-o X] [-q] ...`.

    None for all else, such as `--help` and mistakes: that is for the command line library.
    """
    from specc.driver.inputs import GENERATED, SPECS

    if not arguments or arguments[0] != "build":
        return None
    paths: list[str] = []
    output, quiet = GENERATED, False
    rest = iter(arguments[1:])
    for argument in rest:
        if argument in ("-q", "--quiet"):
            quiet = True
        elif argument in ("-o", "--output"):
            value = next(rest, "")
            if not value or value.startswith("-"):
                return None
            output = value
        elif argument.startswith("-"):
            return None
        else:
            paths.append(argument)
    return paths or [SPECS], output, quiet
