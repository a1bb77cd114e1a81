"""Pipelines of the IR: stages in the order of their needs, and what each of them runs."""

from __future__ import annotations

import attrs


@attrs.frozen
class Stage:
    """A stage. `tags`, `endpoints`, `blocks` and `profiles` are what it runs; it needs `needs`."""

    name: str
    needs: tuple[str, ...]
    tags: tuple[str, ...]
    endpoints: tuple[str, ...]
    blocks: tuple[str, ...]
    profiles: tuple[str, ...]
    place: str


@attrs.frozen
class Pipeline:
    """A pipeline. A stage stands behind all that it needs; else the order is that of the spec.

    `on_failure` is a command line, `artifacts` a folder; both start where specc is run.
    """

    name: str
    stages: tuple[Stage, ...]
    on_failure: str | None
    artifacts: str | None
    doc: str | None
    place: str
