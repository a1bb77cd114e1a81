"""`specc run --pipeline` and what goes with it, as a process of its own."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

SPECC = str(Path(sys.executable).parent / "specc")

SPEC = """
service shop {{
  url   "http://127.0.0.1:{port}"
  start "specc demo --port {port}"
  ready GET /healthz within 30s
}}

endpoint health GET /healthz {{
  as      anyone
  returns 200 {{ status: string }}
}}

endpoint wrong GET /orders {{
  as      anyone
  returns 200
}}

test "it is up" as anonymous tagged smoke {{
  health
}}

test "it takes long" as anonymous tagged slow {{
  health
  pause 60s
}}

pipeline red {{
  stage smoke {{ tests tagged smoke }}
  stage wrong {{ obligations of wrong }} needs smoke
  stage right {{ obligations of health }} needs smoke
  stage after {{ tests tagged smoke }} needs wrong
  on failure run "{python} undo.py"
  artifacts "out"
}}

pipeline long {{
  stage slow {{ tests tagged slow }}
  stage after {{ tests tagged smoke }} needs slow
  on failure run "{python} undo.py"
}}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (tmp_path / "specs").mkdir()
    text = SPEC.format(port=port, python=sys.executable)
    (tmp_path / "specs/shop.bts").write_text(text, encoding="utf-8")
    (tmp_path / "undo.py").write_text("open('undone', 'a').write('x')\n", encoding="utf-8")
    return tmp_path


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [SPECC, *arguments],
        cwd=project,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.slow
def test_a_red_pipeline_says_all_of_it(project: Path) -> None:
    done = run(project, "run", "--pipeline", "red", "--markdown", "s.md", "--annotate", "github")
    assert done.returncode == 1, done.stdout + done.stderr
    report = json.loads((project / "out/report.json").read_text(encoding="utf-8"))
    stages = {stage["name"]: stage for stage in report["pipeline"]["stages"]}
    assert {name: stage["state"] for name, stage in stages.items()} == {
        "smoke": "passed",
        "wrong": "failed",
        "right": "passed",
        "after": "blocked",
    }
    assert stages["after"]["reason"] == "it needs wrong, which failed"
    assert report["pipeline"]["on_failure"]["code"] == 0
    assert (project / "undone").read_text() == "x"
    page = (project / "out/report.html").read_text(encoding="utf-8")
    assert "it needs wrong, which failed" in page
    assert "On failure, " in page
    assert "blocked" in (project / "s.md").read_text(encoding="utf-8")
    assert "::error file=specs/shop.bts,line=" in done.stdout
    assert (project / "out/junit.xml").exists()
    told = json.loads(run(project, "history", "--format", "json").stdout)
    assert len(told["runs"]) == 1
    assert told["runs"][0]["broken"] > 0


@pytest.mark.slow
@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_a_pipeline_is_ended_in_order(project: Path, asked: signal.Signals) -> None:
    process = subprocess.Popen(
        [SPECC, "run", "--pipeline", "long"],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        start_new_session=True,
    )
    assert process.stdout is not None
    lines = iter(process.stdout)
    try:
        assert any("stage slow: begins" in line for line in lines)
        time.sleep(3)  # into the test's pause; sooner, it ends in order as well
        process.send_signal(asked)
        text = "".join(lines)
        assert process.wait(60) == 1
    finally:
        process.kill()
    assert "stage slow: interrupted" in text
    assert "stage after: interrupted" in text
    assert "on failure: " in text
    assert "Traceback" not in text
    assert (project / "undone").read_text() == "x"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")
def test_a_stage_whose_process_is_killed_has_failed(project: Path) -> None:
    report = ("--report", "r.json", "--junit", "r.xml", "--html", "r.html")
    process = subprocess.Popen(
        [SPECC, "run", "--pipeline", "long", *report],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        start_new_session=True,
    )
    assert process.stdout is not None
    lines = iter(process.stdout)
    try:
        assert any("stage slow: begins" in line for line in lines)
        time.sleep(2)
        # The stage is run by a thread of its own, and so is its process begun by that.
        children = [
            int(child)
            for listed in Path(f"/proc/{process.pid}/task").glob("*/children")
            for child in listed.read_text().split()
        ]
        assert len(children) == 1, children
        os.kill(children[0], signal.SIGKILL)
        text = "".join(lines)
        assert process.wait(60) == 1
    finally:
        process.kill()
    said = "its tests were killed from outside (SIGKILL)"
    stages = json.loads((project / "r.json").read_text())["pipeline"]["stages"]
    assert [(each["name"], each["state"], each["reason"]) for each in stages] == [
        ("slow", "failed", said),
        ("after", "blocked", "it needs slow, which failed"),
    ]
    for place in ("r.xml", "r.html"):
        assert said in (project / place).read_text(encoding="utf-8")
    assert said in text
    assert "Traceback" not in text
    assert (project / "undone").read_text() == "x"


@pytest.mark.slow
def test_alerts_can_be_a_gate(project: Path) -> None:
    only = ("run", "--only", "wrong", "--fail-on-alert")
    assert run(project, "run", "--only", "health").returncode == 0
    done = run(project, *only)
    assert "alert: new finding: wrong." in done.stdout
    assert done.returncode == 1
    assert run(project, "history", "--fail-on-alert").returncode == 1
    assert run(project, "history").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--pipeline", "rad"), "did you mean `red`?"),
        (("--pipeline", "red", "--stage", "smoky"), "did you mean `smoke`?"),
        (("--pipeline", "red", "--only", "x"), "its stages say what is run"),
        (("--stage", "smoke"), "it is one of a pipeline"),
        (("--changed-since", "HEAD"), "git cannot tell what was changed"),
    ],
)
def test_options_that_do_not_go(project: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run(project, "run", *arguments)
    assert done.returncode == 2
    assert said in " ".join(done.stderr.replace("│", " ").split())
