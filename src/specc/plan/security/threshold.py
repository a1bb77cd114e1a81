"""From which severity on a finding fails: what the blocks say of a rule on an endpoint."""

from __future__ import annotations

from collections.abc import Iterable

from specc.ir.security import SecurityBlock
from specc.rules import RULES, SEVERITIES


def fails_from(blocks: Iterable[SecurityBlock], rule: str, endpoint: str) -> str | None:
    """The severity; None where a finding of the rule fails in any case.

    A selection that says one comes before those that don't, and before what its block says. Of
    several, the strictest counts: of two selections, and of two blocks.
    """
    said = [
        found for block in blocks if (found := _of_block(block, rule, endpoint)) is not _UNASKED
    ]
    if None in said:
        return None
    strictest = min((each for each in said if each is not None), key=_rank, default=None)
    return strictest if strictest and _rank(RULES[rule].severity) < _rank(strictest) else None


_UNASKED = "unasked"


def _of_block(block: SecurityBlock, rule: str, endpoint: str) -> str | None:
    selections = [item for item in block.selections if item.covers(rule, endpoint)]
    if not selections:
        return _UNASKED
    own = [item.fail_on for item in selections if item.fail_on is not None]
    return min(own, key=_rank) if own else block.fail_on


def _rank(severity: str) -> int:
    return SEVERITIES.index(severity)
