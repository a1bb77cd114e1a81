"""Workflow files: as the vendors want them, whatever the spec says."""

from __future__ import annotations

import itertools
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from specc.emit.ci.jenkins import groovy, waves
from specc.emit.ci.project import GENERATED, Project, steps_of
from specc.emit.ci.registry import VENDORS
from specc.emit.ci.yaml import Lines, document
from specc.ir.pipelines import Pipeline, Stage

BIN = Path(sys.executable).parent
SCHEMAS = {
    "github": ("vendor.github-workflows",),
    "gitlab": ("vendor.gitlab-ci", "--data-transform", "gitlab-ci"),
    "azure": (
        *("vendor.azure-pipelines", "--data-transform", "azure-pipelines"),
        *("--regex-variant", "nonunicode"),
    ),
}
UV = Project(
    "specs/shop.bts",
    ("uv.lock",),
    (("python", "-m", "pip", "install", "uv"), ("uv", "sync", "--frozen")),
    ("uv", "run", "--frozen", "specc"),
    "uv",
)
PROJECT = Project(
    "specs/my shop.bts",
    ("requirements.txt", "pyproject.toml"),
    (("python", "-m", "pip", "install", "-r", "requirements.txt"),),
)


def stage(name: str, *needs: str) -> Stage:
    return Stage(name, needs, (), (), (), (), "specs/shop.bts:1")


STAGES = (
    stage("smoke"),
    stage("on"),
    stage("check"),
    stage("contract", "smoke"),
    stage("load", "contract", "on"),
)
PIPELINES = {
    "whole": Pipeline("release", STAGES, "deploy/undo.sh '${{ x }}'", "out/all", None, "x:1"),
    "bare": Pipeline("null", STAGES[:1], None, None, None, "x:1"),
}


def made(vendor: str, pipeline: Pipeline, project: Project = PROJECT) -> str:
    return VENDORS[vendor].workflow(steps_of(project, pipeline, vendor))


def read(text: str) -> object:
    return YAML(typ="safe").load(text)


