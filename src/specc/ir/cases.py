"""The rows that a test runs for: written in the spec, or read from a table."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal

from specc.ir import nodes
from specc.ir.context import Context
from specc.ir.expressions import Const, Value
from specc.ir.lower_values import lower_value
from specc.ir.naming import distinct
from specc.semantics.csv_table import Table, beside, read_csv
from specc.syntax.nodes.declarations import Cases


def lower_cases(
    cases: Cases | None, context: Context, read_text: Callable[[str], str | None]
) -> tuple[tuple[str, ...], tuple[nodes.Case, ...]]:
    """Column names and rows; each row's label is unique and made of its values."""
    if cases is None:
        return (), ()
    rows: list[tuple[tuple[Value, ...], str]] = []
    if cases.table is not None:
        name, table = table_of(cases.table.plain or "", context, read_text)
        columns = table.columns
        rows = [
            (tuple(Const(cell_value(cell)) for cell in row.cells), f"{name}:{row.line}")
            for row in table.rows
        ]
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


def table_of(
    name: str, context: Context, read_text: Callable[[str], str | None]
) -> tuple[str, Table]:
    """A CSV file that stands beside the spec, and its whole name."""
    whole = beside(context.module, name)
    return whole, read_csv(read_text(whole) or "")


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
