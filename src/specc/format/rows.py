"""Lays rows out: their columns, their comments, and the empty lines between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from specc.diagnostics.render.visible import columns
from specc.format.documents import Align, Lead, Row, Rows
from specc.format.layout import REMARK_GAP, lay_out


def lay_out_rows(rows: Rows, indent: int) -> str:
    """The lines of rows, each indented."""
    margin = " " * indent
    texts = _texts(rows, indent)
    remarked = _with_remarks(rows.rows, texts)
    lines: list[str] = []
    for number, row in enumerate(rows.rows):
        if rows.apart and number and not row.has_gap:
            above = rows.rows[number - 1]
            if row.doc or above.doc or "\n" in texts[number] or "\n" in texts[number - 1]:
                lines.append("")
        lines += _leads(row.before, margin, first=not lines)
        if row.blank and lines:
            lines.append("")
        lines += [(margin + line).rstrip() for line in row.doc]
        lines.append(margin + remarked[number])
    lines += _leads(rows.after, margin, first=not lines)
    return "\n".join(lines)


def _leads(leads: Sequence[Lead], margin: str, *, first: bool) -> Iterator[str]:
    for lead in leads:
        if lead.blank and not first:
            yield ""
        yield margin + lead.text
        first = False


def _texts(rows: Rows, indent: int) -> list[str]:
    """The rows with their labels, without comments."""
    match rows.align:
        case Align.NONE:
            return [lay_out(row.body, indent, indent) for row in rows.rows]
        case Align.KEYWORDS:
            widest = max((columns(row.label) for row in rows.rows if row.body != ""), default=0)
            return [_labelled(row, indent, widest) for row in rows.rows]
        case Align.FIELDS:
            return [text for run in _runs(rows.rows) for text in _fields(run, indent)]


def _labelled(row: Row, indent: int, width: int) -> str:
    if not row.label or row.body == "":
        return row.label + lay_out(row.body, indent, indent)
    label = _padded(row.label, width) + " "
    return label + lay_out(row.body, indent, indent + columns(label))


def _padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text))


def _fields(run: Sequence[Row], indent: int) -> list[str]:
    """A run of fields: neighbours that take a line each share a column.

    Whether one does is tried at the widest column that there could be, so that it does not depend
    on the answer for the others.
    """
    widest = max(columns(row.label) for row in run)
    on_one_line = ["\n" not in _labelled(row, indent, widest) for row in run]
    texts: list[str] = []
    start = 0
    while start < len(run):
        end = start
        while end < len(run) and on_one_line[end]:
            end += 1
        width = max((columns(row.label) for row in run[start:end]), default=0)
        texts += [_labelled(row, indent, width) for row in run[start:end]]
        if end < len(run):
            texts.append(_labelled(run[end], indent, 0))
        start = end + 1
    return texts


def _runs(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """The rows between two empty lines."""
    start = 0
    for number, row in enumerate(rows):
        if number > start and row.has_gap:
            yield rows[start:number]
            start = number
    if rows:
        yield rows[start:]


def _with_remarks(rows: Sequence[Row], texts: Sequence[str]) -> list[str]:
    """The rows with the comments behind them, those of neighbours in one column."""
    made: list[str] = []
    waiting: list[int] = []

    def settle() -> None:
        remarked = (number for number in waiting if rows[number].remark)
        width = max((columns(texts[number]) for number in remarked), default=0)
        for number in waiting:
            remark, text = rows[number].remark, texts[number]
            made.append(f"{_padded(text, width)}{REMARK_GAP}{remark}" if remark else text)
        waiting.clear()

    for number, row in enumerate(rows):
        if row.has_gap:
            settle()
        if "\n" in texts[number]:
            settle()
            made.append(texts[number] + (REMARK_GAP + row.remark if row.remark else ""))
        else:
            waiting.append(number)
    settle()
    return made
