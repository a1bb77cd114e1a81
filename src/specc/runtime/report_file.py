"""The report of a run, one JSON object a line: what was held, broken, not run, and why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import IO

from specc.runtime.redaction import redacted

# What names a test is no text of the run: a password such as `wrong` must not make
# `quantity.wrong_type` unrecognisable.
_NAMES = frozenset({"obligation", "node", "spec", "outcome", "endpoint"})


def _without_secrets(value: object) -> object:
    match value:
        case str():
            return redacted(value)
        case list() | tuple():
            return [_without_secrets(item) for item in value]
        case dict():
            return {key: _without_secrets(item) for key, item in value.items()}
        case _:
            return value


class ReportFile:
    """A report that is written while the run goes on: each line is there once its test is over."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file: IO[str] = open(path, "w", encoding="utf-8")  # noqa: SIM115

    def write(self, event: str, **values: object) -> None:
        """Add an event. Text values lose their secrets; None values are left out."""
        entry: dict[str, object] = {"event": event}
        for name, value in values.items():
            if value is not None:
                entry[name] = value if name in _NAMES else _without_secrets(value)
        self._file.write(json.dumps(entry, ensure_ascii=False) + "\n")
        self._file.flush()

    def close(self) -> None:
        """No more events come."""
        self._file.close()
