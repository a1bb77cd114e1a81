"""Runs a generated suite as its users would, against a shop of the test's own."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.request import Request, urlopen
from xml.etree import ElementTree

import attrs
from compilation import suite_in, texts_in

from specc.plan.nodes import Plan
from specc.plan.planning import make_plan
from tests.compilation import files_of

SPECS = Path(__file__).parent.parent.parent / "specs"
SECRETS = ("wonderland", "can-we-fix-it", "demo-admin")
_TEST = re.compile(r'^test ".*?^\}\n', re.MULTILINE | re.DOTALL)
_PIPELINE = re.compile(r"^pipeline \w+ \{\n.*?^\}\n?", re.MULTILINE | re.DOTALL)
PEOPLE = {"alice@example.com": "wonderland", "bob@example.com": "can-we-fix-it"}


def shop_specs() -> dict[str, str]:
    """The shop's spec and what it imports, by the names that they have in this project."""
    texts = texts_in(SPECS)
    return {f"specs/{name}": texts[name] for name in ("shop.bts", "common/problem.bts")}


def without_tests(specs: dict[str, str]) -> dict[str, str]:
    """The specs without the tests that somebody wrote, and the pipelines that run them.

    What is left is derived.
    """
    return {name: _PIPELINE.sub("", _TEST.sub("", text)) for name, text in specs.items()}


def shop_plan(specs: dict[str, str]) -> Plan:
    return make_plan(suite_in(specs, "specs/shop.bts", "shop"))


def write_suite(folder: Path, specs: dict[str, str]) -> Path:
    """Writes the specs and the suite that they make; returns the suite's folder."""
    made = {f"generated/{name}": text for name, text in files_of(shop_plan(specs), 2).items()}
    for name, text in {**specs, **made}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return folder / "generated" / "shop"


@attrs.frozen
class Ran:
    """A run of pytest: its exit code, all that it printed, the text of its JUnit report."""

    code: int
    text: str
    junit_text: str

    @property
    def cases(self) -> list[ElementTree.Element]:
        return list(ElementTree.fromstring(self.junit_text).iter("testcase"))

    @property
    def failed(self) -> list[str]:
        """The obligations that did not hold."""
        return [
            properties(case).get("obligation", case.get("name", ""))
            for case in self.cases
            if case.find("failure") is not None or case.find("error") is not None
        ]


def properties(case: ElementTree.Element) -> dict[str, str]:
    return {item.get("name", ""): item.get("value", "") for item in case.iter("property")}


def run(
    suite: Path, url: str | None, *arguments: str, timeout: float = 120, examples: int = 0
) -> Ran:
    """Runs a suite with pytest. Without a url its service has to start by itself."""
    junit = suite.parent / "junit.xml"
    junit.unlink(missing_ok=True)
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SPECC_", "SHOP_", "PYTEST_"))
    }
    if url is not None:
        environment["SHOP_URL"] = url
    if examples:
        environment |= {"SPECC_EXAMPLES": str(examples), "SPECC_SEED": "7"}
    # The commands of a spec are looked for beside the interpreter first.
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", str(suite), f"--junit-xml={junit}", "-q", *arguments],
        cwd=suite.parent.parent,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=timeout,
        check=False,
    )
    written = junit.read_text(encoding="utf-8") if junit.exists() else "<testsuites/>"
    return Ran(done.returncode, done.stdout, written)


def orders_left(url: str) -> dict[str, int]:
    """How many orders each customer still has in a shop."""
    left: dict[str, int] = {}
    for email, password in PEOPLE.items():
        sent = json.dumps({"email": email, "password": password}).encode()
        login = Request(f"{url}/login", sent, {"Content-Type": "application/json"})
        with urlopen(login) as answer:
            token = json.load(answer)["token"]
        listing = Request(f"{url}/orders?limit=100", headers={"Authorization": f"Bearer {token}"})
        with urlopen(listing) as answer:
            left[email] = len(json.load(answer)["items"])
    return left
