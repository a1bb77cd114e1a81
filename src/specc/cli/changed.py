"""`specc run --changed-since`: which obligations, and how that is said."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from specc.cli.options import OUTPUT
from specc.cli.terminal import say


def since(
    paths: Sequence[str], revision: str, only: Sequence[str] | None, quiet: bool
) -> dict[str, frozenset[str]]:
    """The obligations by suite that changes since a revision can touch; says how many."""
    from specc.driver.touched import touched_since

    if only:
        raise typer.BadParameter("the change says what is run", param_hint="--only")
    found = touched_since(paths, revision, OUTPUT)
    if not quiet:
        files = ", ".join(found.files) or "no spec"
        some = sum(len(ids) for ids in found.obligations.values())
        say(f"{files} changed since {revision}: {some:,} of {found.count:,} obligations")
    return found.obligations
