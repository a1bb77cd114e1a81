"""The process that a suite runs in: pytest, with its variables, folder and output set."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

import attrs
import pytest


@attrs.frozen
class Job:
    """What to run: tests from a folder, in an environment; `printed` is the file for its output."""

    folder: str
    printed: str
    environment: Mapping[str, str]
    tests: tuple[str, ...]


def work(job: Job) -> None:
    """Run it, and end with pytest's exit code."""
    os.environ.clear()
    os.environ.update(job.environment)
    os.chdir(job.folder)
    with open(job.printed, "w", encoding="utf-8") as file:
        sys.stdout.flush()
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
        arguments = ["-q", "--color=no", "-p", "no:cacheprovider", *job.tests]
        code = int(pytest.main(arguments))
    sys.stdout.flush()
    os._exit(code)
