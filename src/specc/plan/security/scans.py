"""Files around the service that a block has looked at."""

from __future__ import annotations

from specc.ir.security import SecurityBlock
from specc.plan.nodes import Obligation
from specc.plan.places import derived_function
from specc.plan.security.nodes import KIND, ScanTest

CHECKS = {
    "dependencies": "depends_on_nothing_known",
    "secrets": "keeps_secrets_out",
    "source": "source_is_sound",
}
"""The check of each kind of scan."""
_BESIDES = ".env"
"""What is looked at for secrets besides the path that is said, and the spec."""

_DOCS = {
    "dependencies": "What is known of {path} is not as bad as {worst}.",
    "secrets": "No secret stands in {path}, in the spec, or in .env.",
    "source": "What is known of {path} is not as bad as {worst}.",
}
_USUAL = "low"
"""Without `fail on`, everything that is found counts."""


def scans(
    blocks: tuple[SecurityBlock, ...], functions: set[str], spec: str
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
            check = CHECKS[scan.kind]
            function = derived_function(f"test_{name}", functions)
            functions.add(function)
            worst = scan.fail_on or _USUAL
            doc = _DOCS[scan.kind].format(path=scan.path, worst=worst)
            also = (_BESIDES, spec) if scan.kind == "secrets" else ()
            tests.append(ScanTest(function, name, check, scan.path, worst, doc, scan.place, also))
            test = f"test_security.py::{function}"
            found.append(Obligation(name, KIND, None, scan.place, scan.text, test=test))
    return tuple(tests), tuple(found)
