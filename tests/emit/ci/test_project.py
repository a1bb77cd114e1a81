"""What this project itself keeps: its workflow, its action, its hooks."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from specc.driver import ci
from specc.driver.inputs import DriverError

ROOT = Path(__file__).parents[3]
BIN = Path(sys.executable).parent


def test_the_workflow_is_what_the_spec_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    made = ci.make("github", ["specs/shop.bts"], "release", "generated")
    assert ci.read(made.place) == made.text, "stale: specc ci github specs/shop.bts"


@pytest.mark.parametrize(
    ("schema", "file"),
    [("vendor.github-actions", "action.yml"), ("vendor.github-workflows", None)],
)
def test_schemas_hold(schema: str, file: str | None) -> None:
    files = [file] if file else sorted((ROOT / ".github/workflows").glob("*.yml"))
    done = subprocess.run(
        [BIN / "check-jsonschema", "--builtin-schema", schema, *files],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_zizmor_finds_nothing() -> None:
    done = subprocess.run(
        [BIN / "zizmor", "--offline", "--no-progress", "action.yml", ".github"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_hooks_name_commands_that_there_are() -> None:
    hooks = YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text())
    for hook in hooks:
        done = subprocess.run(
            [BIN / "specc", *hook["entry"].split()[1:], "--help"],
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0


SPEC = """service shop {{
  url   "http://127.0.0.1:{port}"
  start "specc demo --port {port}"
  ready GET /healthz within 30s
}}

endpoint health GET /healthz {{
  as      anyone
  returns 200 {{ status: string }}
}}
"""


def run(script: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """A script as a step of a CI system would run it, in the folder that we are in."""
    known = {name: value for name, value in os.environ.items() if not name.startswith("SPECC_")}
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        env=known | {"PATH": path} | variables,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A spec in a project of its own, which is where we are."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    place = tmp_path / "specs/the shop.bts"
    place.parent.mkdir()
    place.write_text(SPEC.format(port=port), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return place


def test_hooks_find_what_they_are_for(spec: Path) -> None:
    """Each as pre-commit runs it: with the changed files, or with none."""
    hooks = YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text())
    commands = {hook["id"]: hook for hook in hooks}

    def hooked(name: str) -> int:
        hook = commands[name]
        assert re.search(hook["files"], str(spec))
        files = [spec.relative_to(Path.cwd())] if hook.get("pass_filenames", True) else []
        return run(" ".join([hook["entry"], *(f"'{file}'" for file in files)])).returncode

    assert hooked("specc-check") == 0
    before = spec.read_text(encoding="utf-8")
    assert hooked("specc-fmt") == 0
    assert spec.read_text(encoding="utf-8") == before
    assert hooked("specc-build") == 1, "nothing has been built"
    assert run("specc build").returncode == 0
    assert hooked("specc-build") == 0
    spec.write_text(before.replace("  as      anyone", "    as anyone"), encoding="utf-8")
    hooked("specc-fmt")  # pre-commit itself sees that a file is another one
    assert spec.read_text(encoding="utf-8") == before
    spec.write_text(before.replace("anyone", "nobody"), encoding="utf-8")
    assert hooked("specc-check") != 0
    assert hooked("specc-build") != 0


@pytest.mark.slow
def test_the_action_runs(spec: Path, tmp_path: Path) -> None:
    action = YAML(typ="safe").load((ROOT / "action.yml").read_text())
    (step,) = [each for each in action["runs"]["steps"] if each.get("id") == "run"]
    inputs = {name: str(each.get("default", "")) for name, each in action["inputs"].items()}
    inputs["paths"] = f"{spec.relative_to(tmp_path)}\n"  # as a literal block of YAML has it
    variables = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: inputs[found[1]], value)
        for name, value in step["env"].items()
    }
    summary, output = tmp_path / "summary.md", tmp_path / "output"
    variables |= {"GITHUB_STEP_SUMMARY": str(summary), "GITHUB_OUTPUT": str(output)}
    done = run(step["run"], **variables)
    assert done.returncode == 0, done.stdout + done.stderr
    told = dict(line.split("=", 1) for line in output.read_text().splitlines())
    for name, each in action["outputs"].items():
        assert each["value"] == f"${{{{ steps.run.outputs.{name} }}}}"
        assert (tmp_path / told[name]).exists()
    assert "## ✅" in summary.read_text(encoding="utf-8")
    spec.write_text(spec.read_text(encoding="utf-8").replace("/healthz {", "/no {"))
    done = run(step["run"], **variables)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "::error file=specs/the shop.bts,line=" in done.stdout
    assert "## ❌" in summary.read_text(encoding="utf-8")


def test_a_file_of_somebody_else_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    workflow = ci.Workflow("Jenkinsfile", "// Generated by specc: x\nnew\n")
    Path("Jenkinsfile").write_text("// mine\n")
    with pytest.raises(DriverError, match="was not made by specc"):
        ci.write(workflow)
    assert ci.write(workflow, force=True)
    assert not ci.write(workflow)
    Path("Jenkinsfile").write_text("// Generated by specc: x\nold\n")
    assert ci.write(workflow)
    assert Path("Jenkinsfile").read_text() == workflow.text


def test_a_path_that_a_ci_system_could_read_as_more_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    spec = (ROOT / "specs/shop.bts").read_text().replace('import "common/problem.bts"', "")
    spec += "contract Problem open { title: string }\n"
    for name in ("a$(id).bts", "${{ x }}.bts", "a;b.bts"):
        Path(name).write_text(spec)
        with pytest.raises(DriverError, match="cannot stand in"):
            ci.make("github", [name], "release")
        Path(name).unlink()
