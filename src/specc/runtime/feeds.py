"""Tables that flows are fed from: each run of a flow takes the next row."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

from specc.runtime.files import table


class Feed:
    """The rows of a CSV file beside a spec, in turn; after the last comes the first again.

    A cell is JSON where it can be read as such, else text. It is read when the first row is taken.
    May be used by many threads.
    """

    def __init__(self, name: str, spec: Path) -> None:
        self.name = name
        self._spec = spec
        self._rows: list[Mapping[str, Any]] = []
        self._turn = count()
        _feeds.append(self)

    def __repr__(self) -> str:
        return f"<Feed {self.name}>"

    def take(self) -> Mapping[str, Any]:
        """The next row.

        Raises FileNotFoundError where the table is gone, ValueError where it can't be read.
        """
        rows = self._rows or self._read()
        return rows[next(self._turn) % len(rows)]

    def begin(self, first: int, step: int) -> None:
        """Take the rows from `first` on, of `step` only one: other processes take the others."""
        self._turn = count(first, step)

    def _read(self) -> list[Mapping[str, Any]]:
        rows: list[Mapping[str, Any]] = [
            {column: cell(text) for column, text in row.items()}
            for row in table(self.name, self._spec)
        ]
        if not rows:
            raise ValueError(f"{self.name} has no rows to take")
        self._rows = rows
        return rows


_feeds: list[Feed] = []


def feed(name: str, spec: Path) -> Feed:
    """The table `name` beside a spec, to take rows from."""
    return Feed(name, spec)


def share_feeds(index: int, processes: int) -> None:
    """Have each of some processes take rows of its own; this one is number `index` from 0."""
    for each in _feeds:
        each.begin(index, processes)


def cell(text: str) -> Any:
    """A cell as a value."""
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_no_number)
    except (ValueError, RecursionError):
        return text


def _no_number(word: str) -> None:
    raise ValueError(f"{word} is no JSON")
