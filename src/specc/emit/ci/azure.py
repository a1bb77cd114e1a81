"""Azure Pipelines: a job a stage, in an order that `dependsOn` makes."""

from __future__ import annotations

from specc.emit.ci.project import HISTORY, PYTHON, Steps
from specc.emit.ci.yaml import Lines, Yaml, document

_MINUTES = 60
_ALWAYS = "always()"


def file_name(_pipeline: str) -> str:
    """Where Azure looks for it."""
    return "azure-pipelines.yml"


def workflow(steps: Steps) -> str:
    """The file."""
    pipeline = steps.pipeline
    jobs: list[Yaml] = [
        {
            "job": "check",
            "displayName": "check",
            "steps": [
                *_prepared(steps),
                {"script": steps.check(), "displayName": "Check"},
                {"script": steps.build(), "displayName": "Build"},
            ],
        }
    ]
    for stage in pipeline.stages:
        needs = [f"stage_{need}" for need in stage.needs] or ["check"]
        jobs.append(_stage(steps, stage.name, needs))
    if pipeline.on_failure is not None:
        jobs.append(
            {
                "job": "on_failure",
                "displayName": "on failure",
                "dependsOn": [f"stage_{stage.name}" for stage in pipeline.stages],
                "condition": "or(failed(), canceled())",
                "steps": [
                    *_prepared(steps),
                    {
                        "script": steps.on_failure(),
                        "displayName": "Run what the pipeline runs on failure",
                    },
                ],
            }
        )
    return document(
        steps.head,
        {
            "trigger": {"branches": {"include": ["main"]}},
            "pr": {"branches": {"include": ["*"]}},
            "pool": {"vmImage": "ubuntu-24.04"},
            "variables": {steps.cache_variable: "$(Pipeline.Workspace)/.deps"},
            "jobs": jobs,
        },
    )


def _prepared(steps: Steps) -> list[Yaml]:
    found: list[Yaml] = [
        {"checkout": "self", "persistCredentials": "false"},
        {"task": "UsePythonVersion@0", "inputs": {"versionSpec": PYTHON}},
    ]
    if steps.project.locks:
        key = " | ".join([steps.project.installer, '"$(Agent.OS)"', *steps.project.locks])
        found.append(
            {
                "task": "Cache@2",
                "displayName": "Dependencies",
                "inputs": {"key": key, "path": f"$({steps.cache_variable})"},
            }
        )
    return [*found, {"script": Lines(steps.install), "displayName": "Install"}]


def _stage(steps: Steps, name: str, needs: list[str]) -> dict[str, Yaml]:
    key = f"specc-{steps.pipeline.name}-{name}"
    return {
        "job": f"stage_{name}",
        "displayName": name,
        "dependsOn": needs,
        "timeoutInMinutes": str(_MINUTES),
        "steps": [
            *_prepared(steps),
            {
                "task": "Cache@2",
                "displayName": "Figures of earlier runs",
                "inputs": {
                    "key": f'"{key}" | "$(Build.SourceBranchName)" | "$(Build.BuildId)"',
                    "restoreKeys": Lines((f'"{key}" | "$(Build.SourceBranchName)"', f'"{key}"')),
                    "path": HISTORY,
                },
            },
            {"script": steps.stage(name, "--annotate", "azure"), "displayName": "Run"},
            {
                "task": "PublishTestResults@2",
                "condition": _ALWAYS,
                "inputs": {
                    "testResultsFormat": "JUnit",
                    "testResultsFiles": f"{steps.reports}/junit.xml",
                    "testRunTitle": name,
                },
            },
            {
                "task": "PublishPipelineArtifact@1",
                "condition": _ALWAYS,
                "inputs": {"targetPath": steps.reports, "artifact": key},
            },
        ],
    }
