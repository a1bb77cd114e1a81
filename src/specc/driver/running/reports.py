"""The files that a run's report is written to."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Literal

from specc.driver.inputs import DriverError, shown


def write_report(place: str, data: Mapping[str, object]) -> None:
    """Write a report as JSON. Raises DriverError."""
    write_text(place, json.dumps(data, indent=2) + "\n")


def append_text(place: str, text: str) -> None:
    """Add to a file, which need not be there. Raises DriverError."""
    write_text(place, text, mode="a")


def write_text(place: str, text: str, mode: Literal["w", "a"] = "w") -> None:
    """Write a file, with the folders that it is in. Raises DriverError."""
    try:
        os.makedirs(os.path.dirname(os.path.abspath(place)), exist_ok=True)
        with open(place, mode, encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise DriverError(f"cannot write {shown(place)}: {error.strerror}") from error
