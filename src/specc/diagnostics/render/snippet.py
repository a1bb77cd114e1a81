"""Draws labels into the source that they point to."""

from collections.abc import Iterator

import attrs

from specc.diagnostics.model import Label
from specc.diagnostics.render.excerpt import Excerpt, excerpt, line_span
from specc.diagnostics.render.margin import Margin
from specc.diagnostics.render.prose import message_lines
from specc.diagnostics.render.style import Style
from specc.source import Span

MOST_LINES = 6
"""Lines of a label that are shown; of a longer one the first two and the last."""


@attrs.frozen
class Mark:
    """How a label is drawn: the character that underlines it, and its colour."""

    char: str
    style: Style


def first_line(label: Label) -> int:
    """The line that a label starts on."""
    return label.source.position(label.span.start).line


def last_line(label: Label) -> int:
    """The last line that a label has something of: a line end belongs to the line it ends."""
    start, end = label.span
    return label.source.position(max(start, end - 1)).line


def one_line(label: Label) -> Excerpt:
    """The line of a label that has only one, with its mark."""
    return excerpt(label.source, first_line(label), label.span)


def underline(label: Label, mark: Mark, margin: Margin) -> Iterator[str]:
    """The row under the line of a label that has only one: the mark and the message."""
    part = one_line(label)
    return _foot(label, part.column, mark.char * part.width, mark, margin)


def bracket(label: Label, mark: Mark, margin: Margin) -> Iterator[str]:
    """All rows of a label that spans lines: a bracket at their left, and the message at its end."""
    source, (start, end) = label.source, label.span
    first, last = first_line(label), last_line(label)

    def painted(text: str) -> str:
        return margin.paint(text, mark.style)

    head = excerpt(source, first, label.span)
    if source.text[line_span(source, first).start : start].strip():
        yield margin.numbered(first, f"  {head.text}")
        yield margin.below(painted(f" {'_' * (head.column + 1)}{mark.char}"))
    else:
        yield margin.numbered(first, f"{painted('/')} {head.text}")

    between = range(first + 1, last)
    if last - first >= MOST_LINES:
        between = range(first + 1, first + 2)
    for line in between:
        text = excerpt(source, line, line_span(source, line)).text
        yield margin.numbered(line, f"{painted('|')} {text}")
    if len(between) < last - first - 1:
        yield margin.elided(painted("|"))

    tail = excerpt(source, last, Span(end - 1, end))
    yield margin.numbered(last, f"{painted('|')} {tail.text}")
    foot = f"|{'_' * (tail.column + tail.width)}{mark.char}"
    yield from _foot(label, 0, foot, mark, margin)


def _foot(label: Label, column: int, line: str, mark: Mark, margin: Margin) -> Iterator[str]:
    """The mark, and behind it the message, whose further lines stand below its first."""
    first, *more = message_lines(label.message)
    painted = margin.paint(line, mark.style)
    yield margin.below(f"{'':{column}}{painted} {margin.paint(first, mark.style)}")
    for text in more:
        yield margin.below(f"{'':{column + len(line)}} {margin.paint(text, mark.style)}")
