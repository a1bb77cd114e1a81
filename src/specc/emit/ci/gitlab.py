"""GitLab CI: a job a stage, in an order that `needs` alone makes."""

from __future__ import annotations

from specc.emit.ci.project import HISTORY, PYTHON, Steps
from specc.emit.ci.yaml import Yaml, document

_IMAGE = f"python:{PYTHON}-slim"
_ALWAYS_KEPT = "always"


def file_name(_pipeline: str) -> str:
    """Where GitLab looks for it."""
    return ".gitlab-ci.yml"


def workflow(steps: Steps) -> str:
    """The file."""
    pipeline = steps.pipeline
    jobs: dict[str, Yaml] = {
        "check": {
            "stage": "check",
            "needs": [],
            "script": [steps.check(), steps.build()],
        }
    }
    quality = f"{steps.reports}/code-quality.json"
    for stage in pipeline.stages:
        jobs[f"stage {stage.name}"] = {
            "stage": "run",
            "needs": [f"stage {need}" for need in stage.needs] or ["check"],
            "script": [steps.stage(stage.name, "--code-quality", quality)],
            "cache": [_dependencies(steps), _history(f"specc-{pipeline.name}-{stage.name}")],
            "artifacts": {
                "when": _ALWAYS_KEPT,
                "expire_in": "30 days",
                "paths": [f"{steps.reports}/"],
                "reports": {"junit": f"{steps.reports}/junit.xml", "codequality": quality},
            },
        }
    if pipeline.on_failure is not None:
        jobs["on failure"] = {
            "stage": "after",
            "when": "on_failure",
            "script": [steps.on_failure()],
        }
    return document(
        steps.head,
        {
            "stages": ["check", "run", "after"],
            "default": {
                "image": _IMAGE,
                "timeout": "1 hour",
                "interruptible": True,
                "before_script": list(steps.install),
                "cache": [_dependencies(steps)],
            },
            "variables": {steps.cache_variable: "$CI_PROJECT_DIR/.cache/deps"},
            **jobs,
        },
    )


def _dependencies(steps: Steps) -> dict[str, Yaml]:
    # GitLab takes two files at most for a key.
    locks = list(steps.project.locks[:2])
    return {"key": {"files": locks} if locks else "dependencies", "paths": [".cache/deps"]}


def _history(key: str) -> dict[str, Yaml]:
    return {
        "key": f"{key}-$CI_COMMIT_REF_SLUG",
        "fallback_keys": [f"{key}-$CI_DEFAULT_BRANCH"],
        "paths": [f"{HISTORY}/"],
        "when": _ALWAYS_KEPT,
    }
