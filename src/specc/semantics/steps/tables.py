"""Tables: rows of cases in the spec, and CSV files beside it."""

from __future__ import annotations

import csv
import posixpath

from specc.diagnostics.catalogue import warnings as warning_codes
from specc.diagnostics.catalogue.captures import DUPLICATE_CAPTURE
from specc.diagnostics.catalogue.tables import ROW_WIDTH, TABLE
from specc.semantics.context import Context
from specc.semantics.expressions.environment import Binding, Environment
from specc.semantics.expressions.inference import Inference
from specc.semantics.types import UNKNOWN
from specc.source import Span
from specc.syntax.nodes.declarations import Cases, Module
from specc.syntax.nodes.expressions import Text


def bind_table(context: Context, table: Text, env: Environment) -> None:
    """Makes the columns of a CSV file known; where it cannot be had, any name may be one."""
    path = table.plain
    text = context.read_text(_beside(env.module, path)) if path else None
    columns = next(csv.reader((text or "").lstrip("\ufeff").splitlines()), [])
    if not columns:
        env.excused = True
        missing = text is None
        context.findings.add(
            TABLE,
            f"there is no file `{_beside(env.module, path or '')}`"
            if missing
            else f"`{path}` is empty: its first line names the columns",
            env.module,
            table.span,
            hint=f"the path is taken from the folder of `{env.module.source.name}`",
        )
    for column in columns:
        env.variables.setdefault(column.strip(), Binding(UNKNOWN, table.span))


def _beside(module: Module, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(module.source.name), path))


def bind_cases(inference: Inference, cases: Cases, env: Environment) -> None:
    """Checks the rows of `cases`, and makes its columns known."""
    if cases.table is not None:
        bind_table(inference.context, cases.table, env)
    for column in cases.columns:
        if column.text in env.variables:
            inference.findings.add(
                DUPLICATE_CAPTURE,
                f"the column `{column.text}` is named twice",
                env.module,
                column.span,
            )
        env.variables[column.text] = Binding(UNKNOWN, column.span)
    empty = Environment(env.module, excused=env.excused)
    for row in cases.rows:
        for value in row.values:
            inference.infer(value, empty)
    _check_widths(inference, cases, env)


def _check_widths(inference: Inference, cases: Cases, env: Environment) -> None:
    """Reports rows that are not as wide as the head; where none is, the head is to blame, once."""
    width = len(cases.columns)
    wrong = [row for row in cases.rows if len(row.values) != width]
    if not width or not wrong:
        return
    names = ", ".join(column.text for column in cases.columns)
    widths = {len(row.values) for row in wrong}
    if len(wrong) == len(cases.rows) > 1 and len(widths) == 1:
        env.excused = True
        inference.findings.add(
            ROW_WIDTH,
            f"each row has {widths.pop()} values, and the head names {width}: {names}",
            env.module,
            Span(cases.columns[0].span.start, cases.columns[-1].span.end),
        )
        return
    for row in wrong:
        inference.findings.add(
            ROW_WIDTH,
            f"a row has {width} values ({names}), and this one has {len(row.values)}",
            env.module,
            row.span,
        )


def warn_of_unused_columns(inference: Inference, cases: Cases, env: Environment) -> None:
    """Warns of columns that no step of the test looked at."""
    if env.excused:
        return
    for column in cases.columns:
        if column.text not in env.read:
            inference.findings.add(
                warning_codes.UNUSED_COLUMN,
                f"no step looks at the column `{column.text}`",
                env.module,
                column.span,
                hint="use it in a step, or leave the column out",
            )
