"""The security ledgers of specs: their plans, held against what the last run has said."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from specc.driver.inputs import GENERATED
from specc.driver.notes import Note
from specc.driver.running.witnessed import recall
from specc.driver.stages import plans
from specc.plan.security.ledger import Cell, Ended, ledger


@attrs.frozen
class SuiteLedger:
    """The ledger of one suite; without security blocks it is empty."""

    suite: str
    spec: str
    cells: tuple[Cell, ...]

    def data(self) -> dict[str, object]:
        """The ledger as data that JSON can hold."""
        return {
            "suite": self.suite,
            "spec": self.spec,
            "cells": [attrs.asdict(cell) for cell in self.cells],
        }


@attrs.frozen
class Ledgers:
    """Those of all suites that have no errors."""

    suites: tuple[SuiteLedger, ...]
    failed: tuple[str, ...]
    notes: tuple[Note, ...]


def ledgers(paths: Sequence[str], output: str = GENERATED) -> Ledgers:
    """The ledgers of the specs in `paths`. Raises DriverError where there are none."""
    made = plans(paths, output)
    known = recall(output)
    suites: list[SuiteLedger] = []
    for each in made.suites:
        seen = known.get(each.name)
        ended: dict[str, Ended] = {}
        if seen is not None:
            reasons = seen["reasons"]
            ended = {
                name: Ended(outcome, reasons.get(name, ""))
                for name, outcome in seen["outcomes"].items()
            }
        cells = ledger(each.plan, ended) if each.plan.security.blocks else ()
        suites.append(SuiteLedger(each.name, each.root, cells))
    return Ledgers(tuple(suites), made.failed, made.notes)
