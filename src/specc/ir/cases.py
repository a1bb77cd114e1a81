"""The rows that a test runs for: written in the spec, or read from a table."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from decimal import Decimal

from specc.ir import nodes
from specc.ir.context import Context
from specc.ir.expressions import Const, Value
from specc.ir.lower_values import lower_value
from specc.ir.naming import distinct
from specc.syntax.nodes.declarations import Cases


def lower_cases(
    cases: Cases | None, context: Context, read_text: Callable[[str], str | None]
) -> tuple[tuple[str, ...], tuple[nodes.Case, ...]]:
    """Column names and rows; each row's label is unique and made of its values."""
    if cases is None:
        return (), ()
    rows: list[tuple[tuple[Value, ...], str]] = []
    if cases.table is not None:
        columns, values = read_table(cases.table.plain or "", context, read_text)
        place = context.place(cases.span)
        rows = [(tuple(Const(value) for value in row), place) for row in values]
    else:
        columns = tuple(column.text for column in cases.columns)
        rows = [
            (tuple(lower_value(value, context) for value in row.values), context.place(row.span))
            for row in cases.rows
        ]
    taken: set[str] = set()
    labelled: list[nodes.Case] = []
    for row, place in rows:
        label = distinct("-".join(_label(value) for value in row), taken, "-")
        taken.add(label)
        labelled.append(nodes.Case(label, row, place))
    return columns, tuple(labelled)


def read_table(
    name: str, context: Context, read_text: Callable[[str], str | None]
) -> tuple[tuple[str, ...], list[list[object]]]:
    """The head and the rows of a CSV file that stands beside the spec."""
    folder = context.module.source.name.rpartition("/")[0]
    text = read_text(f"{folder}/{name}" if folder else name)
    if text is None:
        return (), []
    head, *rows = list(csv.reader(text.lstrip("\ufeff").splitlines())) or [[]]
    return tuple(item.strip() for item in head), [
        [cell_value(cell) for cell in row] for row in rows if row
    ]


def cell_value(cell: str) -> object:
    """A table's cell as a value: JSON where it is JSON, else its text."""
    try:
        value: object = json.loads(cell, parse_float=Decimal)
    except ValueError:
        return cell
    return value


def _label(value: Value) -> str:
    """A part of a test id: short, printable, without what pytest gives a meaning."""
    text = str(value.value) if isinstance(value, Const) else "value"
    kept = "".join(
        char if char.isascii() and (char.isalnum() or char in "._-") else "_" for char in text
    )
    return kept[:40] or "empty"
