"""The shell steps of workflow files, run in order in a clean clone, as their systems would."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from specc.driver import ci

ROOT = Path(__file__).parents[3]
BIN = Path(sys.executable).parent


def shell_steps(system: str, text: str) -> list[str]:
    """The scripts of a workflow in the order of its jobs, without the installation."""
    if system == "jenkins":
        lines = [line.strip() for line in text.splitlines() if line.strip().startswith("sh '")]
        shell = [line.removeprefix("sh '").removesuffix("'") for line in lines]
        return [each.removeprefix(". .venv/bin/activate && ") for each in shell if "specc " in each]
    data = YAML(typ="safe").load(text)
    if system == "github":
        jobs = data["jobs"].values()
        found = [step["run"] for job in jobs for step in job["steps"] if "run" in step]
    elif system == "azure":
        found = [
            step["script"] for job in data["jobs"] for step in job["steps"] if "script" in step
        ]
    else:
        jobs = [job for job in data.values() if isinstance(job, dict) and "script" in job]
        found = [line for job in jobs for line in job["script"]]
    return [each for each in found if "pip install" not in each]


@pytest.mark.slow
@pytest.mark.parametrize("system", ["github", "gitlab", "azure", "jenkins"])
def test_steps_run_in_a_clean_clone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    clone = tmp_path / "clone"
    (clone / "specs").mkdir(parents=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    for name in ("shop.bts", "common/problem.bts"):
        place = clone / "specs" / name
        place.parent.mkdir(exist_ok=True)
        text = (ROOT / "specs" / name).read_text(encoding="utf-8").replace("8321", str(port))
        place.write_text(text, encoding="utf-8")
    text = (clone / "specs/shop.bts").read_text(encoding="utf-8")
    text = text.replace("obligations of all endpoints", "obligations of login")
    (clone / "specs/shop.bts").write_text(
        text.replace('artifacts "reports"', 'artifacts "reports"\n  on failure run "echo back"'),
        encoding="utf-8",
    )
    monkeypatch.chdir(clone)
    steps = shell_steps(system, ci.make(system, ["specs/shop.bts"], "release").text)
    assert any("--stage contract" in step for step in steps)
    assert any("--on-failure" in step for step in steps)
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SPECC_", "SHOP_"))
    }
    environment |= {
        "PATH": f"{BIN}{os.pathsep}{environment['PATH']}",
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        "SPECC_CACHE_DIR": str(tmp_path / "cache"),
    }
    for step in steps:
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", step],
            cwd=clone,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, f"{step}\n{done.stdout}{done.stderr}"
    reports = list((clone / "reports").rglob("junit.xml"))
    assert reports
    assert list((clone / "reports").rglob("report.html"))
    if system == "github":
        assert (tmp_path / "summary.md").read_text().count("## ") >= 3
        assert (clone / "reports/report.sarif").exists()
    if system == "gitlab":
        assert json.loads((clone / "reports/code-quality.json").read_text()) == []
