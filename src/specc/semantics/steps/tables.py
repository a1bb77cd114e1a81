"""Tables: rows of cases in the spec, and CSV files beside it."""

from __future__ import annotations

from specc.diagnostics.catalogue import warnings as warning_codes
from specc.diagnostics.catalogue.captures import DUPLICATE_CAPTURE
from specc.diagnostics.catalogue.tables import ROW_WIDTH, TABLE
from specc.diagnostics.model import Label
from specc.semantics.context import Context
from specc.semantics.csv_table import Table, beside, read_csv
from specc.semantics.expressions.environment import Binding, Environment
from specc.semantics.expressions.inference import Inference
from specc.semantics.types import UNKNOWN
from specc.source import SourceFile, Span
from specc.syntax.nodes.declarations import Cases, Module
from specc.syntax.nodes.expressions import Text


def bind_table(context: Context, table: Text, env: Environment) -> None:
    """Makes the columns of a CSV file known; where it cannot be had, any name may be one."""
    name = beside(env.module, table.plain or "")
    text = context.read_text(name) if table.plain else None
    read = read_csv(text or "")
    if not read.columns or read.fault:
        env.excused = True
        _report_unread(context, table, name, text, read, env.module)
    for column in read.columns:
        env.variables.setdefault(column, Binding(UNKNOWN, table.span))
    _check_table(context, table, name, text or "", read, env.module)


def _report_unread(
    context: Context, table: Text, name: str, text: str | None, read: Table, module: Module
) -> None:
    if text is None:
        message = f"there is no file `{name}`"
    elif read.fault:
        why, line = read.fault
        message = f"`{name}` is no CSV file: {why}, on line {line}"
    else:
        message = f"`{name}` is empty: its first line names the columns"
    hint = f"the path is taken from the folder of `{module.source.name}`"
    context.findings.add(TABLE, message, module, table.span, hint=hint if text is None else None)


def _check_table(
    context: Context, table: Text, name: str, text: str, read: Table, module: Module
) -> None:
    """Reports the first row that is not as wide as the head, and a column that is there twice."""
    source = SourceFile(name, text)
    twice = next((each for each in read.columns if read.columns.count(each) > 1), None)
    if twice is not None:
        context.findings.add(
            DUPLICATE_CAPTURE,
            f"the column `{twice}` of `{name}` is named twice",
            module,
            table.span,
            secondary=[Label(source, _line(source, 1), "in its first line")],
        )
    if read.uneven:
        row, more = read.uneven[0], len(read.uneven) - 1
        others = f"; {_count(more, 'other row')} like it" if more else ""
        context.findings.add(
            ROW_WIDTH,
            f"line {row.line} of `{name}` has {_count(len(row.cells), 'value')}, and its head "
            f"names {len(read.columns)}: {', '.join(read.columns)}",
            module,
            table.span,
            f"the table is read here{others}",
            secondary=[Label(source, _line(source, row.line), "this row")],
        )


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _line(source: SourceFile, number: int) -> Span:
    start = source.line_starts[number - 1] if number <= len(source.line_starts) else 0
    return Span(start, start + len(source.line_text(number)))


def bind_cases(inference: Inference, cases: Cases, env: Environment) -> None:
    """Checks the rows of `cases`, and makes its columns known."""
    if cases.table is not None:
        bind_table(inference.context, cases.table, env)
    for number, column in enumerate(cases.columns):
        if column.text in env.variables:
            inference.findings.add(
                DUPLICATE_CAPTURE,
                f"the column `{column.text}` is named twice",
                env.module,
                column.span,
            )
        values = tuple(row.values[number] for row in cases.rows if number < len(row.values))
        env.variables[column.text] = Binding(UNKNOWN, column.span, values=values)
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
            f"each row has {_count(widths.pop(), 'value')}, and the head names {width}: {names}",
            env.module,
            Span(cases.columns[0].span.start, cases.columns[-1].span.end),
        )
        return
    for row in wrong:
        inference.findings.add(
            ROW_WIDTH,
            f"a row has {_count(width, 'value')} ({names}), and this one has {len(row.values)}",
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
