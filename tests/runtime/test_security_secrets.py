"""Secrets in files, what a baseline knows of them, and requirements as pip-audit judges them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from specc.runtime import Broken
from specc.runtime.security import depends_on_nothing_known, keeps_secrets_out

TOKEN = "ghp_" + "abcdefghijklmnopqrstuvwxyz0123456789"
KEY = "AKIA" + "IOSFODNN7EXAMPLQ"

FAKE = """
import json, os, sys
place = sys.argv[sys.argv.index("-r") + 1]
lines = open(place).read().split()
said = json.loads(os.environ["FAKE_AUDIT"])
if said is None:
    sys.exit("no network: \\x1b[31mConnection refused")
print(json.dumps({"dependencies": said}))
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    pytest.importorskip("detect_secrets")
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "fine.py").write_text("VALUE = 1\n")
    (tmp_path / "shop.bts").write_text('service s { url "http://127.0.0.1:9" }\n')
    return tmp_path


def look(project: Path, path: str = "src", fail_on: str = "low") -> None:
    also = [project / ".env", project / "shop.bts"]
    keeps_secrets_out(project / path, also=also, root=project, fail_on=fail_on)


def test_files_without_secrets_are_in_order(project: Path) -> None:
    look(project)


@pytest.mark.parametrize("file", ["src/settings.py", ".env", "shop.bts"])
def test_a_secret_is_found_and_not_told(project: Path, file: str) -> None:
    with (project / file).open("a") as text:
        text.write(f'token = "{TOKEN}"\n')
    with pytest.raises(Broken) as caught:
        look(project)
    said = str(caught.value)
    assert f"{file}:" in said
    assert "GitHub Token" in said
    assert TOKEN not in said


def test_what_the_baseline_knows_is_left_out(project: Path) -> None:
    settings = project / "src" / "settings.py"
    settings.write_text(f'token = "{TOKEN}"\n')
    made = subprocess.run(
        [sys.executable, "-m", "detect_secrets", "-c", "1", "scan", "--all-files", "src"],
        cwd=project,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    baseline = project / ".secrets.baseline"
    baseline.write_text(made)
    look(project)
    look(project, ".")
    settings.write_text(f'token = "{TOKEN}"\nkey = "{KEY}"\n')
    with pytest.raises(Broken, match=r"src/settings\.py:2: AWS Access Key"):
        look(project)
    settings.write_text(f'token = "{TOKEN}"\n')
    told = json.loads(made)
    told["results"]["src/settings.py"][0]["is_secret"] = True
    baseline.write_text(json.dumps(told))
    with pytest.raises(Broken, match=r"src/settings\.py:1"):
        look(project)
    baseline.write_text("{")
    with pytest.raises(pytest.skip.Exception, match=r"\.secrets\.baseline is no baseline"):
        look(project)


def test_what_is_not_looked_at_is_no_pass(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(pytest.skip.Exception, match="there is no nowhere"):
        look(project, "nowhere")
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(pytest.skip.Exception, match="detect-secrets is not installed"):
        look(project)


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Requirements, and a pip-audit that says what it is told to."""
    packages = tmp_path / "packages"
    packages.mkdir()
    (packages / "pip_audit.py").write_text(FAKE)
    before = os.environ.get("PYTHONPATH", "")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, [str(packages), before])))
    monkeypatch.syspath_prepend(str(packages))
    monkeypatch.delenv("SPECC_ADVISORIES", raising=False)
    path = tmp_path / "requirements.txt"
    path.write_text("Foo_Bar==1.0\nbaz==2.0\n")
    return path


def says(monkeypatch: pytest.MonkeyPatch, told: object) -> None:
    monkeypatch.setenv("FAKE_AUDIT", json.dumps(told))


FOO = {"name": "foo-bar", "version": "1.0", "vulns": []}
BAZ = {"name": "baz", "version": "2.0", "vulns": []}


def test_pip_audit_is_asked_where_there_are_no_advisories(
    listed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    says(monkeypatch, [FOO, BAZ])
    depends_on_nothing_known(listed, fail_on="critical")
    says(monkeypatch, [FOO, {**BAZ, "vulns": [{"id": "PYSEC-1"}]}])
    with pytest.raises(Broken, match=r"baz 2\.0: PYSEC-1 \(severity not said\)"):
        depends_on_nothing_known(listed, fail_on="critical")


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ([FOO, {"name": "baz", "skip_reason": "not found on PyPI"}], r"baz \(not found on PyPI\)"),
        ([FOO], "pip-audit does not mention it"),
        ([], "foo-bar"),
        (None, "came to no result: no network: .*Connection refused"),
    ],
)
def test_what_pip_audit_skips_is_not_checked(
    listed: Path, monkeypatch: pytest.MonkeyPatch, told: object, why: str
) -> None:
    says(monkeypatch, told)
    with pytest.raises(pytest.skip.Exception, match=f"not checked: .*{why}") as caught:
        depends_on_nothing_known(listed, fail_on="low")
    assert "\x1b" not in str(caught.value)


def test_what_pins_no_version_is_not_checked(listed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed.write_text("Foo_Bar==1.0\nqux>=1\n")
    says(monkeypatch, [FOO])
    with pytest.raises(pytest.skip.Exception, match=r"qux>=1 \(it pins no version\)"):
        depends_on_nothing_known(listed, fail_on="low")
