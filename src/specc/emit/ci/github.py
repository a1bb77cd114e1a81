"""GitHub Actions: a job a stage. Actions are pinned to commits, each job may do what it needs."""

from __future__ import annotations

from shlex import quote

from specc.emit.ci.project import HISTORY, PYTHON, Steps
from specc.emit.ci.yaml import Lines, Noted, Yaml, document

_RUNNER = "ubuntu-24.04"
_MINUTES = 60
_CHECKOUT = Noted("actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683", "v4.2.2")
_PYTHON = Noted("actions/setup-python@a26af69be951a213d495a4c3e4e4022e16d87065", "v5.6.0")
_CACHE = "5a3ec84eff668545956fd18022155c47e93e2684"
_RESTORE = Noted(f"actions/cache/restore@{_CACHE}", "v4.2.3")
_SAVE = Noted(f"actions/cache/save@{_CACHE}", "v4.2.3")
_UPLOAD = Noted("actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02", "v4.6.2")
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
    if locks:
        python |= {"cache": "pip", "cache-dependency-path": Lines(locks)}
    return [
        {"uses": _CHECKOUT, "with": {"persist-credentials": False}},
        {"uses": _PYTHON, "with": python},
        {"name": "Install", "run": Lines(steps.install)},
    ]


def _check(steps: Steps) -> dict[str, Yaml]:
    sarif = f"{steps.reports}/check.sarif"
    return {
        "name": "check",
        **_job({"contents": "read", "security-events": "write"}),
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
            {
                "name": "Annotate",
                # A pull request from a fork may not write to code scanning.
                "if": "${{ always() && !github.event.pull_request.head.repo.fork }}",
                "uses": _SARIF,
                "with": {"sarif_file": sarif, "category": f"specc-{steps.pipeline.name}"},
            },
            {"name": "Build", "run": steps.build()},
        ],
    }


def _stage(steps: Steps, name: str, needs: list[Yaml] | list[str]) -> dict[str, Yaml]:
    key = f"specc-{steps.pipeline.name}-{name}"
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
            {
                "name": "Keep the reports",
                "if": "${{ always() }}",
                "uses": _UPLOAD,
                "with": {"name": key, "path": steps.reports, "if-no-files-found": "ignore"},
            },
        ],
    }
