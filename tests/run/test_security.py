"""Flaws that nobody tuned for are found by the rule that is meant for each; hardened twins are
clean."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from compilation import files_of, suite_in

from run.running import run
from run.servers.clinic import FLAWS as CLINIC_FLAWS
from run.servers.clinic import Clinic
from run.servers.press import FLAWS as PRESS_FLAWS
from run.servers.press import Press
from run.servers.vault import FLAWS as VAULT_FLAWS
from run.servers.vault import Vault
from run.servers.web import Respond, serving
from specc.demo import FAULTS, running
from specc.plan.planning import make_plan

HERE = Path(__file__).parent / "servers"
SERVICES: dict[str, Callable[..., Respond]] = {"clinic": Clinic, "press": Press, "vault": Vault}
FLAWS = [
    (name, flaw, broken)
    for name, flaws in (("clinic", CLINIC_FLAWS), ("press", PRESS_FLAWS), ("vault", VAULT_FLAWS))
    for flaw, broken in flaws.items()
]


@pytest.fixture(scope="session")
def suites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the suites of both services."""
    folder = tmp_path_factory.mktemp("security")
    for name in SERVICES:
        spec = f"specs/{name}.bts"
        text = (HERE / f"{name}.bts").read_text(encoding="utf-8")
        made = files_of(make_plan(suite_in({spec: text}, spec, name)), 2)
        files = {spec: text, **{f"generated/{file}": code for file, code in made.items()}}
        for file, code in files.items():
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(code, encoding="utf-8", newline="")
    return folder


def broken_by(suites: Path, name: str, folder: Path, *flaws: str) -> dict[str, dict[str, object]]:
    """What the security tests say of a service with these flaws: broken obligations, and facts."""
    report = folder / f"{'-'.join([name, *flaws])}.jsonl"
    environment = {key: value for key, value in os.environ.items() if not key.startswith("SPECC_")}
    with serving(SERVICES[name](*flaws)) as url:
        environment |= {f"{name.upper()}_URL": url, "SPECC_REPORT": str(report)}
        done = subprocess.run(
            [
                *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"),
                str(suites / "generated" / name / "test_security.py"),
            ],
            cwd=suites,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=200,
            check=False,
        )
    events = [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()]
    tests = [event for event in events if event["event"] == "test"]
    assert len(tests) > 40, done.stdout
    wrong = [event for event in tests if event["outcome"] == "error"]
    assert not wrong, done.stdout
    return {
        event["obligation"]: event.get("breach") or {}
        for event in tests
        if event["outcome"] == "broken"
    }


@pytest.mark.parametrize("name", SERVICES)
def test_a_hardened_service_is_clean(suites: Path, name: str, tmp_path: Path) -> None:
    assert not broken_by(suites, name, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "flaw", "wanted"), FLAWS)
def test_each_flaw_is_found(
    suites: Path, name: str, flaw: str, wanted: str, tmp_path: Path
) -> None:
    found = broken_by(suites, name, tmp_path, flaw)
    assert wanted in found
    assert found[wanted]["rule"] in wanted
    assert found[wanted]["severity"] in ("low", "medium", "high", "critical")
    assert found[wanted]["again"]


@pytest.mark.parametrize(
    ("name", "flaws"),
    [
        ("clinic", ("alg-none", "visit-of-any-record", "role-from-client", "list-by-sql")),
        ("press", ("title-is-a-template", "preview-fetches-all", "file-from-anywhere")),
    ],
)
def test_flaws_are_found_side_by_side(
    suites: Path, name: str, flaws: tuple[str, ...], tmp_path: Path
) -> None:
    found = broken_by(suites, name, tmp_path, *flaws)
    wanted = {broken for service, flaw, broken in FLAWS if service == name and flaw in flaws}
    assert wanted <= set(found)


SHOP_FAULTS = [
    fault.name
    for fault in FAULTS
    # That one is found by what `rate limit` says of `login.rate_exceeded`.
    if fault.kind == "security" and fault.name != "login-without-rate-limit"
]


@pytest.mark.slow
@pytest.mark.parametrize("fault", SHOP_FAULTS)
def test_each_security_fault_of_the_shop_is_found(suite: Path, fault: str) -> None:
    with running(fault) as url:
        done = run(suite, url, "-k", "test_security")
    assert done.code == 1, done.text
    assert done.failed, done.text
