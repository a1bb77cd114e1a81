"""`specc fmt`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from io import StringIO
from typing import TYPE_CHECKING, Annotated

import typer

from specc.cli import exits
from specc.cli.options import Quiet, chosen
from specc.cli.terminal import complain, is_coloured, say
from specc.driver.inputs import SPECS, DriverError

if TYPE_CHECKING:
    from specc.diagnostics.model import Diagnostic
    from specc.driver.formatting import Formatted

STDIN = "-"


def fmt(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATHS]",
            help=f"Specs, and folders that hold some; `{SPECS}` if left out. "
            "`-` formats what comes in, and writes it out.",
            show_default=False,
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; end with 1 if a layout is another.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="The same, and show what would change.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Give specs their one layout. Comments stay; a spec with mistakes is left as it is.

    **Example:** `specc fmt specs --check`
    """
    given = chosen(paths)
    if STDIN not in given:
        raise typer.Exit(_format_files(given, check=check, diff=diff, quiet=quiet))
    if given != [STDIN]:
        raise DriverError("`-` stands for what comes in, and takes no other paths beside it")
    raise typer.Exit(_format_stream(check=check, diff=diff))


def _format_files(paths: list[str], *, check: bool, diff: bool, quiet: bool) -> int:
    from specc.driver.formatting import format_specs

    keep = check or diff
    results: list[Formatted] = []
    for made in format_specs(paths, write=not keep):
        results.append(made)
        if made.outcome != "changed":
            continue
        if diff:
            _say_difference(made)
        elif keep or not quiet:
            say(f"{'would format' if keep else 'formatted'} {made.name}")
    _say_trouble(results)
    if not quiet and not diff:
        say(_summary(results, keep=keep))
    return _code(results, keep=keep)


def _format_stream(*, check: bool, diff: bool) -> int:
    from specc.driver.formatting import format_bytes

    made = format_bytes("<stdin>", sys.stdin.buffer.read())
    _say_trouble([made])
    if made.after is not None:
        if diff and made.outcome == "changed":
            _say_difference(made)
        elif not check and not diff:
            sys.stdout.buffer.write(made.after.encode())
    return _code([made], keep=check or diff)


def _code(results: Iterable[Formatted], *, keep: bool) -> int:
    outcomes = {made.outcome for made in results}
    if "defective" in outcomes:
        return exits.DEFECT
    if outcomes & {"mistaken", "unwritten"}:
        return exits.WRONG
    return exits.BROKEN if keep and "changed" in outcomes else exits.HOLDS


def _summary(results: list[Formatted], *, keep: bool) -> str:
    words = {
        "changed": "would be formatted" if keep else "formatted",
        "unchanged": "as they should be",
        "unwritten": "that cannot be written",
        "mistaken": "left as they are, because of mistakes",
        "defective": "left as they are, because of a defect of specc",
    }
    counts = {word: sum(made.outcome == word for made in results) for word in words}
    parts = [f"{count:,} {words[word]}" for word, count in counts.items() if count]
    return f"{len(results):,} {'spec' if len(results) == 1 else 'specs'}: {', '.join(parts)}"


def _say_trouble(results: Iterable[Formatted]) -> None:
    diagnostics: list[Diagnostic] = []
    for made in results:
        diagnostics += made.diagnostics
        if made.unwritten:
            complain(made.unwritten, "the file is left as it was")
        if made.defect:
            complain(
                f"this is a defect of specc, not of your spec: {made.defect}",
                "please report it to the maintainers of specc, with the spec",
            )
    if diagnostics:
        from specc.diagnostics.render.human import render

        sys.stderr.write(render(diagnostics, colour=is_coloured(sys.stderr)))


def _say_difference(made: Formatted) -> None:
    """A patch, verbatim; but on a terminal, what a spec holds must not act on it."""
    import difflib

    from specc.diagnostics.render.visible import visible

    name = f"{made.name} (formatted)"
    for line in difflib.unified_diff(_lines(made.before), _lines(made.after), made.name, name):
        if sys.stdout.isatty():
            say(visible(line.rstrip("\n")))
        elif line.endswith("\n"):
            sys.stdout.write(line)
        else:
            sys.stdout.write(f"{line}\n\\ No newline at end of file\n")


def _lines(text: str | None) -> list[str]:
    """Lines as `patch` counts them: only a newline ends one."""
    return list(StringIO(text or "", newline="\n"))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(fmt)
