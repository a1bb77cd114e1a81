"""A small suite, as the compiler would write it, and runs of it in a process of their own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import attrs

CONFTEST = """
from collections.abc import Iterator

import pytest
from specc.runtime import Actor, Response, expect, lasting

from parts import make_ann, create


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.import_plugin("specc.runtime.plugin")


@pytest.fixture(scope="session")
def ann() -> Iterator[Actor]:
    with lasting() as things:
        actor = make_ann()
    yield actor
    things.delete()


@pytest.fixture(scope="session")
def shared(ann: Actor) -> Iterator[Response]:
    with lasting() as things:
        made = expect(ann.call(create, body={"id": "shared"}), 201)
    yield made
    things.delete()


@pytest.fixture
def fresh(ann: Actor) -> Response:
    return expect(ann.call(create, body={"id": "fresh"}), 201)
"""

PARTS = """
from pathlib import Path

from specc.runtime import Actor, Contract, Creates, Endpoint, FromBody, Ready, Service, Undo
from specc.runtime import env, secret

SPEC = Path(__file__).parent / "shop.bts"

shop = Service("shop", url=env("SHOP_URL"), folder=Path(__file__).parent, timeout=5.0{settings})

Thing = Contract(
    "Thing",
    {{
        "type": "object",
        "properties": {{"id": {{"type": "string"}}}},
        "required": ["id"],
        "additionalProperties": False,
    }},
    spec="shop.bts:3",
)
create = Endpoint(
    "create", "POST", "/things", spec="shop.bts:4", service=shop, body="json",
    returns={{201: Thing}},
    creates=Creates("Thing", undo=Undo("delete", {{"id": FromBody("id")}})),
)
read = Endpoint("read", "GET", "/things/{{id}}", spec="shop.bts:5", service=shop,
                returns={{200: Thing}})
delete = Endpoint("delete", "DELETE", "/things/{{id}}", spec="shop.bts:6", service=shop,
                  returns={{204: None}}, deletes="Thing")


def make_ann() -> Actor:
    actor = Actor("ann")
    actor.header("X-API-Key", secret("ANN_KEY", SPEC))
    return actor
"""

SPEC = """\
# secret("ANN_KEY", "not this")
key secret("ANN_KEY", "wonder-land")
contract Thing { id: string }
endpoint create POST /things
  returns 201 Thing
"""

HEADER = """
import os, signal, sys, time
import pytest
from specc.runtime import *
from specc.runtime import obligation
from parts import *
"""


@attrs.frozen
class Run:
    """How a run of the suite ended."""

    status: int
    output: str
    events: list[dict[str, Any]]

    def outcomes(self) -> dict[str, str]:
        """The outcome of each obligation."""
        return {
            event.get("obligation", event["node"]): event["outcome"]
            for event in self.events
            if event["event"] == "test"
        }

    def event(self, obligation: str) -> dict[str, Any]:
        """The event of an obligation's test."""
        return next(event for event in self.events if event.get("obligation") == obligation)

    @property
    def end(self) -> dict[str, Any]:
        """The last event."""
        assert self.events[-1]["event"] == "end"
        return self.events[-1]


@attrs.frozen
class Suite:
    """The suite's folder, and the url of the service that it tests."""

    folder: Path
    url: str

    @classmethod
    def of(cls, folder: Path, url: str, tests: str, settings: str = "") -> Suite:
        """A suite with these tests; `settings` are further arguments of its service."""
        (folder / "conftest.py").write_text(CONFTEST)
        (folder / "parts.py").write_text(PARTS.format(settings=f", {settings}" if settings else ""))
        (folder / "shop.bts").write_text(SPEC)
        (folder / "test_it.py").write_text(HEADER + tests)
        return cls(folder, url)

    def run(self, *arguments: str, **variables: str) -> Run:
        """Run it to its end."""
        process = self.start(*arguments, **variables)
        output, _ = process.communicate(timeout=60)
        return self.ended(process.returncode, output)

    def interrupted(self, *arguments: str, **variables: str) -> Run:
        """Run it until a test has made the file `now`, then press Ctrl-C."""
        process = self.start(*arguments, **variables)
        deadline = time.monotonic() + 30
        while not (self.folder / "now").exists() and process.poll() is None:
            assert time.monotonic() < deadline
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGINT)
        output, _ = process.communicate(timeout=30)
        return self.ended(process.returncode, output)

    def start(self, *arguments: str, **variables: str) -> subprocess.Popen[str]:
        """Start a run, in a process group of its own."""
        environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("SPECC_", "PYTEST_"))
        }
        environment |= {
            "SHOP_URL": self.url,
            "SPECC_REPORT": str(self.folder / "report.jsonl"),
            "PYTHONPATH": os.pathsep.join([str(self.folder), *sys.path]),
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
            **variables,
        }
        plugins = ["-p", "no:cacheprovider", *(["-p", "xdist"] if "-n" in arguments else [])]
        return subprocess.Popen(
            [sys.executable, "-m", "pytest", *plugins, *arguments, str(self.folder)],
            cwd=self.folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            process_group=0,
        )

    def ended(self, status: int, output: str) -> Run:
        """What a run that has ended leaves to look at."""
        report = self.folder / "report.jsonl"
        lines = report.read_text("utf-8").splitlines() if report.exists() else []
        return Run(status, output, [json.loads(line) for line in lines])
