"""All files of one pytest suite."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.emit.pytest.actors import actors_file
from specc.emit.pytest.conftest import conftest_file
from specc.emit.pytest.contracts import contracts_file
from specc.emit.pytest.endpoint_tests import endpoint_file
from specc.emit.pytest.endpoints import endpoints_file
from specc.emit.pytest.flows import flows_file
from specc.emit.pytest.module import templates
from specc.emit.pytest.names import Names, names_of
from specc.emit.pytest.properties import properties_file
from specc.emit.pytest.requests import requests_file
from specc.emit.pytest.scenarios import scenarios_file
from specc.emit.pytest.security import security_file
from specc.emit.pytest.services import services_file
from specc.emit.pytest.stateful import stateful_file
from specc.emit.python.prose import docstring
from specc.plan.nodes import EndpointPlan, Plan


@attrs.frozen(eq=False)
class PytestSuite:
    """The suite of a plan. `used` gathers the fixtures that its tests ask for."""

    plan: Plan
    names: Names
    up: int | str
    used: set[str] = attrs.field(factory=set)

    @staticmethod
    def of(plan: Plan, up: int | str) -> PytestSuite:
        """The suite of a plan; `up` leads from its folder to where spec names start."""
        return PytestSuite(plan, names_of(plan.suite), up)

    def endpoint(self, part: EndpointPlan) -> Iterator[tuple[str, str]]:
        """The file of an endpoint's tests."""
        if part.tests:
            tests = endpoint_file(self.plan, part, self.names)
            self.used.update(tests.fixtures)
            yield self.names.files[part.endpoint], tests.text

    def rest(self) -> Iterator[tuple[str, str]]:
        """The files that are about no one endpoint; asked for after those of all endpoints."""
        suite, names = self.plan.suite, self.names
        if suite.tests:
            scenarios = scenarios_file(suite, names)
            self.used.update(scenarios.fixtures)
            yield "test_scenarios.py", scenarios.text
        yield from self._made_up()
        if self.plan.security.tests or self.plan.security.scans:
            security = security_file(self.plan, self.plan.security, names)
            self.used.update(security.fixtures)
            yield "test_security.py", security.text
        yield "__init__.py", docstring(suite.doc or f"The suite of {suite.spec}.", 0) + "\n"
        yield "service.py", services_file(suite, names, self.up)
        yield "contracts.py", contracts_file(suite, names)
        yield "endpoints.py", endpoints_file(self.plan, names)
        yield "actors.py", actors_file(suite, names)
        if suite.flows:
            yield "flows.py", flows_file(suite, names)
        yield "conftest.py", conftest_file(self.plan, names, frozenset(self.used))
        yield "pytest.ini", templates().get_template("pytest.ini.j2").render()

    def _made_up(self) -> Iterator[tuple[str, str]]:
        """The files of tests whose requests are made up when the suite runs."""
        plan, names = self.plan, self.names
        if plan.properties.tests:
            properties = properties_file(plan, names)
            self.used.update(properties.fixtures)
            yield "test_properties.py", properties.text
        if plan.sequences is not None:
            sequences = stateful_file(plan, plan.sequences, names)
            self.used.update(sequences.fixtures)
            yield "test_stateful.py", sequences.text
        if plan.properties.tests or plan.sequences is not None:
            yield "requests.py", requests_file(plan, names)
