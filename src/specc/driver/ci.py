"""The workflow file of a pipeline: made for the project that we are in, written or compared."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

import attrs

from specc import __version__
from specc.driver.inputs import DriverError, shown
from specc.driver.pipelines.finding import Found, find_pipeline
from specc.driver.running.reports import write_text
from specc.emit.ci.project import GENERATED, Project, steps_of
from specc.emit.ci.registry import VENDORS

_HARMLESS = re.compile(r"(?!-)[\w./ @+-]+")
"""Paths in which no shell, template or CI system could find anything to replace."""
_OURS = re.compile(r"""^name\s*=\s*["']specc["']\s*$""", re.MULTILINE)


@attrs.frozen
class Workflow:
    """A workflow file: where it goes, and its text."""

    place: str
    text: str


def make(vendor: str, paths: Sequence[str], pipeline: str, skip: str = "") -> Workflow:
    """The workflow file of a pipeline. Raises DriverError."""
    found = find_pipeline(paths, pipeline, skip)
    made = VENDORS[vendor]
    for path in (found.spec, found.pipeline.artifacts or ""):
        if path and not _HARMLESS.fullmatch(path):
            raise DriverError(
                f"`{path}` cannot stand in the file of a CI system",
                "have letters, digits, blanks and ._/@+- in it alone",
            )
    steps = steps_of(project_of(found), found.pipeline, vendor)
    return Workflow(made.file_name(found.pipeline.name), made.workflow(steps))


def project_of(found: Found) -> Project:
    """The project that we are in: what its dependencies are listed in, and how to install them."""
    pip = ("python", "-m", "pip", "install")
    if os.path.isfile("uv.lock"):
        return Project(
            found.spec,
            ("uv.lock",),
            ((*pip, "uv"), ("uv", "sync", "--frozen")),
            ("uv", "run", "--frozen", "specc"),
            "uv",
        )
    locks = [
        name
        for name in ("poetry.lock", "pdm.lock", "requirements.txt", "pyproject.toml")
        if os.path.isfile(name)
    ]
    install: list[tuple[str, ...]] = []
    if "requirements.txt" in locks:
        install.append((*pip, "-r", "requirements.txt"))
    elif "pyproject.toml" in locks:
        install.append((*pip, "."))
    if not _is_ours():
        install.append((*pip, f"specc=={__version__}"))
    return Project(found.spec, tuple(locks), tuple(install))


def _is_ours() -> bool:
    """Whether the project is this tool, which is then installed with it."""
    try:
        with open("pyproject.toml", encoding="utf-8") as file:
            return _OURS.search(file.read()) is not None
    except OSError:
        return False


def write(workflow: Workflow, place: str = "", *, force: bool = False) -> bool:
    """Write a workflow file; whether there was anything to do. Raises DriverError.

    A file that we did not make is left alone, but with `force`.
    """
    place = place or workflow.place
    before = read(place)
    if before == workflow.text:
        return False
    if before and not force and GENERATED not in before.partition("\n")[0]:
        raise DriverError(
            f"{shown(place)} is there, and was not made by specc",
            "give another place with --to, or write over it with --force",
        )
    write_text(place, workflow.text)
    return True


def read(place: str) -> str:
    """The text of a workflow file; "" where there is none."""
    try:
        with open(place, encoding="utf-8", newline="") as file:
            return file.read()
    except (OSError, ValueError):
        return ""
