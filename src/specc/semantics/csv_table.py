"""CSV files beside a spec: their columns and rows, and where they are wrong."""

from __future__ import annotations

import csv
import posixpath

import attrs

from specc.syntax.nodes.declarations import Module

BYTE_ORDER_MARK = "\ufeff"


@attrs.frozen
class Row:
    """The cells of a row, and the line (counted from 1) that it ends on."""

    cells: tuple[str, ...]
    line: int


@attrs.frozen
class Table:
    """What a CSV file holds. `fault` is why the rest of it could not be read, and on which line."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    fault: tuple[str, int] | None = None

    @property
    def uneven(self) -> tuple[Row, ...]:
        """The rows that are not as wide as the head."""
        return tuple(row for row in self.rows if len(row.cells) != len(self.columns))


def read_csv(text: str) -> Table:
    """The table that a text is. Empty lines are no rows."""
    lines = [f"{line}\n" for line in text.removeprefix(BYTE_ORDER_MARK).split("\n")]
    reader = csv.reader(lines, strict=True)
    rows: list[Row] = []
    fault = None
    try:
        rows = [Row(tuple(cells), reader.line_num) for cells in reader if cells]
    except csv.Error as error:
        fault = (str(error), max(reader.line_num, 1))
    head, *rest = rows or [Row((), 1)]
    return Table(tuple(cell.strip() for cell in head.cells), tuple(rest), fault)


def beside(module: Module, path: str) -> str:
    """The name of a file that a module mentions: its path is taken from the module's folder."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(module.source.name), path))
