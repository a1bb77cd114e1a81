"""GitHub Actions: a job a stage. Actions are pinned to commits, each job may do what it needs."""

from __future__ import annotations

from shlex import quote

from specc.emit.ci.project import HISTORY, PYTHON, SARIF, Steps
from specc.emit.ci.yaml import Lines, Noted, Yaml, document

_RUNNER = "ubuntu-24.04"
_MINUTES = 60
_CHECKOUT = Noted("actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683", "v4.2.2")
_PYTHON = Noted("actions/setup-python@a26af69be951a213d495a4c3e4e4022e16d87065", "v5.6.0")
_CACHE = "5a3ec84eff668545956fd18022155c47e93e2684"
_RESTORE = Noted(f"actions/cache/restore@{_CACHE}", "v4.2.3")
_CACHED = Noted(f"actions/cache@{_CACHE}", "v4.2.3")
_SAVE = Noted(f"actions/cache/save@{_CACHE}", "v4.2.3")
_UPLOAD = Noted("actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02", "v4.6.2")
_DOWNLOAD = Noted("actions/download-artifact@d3f86a106a0bac45b974a628896c90dbdf5c8093", "v4.3.0")
_SARIF = Noted(
    "github/codeql-action/upload-sarif@5d4e8d1aca955e8d8589aabd499c5cae939e33c7", "v4.31.9"
)


def file_name(pipeline: str) -> str:
    """Where GitHub looks for it."""
    return f".github/workflows/specc-{pipeline}.yml"


def workflow(steps: Steps) -> str:
    """The workflow file."""
    pipeline = steps.pipeline
    jobs: dict[str, Yaml] = {"check": _check(steps)}
    for stage in pipeline.stages:
        needs = [f"stage-{need}" for need in stage.needs] or ["check"]
        jobs[f"stage-{stage.name}"] = _stage(steps, stage.name, needs)
    jobs["code-scanning"] = _code_scanning(steps)
    if pipeline.on_failure is not None:
        jobs["on-failure"] = {
            "name": "on failure",
            "needs": [f"stage-{stage.name}" for stage in pipeline.stages],
            "if": "${{ failure() || cancelled() }}",
            **_job({"contents": "read"}),
            "steps": [
                *_prepared(steps),
                {"name": "Run what the pipeline runs on failure", "run": steps.on_failure()},
            ],
        }
    return document(
        steps.head,
        {
            "name": f"specc {pipeline.name}",
            "on": {"pull_request": None, "push": {"branches": ["main"]}, "workflow_dispatch": None},
            "permissions": {},
            "concurrency": {
                "group": f"specc-{pipeline.name}-${{{{ github.ref }}}}",
                "cancel-in-progress": "${{ github.event_name == 'pull_request' }}",
            },
            "jobs": jobs,
        },
    )


def _job(permissions: dict[str, Yaml]) -> dict[str, Yaml]:
    return {
        "runs-on": _RUNNER,
        "timeout-minutes": _MINUTES,
        "permissions": permissions,
    }


def _prepared(steps: Steps) -> list[Yaml]:
    """The sources, a Python, and the dependencies, kept as long as the lock file is the same."""
    locks = steps.project.locks
    python: dict[str, Yaml] = {"python-version": PYTHON}
    cached: list[Yaml] = []
    if steps.project.installer == "uv":
        hashed = ", ".join(f"'{lock}'" for lock in locks)
        key = f"uv-${{{{ runner.os }}}}-${{{{ hashFiles({hashed}) }}}}"
        cached = [
            {
                "name": "Dependencies",
                "uses": _CACHED,
                "with": {"path": "~/.cache/uv", "key": key},
            }
        ]
    elif locks:
        python |= {"cache": "pip", "cache-dependency-path": Lines(locks)}
    return [
        {"uses": _CHECKOUT, "with": {"persist-credentials": False}},
        {"uses": _PYTHON, "with": python},
        *cached,
        {"name": "Install", "run": Lines(steps.install)},
    ]


def _check(steps: Steps) -> dict[str, Yaml]:
    sarif = f"{steps.reports}/{SARIF}"
    return {
        "name": "check",
        **_job({"contents": "read"}),
        "steps": [
            *_prepared(steps),
            {"name": "Check", "run": steps.check("--format", "github")},
            {
                "name": "Check, for code scanning",
                "if": "${{ always() }}",
                "run": Lines(
                    (
                        f"mkdir -p {quote(steps.reports)}",
                        f"{steps.check('--format', 'sarif')} > {quote(sarif)}",
                    )
                ),
            },
            _kept(steps),
            {"name": "Build", "run": steps.build()},
        ],
    }


def _kept(steps: Steps, stage: str = "") -> dict[str, Yaml]:
    return {
        "name": "Keep the reports",
        "if": "${{ always() }}",
        "uses": _UPLOAD,
        "with": {
            "name": _artifact(steps, stage),
            "path": steps.reports,
            "if-no-files-found": "ignore",
        },
    }


def _artifact(steps: Steps, stage: str = "") -> str:
    """The name of what a job leaves; without a stage that of what is checked before all of them."""
    name = f"specc-{steps.pipeline.name}"
    return f"{name}-{stage}" if stage else name


def _code_scanning(steps: Steps) -> dict[str, Yaml]:
    """What was found, shown at the lines of a pull request.

    It is a job of its own, for it alone may write, and runs nothing of the project's.
    """
    stages = steps.pipeline.stages
    uploads: list[Yaml] = []
    for job, name in (
        ("check", _artifact(steps)),
        *((stage.name, _artifact(steps, stage.name)) for stage in stages),
    ):
        file = f"found/{name}/{SARIF}"
        uploads.append(
            {
                "name": f"Annotate what {job} found",
                "if": f"${{{{ always() && hashFiles('{file}') != '' }}}}",
                "uses": _SARIF,
                "with": {"sarif_file": file, "category": name},
            }
        )
    return {
        "name": "code scanning",
        "needs": ["check", *(f"stage-{stage.name}" for stage in stages)],
        # A fork's token may not write, whatever is asked for.
        "if": "${{ !cancelled() && !github.event.pull_request.head.repo.fork }}",
        **_job({"contents": "read", "security-events": "write"}),
        "steps": [
            {"uses": _CHECKOUT, "with": {"persist-credentials": False}},
            {
                "name": "Fetch the reports",
                "uses": _DOWNLOAD,
                "with": {"pattern": f"{_artifact(steps)}*", "path": "found"},
            },
            *uploads,
        ],
    }


def _stage(steps: Steps, name: str, needs: list[Yaml] | list[str]) -> dict[str, Yaml]:
    key = _artifact(steps, name)
    return {
        "name": name,
        "needs": needs,
        **_job({"contents": "read"}),
        "steps": [
            *_prepared(steps),
            {
                "name": "Figures of earlier runs",
                "uses": _RESTORE,
                "with": {
                    "path": HISTORY,
                    "key": f"{key}-${{{{ github.ref_name }}}}-${{{{ github.run_id }}}}",
                    "restore-keys": Lines((f"{key}-${{{{ github.ref_name }}}}-", f"{key}-main-")),
                },
            },
            {
                "name": "Run",
                "run": steps.stage(name, "--annotate", "github")
                + ' --markdown "$GITHUB_STEP_SUMMARY"',
            },
            {
                "name": "Keep the figures",
                "if": "${{ always() }}",
                "uses": _SAVE,
                "with": {
                    "path": HISTORY,
                    "key": f"{key}-${{{{ github.ref_name }}}}-${{{{ github.run_id }}}}",
                },
            },
            _kept(steps, name),
        ],
    }
