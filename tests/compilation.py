"""Compiles specs that are given as text, as far as a test wants to go."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

from specc.diagnostics.model import Diagnostic
from specc.driver import compiling
from specc.frontend import Checked, compile_front, loader
from specc.ir.lower import lower
from specc.ir.nodes import Suite
from specc.plan.nodes import DerivedTest, Obligation, Plan
from specc.plan.planning import make_plan

TODAY = datetime.date(2026, 1, 1)
ROOT = "spec.bts"


class RefusedError(Exception):
    """A spec that was to compile has errors."""


def errors(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    return [f"{item.code.id}: {item.message}" for item in diagnostics if item.severity == "error"]


def front(files: Mapping[str, str], root: str = ROOT) -> Checked:
    return compile_front(root, loader(files), files.get, TODAY)


def suite_in(files: Mapping[str, str], root: str = ROOT, name: str = "suite") -> Suite:
    checked = front(files, root)
    if checked.has_errors or checked.program is None:
        raise RefusedError("\n".join(errors(checked.diagnostics)))
    return lower(checked.program, name, files.get)


def suite_of(text: str) -> Suite:
    return suite_in({ROOT: text})


def plan_of(text: str) -> Plan:
    return make_plan(suite_of(text))


def emitted(text: str, up: int = 2) -> dict[str, str]:
    return files_of(plan_of(text), up)


def files_of(plan: Plan, up: int = 2) -> dict[str, str]:
    """The files of a plan, by their names from the output folder."""
    return {name: b"".join(pieces).decode("utf-8") for name, pieces in compiling.emitted(plan, up)}


def obligations(plan: Plan) -> dict[str, Obligation]:
    return {item.id: item for item in plan.obligations}


def derived(plan: Plan, obligation: str) -> DerivedTest:
    """The test behind an obligation, or behind those whose ids begin with it."""
    for part in plan.endpoints:
        for test in part.tests:
            if test.obligation == obligation:
                return test
    raise AssertionError(f"no derived test of {obligation}")


def texts_in(folder: Path) -> dict[str, str]:
    """The spec files and tables in a folder, by their names from there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".bts", ".csv") and "expected" not in path.parts
    }
