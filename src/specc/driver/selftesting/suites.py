"""The specs of twins, compiled into folders of their own."""

from __future__ import annotations

import os
from collections.abc import Iterable

import attrs

from specc.driver.compiling import emitted, lowered, planned
from specc.driver.inputs import DriverError
from specc.driver.sources import Sources, parsed
from specc.frontend import compile_front
from specc.plan.security.nodes import SecurityPlan
from specc.selftest.twin import Twin


@attrs.frozen(eq=False)
class Suite:
    """A suite on disk: where it is, what it is called, and what it has of security."""

    folder: str
    name: str
    security: SecurityPlan

    def tests(self, rule: str) -> list[str]:
        """The tests of a rule, as pytest calls them."""
        return [
            f"{self.file}::{test.function}{f'[{rule}]' if len(test.rules) > 1 else ''}"
            for test in self.security.tests
            if rule in test.rules
        ]

    @property
    def file(self) -> str:
        """The suite's security tests."""
        return os.path.join("generated", self.name, "test_security.py")


def write_suite(twin: Twin, folder: str) -> Suite:
    """Compile a twin's spec into a folder. Raises DriverError where there is a mistake in it."""
    name = twin.service
    spec = f"{name}.bts"
    whole = parsed(spec, twin.spec)
    sources = Sources({})
    front = compile_front(spec, {spec: whole}.get, sources.read_text)
    if front.has_errors:
        said = "; ".join(each.message for each in front.diagnostics if each.severity == "error")
        raise DriverError(f"the spec of the twin {name} is wrong: {said}")
    plan = planned(lowered(front, name, sources))
    _write(os.path.join(folder, spec), [twin.spec.encode()])
    for made, pieces in emitted(plan, 2):
        _write(os.path.join(folder, "generated", *made.split("/")), pieces)
    return Suite(folder, name, plan.security)


def _write(place: str, pieces: Iterable[bytes]) -> None:
    os.makedirs(os.path.dirname(place), exist_ok=True)
    with open(place, "wb") as file:
        file.writelines(pieces)
