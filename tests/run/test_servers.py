"""Services that nobody tuned for: without a test in their specs, each fault is found."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from compilation import suite_in

from run.running import Ran
from run.servers.bookings import FAULTS as BOOKINGS_FAULTS
from run.servers.bookings import Bookings
from run.servers.web import Respond, serving
from run.servers.wiki import FAULTS as WIKI_FAULTS
from run.servers.wiki import Wiki
from specc.plan.planning import make_plan
from tests.compilation import files_of

HERE = Path(__file__).parent / "servers"
SERVICES: dict[str, Callable[..., Respond]] = {"bookings": Bookings, "wiki": Wiki}
FAULTS = [("bookings", fault) for fault in BOOKINGS_FAULTS] + [
    ("wiki", fault) for fault in WIKI_FAULTS
]
QUICK = [
    ("bookings", "patch-before-check"),
    ("bookings", "remarks-normalised"),
    ("wiki", "any-kind"),
    ("wiki", "file-too-large"),
]


@pytest.fixture(scope="session")
def suites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the suites of all services."""
    folder = tmp_path_factory.mktemp("servers")
    for name in SERVICES:
        spec = f"specs/{name}.bts"
        text = (HERE / f"{name}.bts").read_text(encoding="utf-8")
        assert "\ntest " not in text
        made = files_of(make_plan(suite_in({spec: text}, spec, name)), 2)
        files = {spec: text, **{f"generated/{file}": code for file, code in made.items()}}
        for file, code in files.items():
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(code, encoding="utf-8", newline="")
    return folder


def run_against(suites: Path, name: str, url: str, junit: Path, *arguments: str) -> Ran:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("SPECC_")}
    environment[f"{name.upper()}_URL"] = url
    command = [sys.executable, "-m", "pytest", str(suites / "generated" / name), "-q"]
    done = subprocess.run(
        [*command, "-p", "no:cacheprovider", f"--junit-xml={junit}", *arguments],
        cwd=suites,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
        check=False,
    )
    return Ran(done.returncode, done.stdout, junit.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", SERVICES)
@pytest.mark.parametrize("seed", ["1", "2"])
def test_a_healthy_service_is_found_healthy(
    suites: Path, name: str, seed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONHASHSEED", seed)
    service = SERVICES[name]()
    with serving(service) as url:
        done = run_against(suites, name, url, tmp_path / "junit.xml")
    assert done.code == 0, done.text
    assert len(done.cases) > 100


@pytest.mark.parametrize(("name", "fault"), QUICK)
def test_a_fault_is_found(suites: Path, name: str, fault: str, tmp_path: Path) -> None:
    assert_found(suites, name, fault, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "fault"), FAULTS)
def test_every_fault_is_found(suites: Path, name: str, fault: str, tmp_path: Path) -> None:
    assert_found(suites, name, fault, tmp_path)


def assert_found(suites: Path, name: str, fault: str, tmp_path: Path) -> None:
    with serving(SERVICES[name](fault)) as url:
        done = run_against(suites, name, url, tmp_path / "junit.xml", "-x")
    assert done.code == 1, f"{fault} was not found\n{done.text}"
    assert done.failed
    assert "INTERNALERROR" not in done.text
