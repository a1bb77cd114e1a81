"""Files around the service that a block has looked at."""

from __future__ import annotations

from specc.ir.security import SecurityBlock
from specc.plan.nodes import Obligation
from specc.plan.places import derived_function
from specc.plan.security.nodes import KIND, ScanTest

CHECKS = {"dependencies": "depends_on_nothing_known", "source": "source_is_sound"}
"""The check of each kind of scan; `secrets` has none yet."""

_USUAL = "low"
"""Without `fail on`, everything that is found counts."""


def scans(
    blocks: tuple[SecurityBlock, ...], functions: set[str]
) -> tuple[tuple[ScanTest, ...], tuple[Obligation, ...]]:
    """The tests of scans, and the obligations of all of them."""
    tests: list[ScanTest] = []
    found: list[Obligation] = []
    known: set[str] = set()
    for block in blocks:
        for scan in block.scans:
            name = f"{block.name}.{scan.kind}"
            if name in known:
                name = f"{name}.{len(known)}"
            known.add(name)
            check = CHECKS.get(scan.kind)
            if check is None:
                why = f"{scan.kind} are known to the language, but not looked for yet"
                found.append(Obligation(name, KIND, None, scan.place, scan.text, reason=why))
                continue
            function = derived_function(f"test_{name}", functions)
            functions.add(function)
            worst = scan.fail_on or _USUAL
            doc = f"What is known of {scan.path} is not as bad as {worst}."
            tests.append(ScanTest(function, name, check, scan.path, worst, doc, scan.place))
            test = f"test_security.py::{function}"
            found.append(Obligation(name, KIND, None, scan.place, scan.text, test=test))
    return tuple(tests), tuple(found)
