"""The report that a suite writes while it runs, one JSON object a line, read as it grows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any, TypeAlias

Event: TypeAlias = dict[str, Any]


class Tail:
    """Reads the lines of a file that another process is still writing."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._file: IO[bytes] | None = None
        self._rest = b""

    def events(self) -> Iterator[Event]:
        """The events that were added since the last call. Half a line waits for its other half."""
        if self._file is None:
            try:
                self._file = open(self._path, "rb")  # noqa: SIM115
            except FileNotFoundError:
                return
        *lines, self._rest = (self._rest + self._file.read()).split(b"\n")
        for line in lines:
            try:
                event = json.loads(line)
            except ValueError:
                continue  # a line that a killed process left unfinished
            if isinstance(event, dict):
                yield event

    def close(self) -> None:
        """Read no more."""
        if self._file is not None:
            self._file.close()
