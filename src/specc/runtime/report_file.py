"""The report of a run, one JSON object a line: what was held, broken, not run, and why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import IO

from specc.runtime.redaction import redacted


class ReportFile:
    """A report that is written while the run goes on: each line is there once its test is over."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file: IO[str] = open(path, "w", encoding="utf-8")  # noqa: SIM115

    def write(self, event: str, **values: object) -> None:
        """Add an event. Text values lose their secrets; None values are left out."""
        entry = {"event": event, **{k: v for k, v in values.items() if v is not None}}
        self._file.write(redacted(json.dumps(entry, ensure_ascii=False)) + "\n")
        self._file.flush()

    def close(self) -> None:
        """No more events come."""
        self._file.close()
