"""Options of `specc run` that are about pipelines, changes and reports."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, TypeAlias

import typer


class Annotations(StrEnum):
    """The CI systems that show what is broken at its line."""

    github = "github"
    azure = "azure"


PipelineName: TypeAlias = Annotated[
    str,
    typer.Option(
        "--pipeline",
        metavar="NAME",
        help="Run this pipeline of a spec, stage by stage.",
        show_default=False,
    ),
]
StageName: TypeAlias = Annotated[
    str,
    typer.Option(
        "--stage",
        metavar="NAME",
        help="Only this stage of the pipeline, whatever it needs.",
        show_default=False,
    ),
]
OnFailure: TypeAlias = Annotated[
    bool, typer.Option("--on-failure", help="Only what the pipeline runs on failure.")
]
ChangedSince: TypeAlias = Annotated[
    str,
    typer.Option(
        "--changed-since",
        metavar="REV",
        help="Only obligations that a change of specs since this revision can touch.",
        show_default=False,
    ),
]
Html: TypeAlias = Annotated[
    str,
    typer.Option(
        "--html", metavar="FILE", help="Write the report as a page too.", show_default=False
    ),
]
Markdown: TypeAlias = Annotated[
    str,
    typer.Option(
        "--markdown",
        metavar="FILE",
        help="Append a summary in Markdown to a file.",
        show_default=False,
    ),
]
CodeQuality: TypeAlias = Annotated[
    str,
    typer.Option(
        "--code-quality",
        metavar="FILE",
        help="Write what is broken as a Code Quality report too, for GitLab.",
        show_default=False,
    ),
]
Annotate: TypeAlias = Annotated[
    Annotations | None,
    typer.Option(
        "--annotate", help="Print what is broken as annotations of a CI system.", show_default=False
    ),
]
FailOnAlert: TypeAlias = Annotated[
    bool,
    typer.Option("--fail-on-alert", help="Exit with 1 where the history raises an alert."),
]
NoHistory: TypeAlias = Annotated[
    bool, typer.Option("--no-history", help="Keep no figures of this run.")
]
