"""Which mutants a run is about."""

from __future__ import annotations

from collections.abc import Sequence

from specc.driver.running.selection import matching
from specc.mutate.mutant import Mutant


def chosen(
    mutants: Sequence[Mutant], only: Sequence[str], endpoints: Sequence[str]
) -> tuple[Mutant, ...]:
    """Those whose ids match a pattern, if there are any, and whose endpoint is wanted."""
    wanted = matching([each.id for each in mutants], only) if only else None
    return tuple(
        each
        for each in mutants
        if (wanted is None or each.id in wanted) and (not endpoints or each.endpoint in endpoints)
    )
