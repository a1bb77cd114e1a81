"""What security tests would send: they are run on a mock of the spec, which answers in its stead.

How many requests a probe takes depends on what it is answered, and the mock answers as the spec
says. Nothing but the mock is contacted.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence

import attrs

from specc.driver.elsewhere import write_suite
from specc.driver.running.environment import environment_of
from specc.driver.running.process import run_watched
from specc.driver.stages import Planned
from specc.mock.mock import Behaviour, Mock, serve
from specc.plan.security.nodes import SecurityTest

_RAN = (0, 1)


@attrs.frozen
class Sent:
    """A request. `rule` is empty where it sets something up for all tests, or cleans up."""

    rule: str
    obligation: str
    method: str
    path: str
    actor: str


@attrs.frozen
class DryRun:
    """The requests of a suite in their order; `silent` are obligations that sent none."""

    suite: str
    spec: str
    sent: tuple[Sent, ...]
    silent: tuple[str, ...]
    trouble: str = ""
    interrupted: bool = False

    def data(self) -> dict[str, object]:
        """The requests as data that JSON can hold."""
        return attrs.asdict(self)


def dry_run(planned: Planned, seed: int = 0) -> DryRun:
    """Run a suite's security tests on a mock, and list what they send."""
    asked = {
        ".".join(filter(None, [test.endpoint or "service", rule, test.who])): (test, rule)
        for test in planned.plan.security.tests
        for rule in test.rules
    }
    if not asked:
        return DryRun(planned.name, planned.root, (), ())
    with tempfile.TemporaryDirectory(prefix="specc-dry-") as folder:
        write_suite(planned, folder)
        listed = os.path.join(folder, "sent.jsonl")
        suite = os.path.join(folder, planned.name, "test_security.py")
        tests = [f"{suite}::{_node(test, rule)}" for test, rule in asked.values()]
        command = [sys.executable, "-m", "pytest", "-q", "--color=no", "-p", "no:cacheprovider"]
        mock = Mock.of(planned.suite, os.environ, seed, Behaviour())
        with serve(mock, {}) as urls, tempfile.TemporaryFile() as printed:
            environment = environment_of("", seed, ()) | {
                "SPECC_URLS": ",".join(f"{name}={url}" for name, url in urls.items()),
                "SPECC_SENT": listed,
            }
            environment.pop("SPECC_REPORT", None)
            code, interrupted = run_watched([*command, *tests], environment, printed, _nothing)
            printed.seek(0)
            said = printed.read().decode("utf-8", "replace")
        sent = tuple(_sent(listed, {name: rule for name, (_, rule) in asked.items()}))
    made = {each.obligation for each in sent}
    trouble = "" if code in _RAN or interrupted else "\n".join(said.rstrip().splitlines()[-20:])
    silent = tuple(name for name in asked if name not in made)
    return DryRun(planned.name, planned.root, sent, silent, trouble, interrupted)


def _nothing() -> None:
    """There is nobody to tell while it goes on."""


def _node(test: SecurityTest, rule: str) -> str:
    return f"{test.function}[{rule}]" if len(test.rules) > 1 else test.function


def _sent(listed: str, rules: dict[str, str]) -> Iterator[Sent]:
    try:
        with open(listed, encoding="utf-8") as file:
            lines: Sequence[str] = file.readlines()
    except FileNotFoundError:
        return
    for line in lines:
        entry = json.loads(line)
        name = str(entry["obligation"] or "")
        yield Sent(rules.get(name, ""), name, entry["method"], entry["path"], entry["actor"])