@pytest.mark.parametrize("project", [PROJECT, UV], ids=["pip", "uv"])
@pytest.mark.parametrize("pipeline", PIPELINES.values(), ids=PIPELINES)
@pytest.mark.parametrize("vendor", SCHEMAS)
def test_the_vendors_schema_holds(
    tmp_path: Path, vendor: str, pipeline: Pipeline, project: Project
) -> None:
    place = tmp_path / "workflow.yml"
    place.write_text(made(vendor, pipeline, project))
    schema, *options = SCHEMAS[vendor]
    done = subprocess.run(
        [BIN / "check-jsonschema", "--builtin-schema", schema, *options, place],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("project", [PROJECT, UV], ids=["pip", "uv"])
@pytest.mark.parametrize("pipeline", PIPELINES.values(), ids=PIPELINES)
def test_zizmor_finds_nothing(tmp_path: Path, pipeline: Pipeline, project: Project) -> None:
    place = tmp_path / ".github/workflows/specc.yml"
    place.parent.mkdir(parents=True)
    place.write_text(made("github", pipeline, project))
    done = subprocess.run(
        [BIN / "zizmor", "--offline", "--no-progress", "--persona", "regular", place],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("vendor", VENDORS)
def test_the_command_of_a_spec_is_in_no_workflow(vendor: str) -> None:
    text = made(vendor, PIPELINES["whole"])
    assert "undo.sh" not in text
    assert "--on-failure" in text
    assert GENERATED in text.partition("\n")[0]
    assert text == made(vendor, PIPELINES["whole"])


def test_needs_are_those_of_the_pipeline() -> None:
    github = read(made("github", PIPELINES["whole"]))
    assert isinstance(github, dict)
    jobs = github["jobs"]
    assert jobs["stage-load"]["needs"] == ["stage-contract", "stage-on"]
    assert jobs["stage-smoke"]["needs"] == ["check"]
    assert jobs["on-failure"]["needs"] == [f"stage-{each.name}" for each in STAGES]
    gitlab = read(made("gitlab", PIPELINES["whole"]))
    assert isinstance(gitlab, dict)
    assert gitlab["stage load"]["needs"] == ["stage contract", "stage on"]
    azure = read(made("azure", PIPELINES["whole"]))
    assert isinstance(azure, dict)
    needs = {job["job"]: job.get("dependsOn") for job in azure["jobs"]}
    assert needs["stage_load"] == ["stage_contract", "stage_on"]
    jenkins = made("jenkins", PIPELINES["whole"])
    assert "when { expression { passed['contract'] && passed['on'] } }" in jenkins
    assert [[each.name for each in wave] for wave in waves(PIPELINES["whole"])] == [
        ["smoke", "on", "check"],
        ["contract"],
        ["load"],
    ]


def test_only_the_job_that_annotates_may_write() -> None:
    github = read(made("github", PIPELINES["whole"]))
    assert isinstance(github, dict)
    assert github["permissions"] == {}
    jobs = github["jobs"]
    writing = [name for name, job in jobs.items() if "write" in job["permissions"].values()]
    assert writing == ["code-scanning"]
    scanning = jobs["code-scanning"]
    assert not [step for step in scanning["steps"] if "run" in step], "it runs nothing"
    kept = [
        step["with"]["name"]
        for job in jobs.values()
        for step in job["steps"]
        if "upload-artifact" in step.get("uses", "")
    ]
    assert len({*kept}) == len(kept), "GitHub refuses a second artifact of a name"
    uploads = [step for step in scanning["steps"] if "upload-sarif" in step["uses"]]
    assert [step["with"]["category"] for step in uploads] == [
        "specc-release",
        *(f"specc-release-{each}" for each in ("smoke", "on", "check", "contract", "load")),
    ]
    for step in uploads:
        place = Path(step["with"]["sarif_file"])
        assert place.parts[0] == "found"
        assert place.parts[1] in kept
    assert {*scanning["needs"]} == {"check", *(f"stage-{each.name}" for each in STAGES)}


@pytest.mark.parametrize("vendor", VENDORS)
def test_dependencies_are_kept_by_the_lock_file(vendor: str) -> None:
    for project in (PROJECT, UV):
        text = made(vendor, PIPELINES["whole"], project)
        if vendor != "jenkins":  # its workspace outlives a build
            assert project.locks[0] in text
        assert ("uv run" in text) == (project is UV)
        assert (f"{project.installer.upper()}_CACHE_DIR" in text) == (vendor != "github")
    assert "~/.cache/uv" in made("github", PIPELINES["whole"], UV)


def test_a_path_with_a_blank_is_one_word_of_the_shell() -> None:
    github = read(made("github", PIPELINES["whole"]))
    assert isinstance(github, dict)
    run = github["jobs"]["stage-smoke"]["steps"][-3]["run"]
    words = shlex.split(run)
    assert words[:7] == [
        *("specc", "run", "specs/my shop.bts", "--pipeline", "release", "--stage", "smoke"),
    ]
    assert words[-2:] == ["--markdown", "$GITHUB_STEP_SUMMARY"]


TEXTS = st.text(max_size=30) | st.sampled_from(
    ["on", "No", "~", "1e3", "0x1", "- a", "a: b", "a #b", "", " ", "null", "2030-01-01", "é", "😀"]
)


@given(st.dictionaries(TEXTS, TEXTS | st.lists(TEXTS) | st.lists(st.dictionaries(TEXTS, TEXTS))))
def test_text_stays_text(data: dict[str, object]) -> None:
    data.pop("on", None)
    cleaned = {key: value for key, value in data.items() if value not in ([], {})}
    text = document(["a head"], cleaned)  # type: ignore[arg-type]
    assert read(text) == (cleaned or None)


def test_scripts_are_literal() -> None:
    text = document([], {"run": Lines(("echo 'a: b'", "# no comment"))})
    assert read(text) == {"run": "echo 'a: b'\n# no comment\n"}


@given(st.text(max_size=20))
def test_groovy_strings_are_closed_once(text: str) -> None:
    made = groovy(text)
    assert made.isascii()
    assert made.isprintable()
    inside = made[1:-1]
    escaped = False
    for char in itertools.chain(inside):
        assert escaped or char != "'"
        escaped = char == "\\" and not escaped
    assert not escaped
