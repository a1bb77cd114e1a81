"""All files of one pytest suite."""

from __future__ import annotations

import hashlib
import json

from specc.emit.pytest.actors import actors_file, flows_file
from specc.emit.pytest.conftest import conftest_file
from specc.emit.pytest.contracts import contracts_file
from specc.emit.pytest.endpoint_tests import endpoint_file
from specc.emit.pytest.endpoints import endpoints_file
from specc.emit.pytest.module import templates
from specc.emit.pytest.names import names_of
from specc.emit.pytest.properties import properties_file
from specc.emit.pytest.requests import requests_file
from specc.emit.pytest.scenarios import scenarios_file
from specc.emit.pytest.services import services_file
from specc.emit.pytest.stateful import stateful_file
from specc.emit.python.prose import docstring
from specc.plan.nodes import Obligation, Plan


def emit(plan: Plan, up: int | str = 2) -> dict[str, str]:
    """File names (`shop/conftest.py`) and texts, in a fixed order.

    `up` says how many folders lie between the suite's and the one that spec names start from.
    """
    suite = plan.suite
    names = names_of(plan)
    files: dict[str, str] = {}
    used: set[str] = set()
    for part in plan.endpoints:
        if not part.tests:
            continue
        tests = endpoint_file(plan, part, names)
        used |= tests.fixtures
        files[names.files[part.endpoint]] = tests.text
    if suite.tests:
        scenarios = scenarios_file(suite, names)
        used |= scenarios.fixtures
        files["test_scenarios.py"] = scenarios.text
    if plan.properties.tests:
        made_up = properties_file(plan, names)
        used |= made_up.fixtures
        files["test_properties.py"] = made_up.text
    if plan.sequences is not None:
        walked = stateful_file(plan, plan.sequences, names)
        used |= walked.fixtures
        files["test_stateful.py"] = walked.text
    if plan.properties.tests or plan.sequences is not None:
        files["requests.py"] = requests_file(plan, names)
    files["__init__.py"] = docstring(suite.doc or f"The suite of {suite.spec}.", 0) + "\n"
    files["service.py"] = services_file(suite, names, up)
    files["contracts.py"] = contracts_file(suite, names)
    files["endpoints.py"] = endpoints_file(plan, names)
    files["actors.py"] = actors_file(suite, names)
    if suite.flows:
        files["flows.py"] = flows_file(suite, names)
    files["conftest.py"] = conftest_file(plan, names, frozenset(used))
    files["pytest.ini"] = templates().get_template("pytest.ini.j2").render()
    files = dict(sorted(files.items()))
    files["manifest.json"] = _manifest(plan, files)
    return {f"{suite.name}/{name}": text for name, text in files.items()}


def _manifest(plan: Plan, files: dict[str, str]) -> str:
    """Each obligation with its test and the place in the spec; each file with its hash."""
    # An entry a line, so that a reader sees what changed; the C encoder has no indentation.
    obligations = ",\n".join(json.dumps(_entry(item)) for item in plan.obligations)
    sums = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in files.items()}
    head = json.dumps({"specc": 1, "suite": plan.suite.name, "spec": plan.suite.spec})[:-1]
    return f'{head}, "obligations": [\n{obligations}\n], "files": {json.dumps(sums)}}}\n'


def _entry(item: Obligation) -> dict[str, object]:
    said = f"{item.id}\n{item.place.rpartition(':')[0]}\n{item.text}\n{item.requests}"
    entry: dict[str, object] = {
        "id": item.id,
        "kind": item.kind,
        "endpoint": item.endpoint,
        "spec": item.place,
        "text": item.text,
        "test": item.test,
        "hash": hashlib.sha256(said.encode()).hexdigest()[:16],
    }
    if item.reason is not None:
        entry["reason"] = item.reason
    return entry
