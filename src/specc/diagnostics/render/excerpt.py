"""The part of a source line that is shown, and the columns in it that a label marks."""

from collections.abc import Iterable

import attrs

from specc.diagnostics.render.visible import columns, shown
from specc.source import SourceFile, Span

WIDTH = 110
"""Columns of source that are shown of one line. What is longer is a window around the mark."""

MOST_CHARACTERS = 4 * WIDTH
"""Bounds the window in characters too, since a line may be of characters without a width."""

ELLIPSIS = "…"


@attrs.frozen
class Excerpt:
    """A line as shown, and where in it the mark stands: the first column and how many."""

    text: str
    column: int
    width: int


def line_span(source: SourceFile, line: int) -> Span:
    """Where the text of a line (counted from 1) stands, without its line end."""
    starts = source.line_starts
    start = starts[line - 1]
    end = starts[line] - 1 if line < len(starts) else len(source.text)
    if end > start and source.text[end - 1] == "\r":
        end -= 1
    return Span(start, end)


def excerpt(source: SourceFile, line: int, marked: Span) -> Excerpt:
    """What to show of a line so that the mark is seen. An empty mark is one column wide.

    Only the neighbourhood of the mark is looked at, whatever the length of the line.
    """
    whole = line_span(source, line)
    start = min(max(marked.start, whole.start), whole.end)
    end = min(max(marked.end, start), whole.end)
    back = source.text[max(whole.start, start - MOST_CHARACTERS) : start][::-1]
    ahead = source.text[start : min(whole.end, start + MOST_CHARACTERS)]

    before = _fitting(back, WIDTH // 3)
    after = _fitting(ahead, WIDTH - _total(before))
    before = _fitting(back, WIDTH - _total(after))
    cut_before = start - len(before) > whole.start
    cut_after = start + len(after) < whole.end

    text = "".join((*reversed(before), *after))
    column = _total(before)
    width = _total(after[: end - start])
    if after and columns(after[0]) == 0 and column > 0:
        # A combining mark shows on the character before it.
        column, width = column - 1, width + 1
    if cut_before:
        text, column = ELLIPSIS + text, column + 1
    if cut_after:
        text += ELLIPSIS
    return Excerpt(text.rstrip(" "), column, max(width, 1))


def _fitting(characters: Iterable[str], room: int) -> list[str]:
    """The first of the characters, as shown, that fit into so many columns."""
    fitting = []
    for cell in map(shown, characters):
        room -= columns(cell)
        if room < 0:
            break
        fitting.append(cell)
    return fitting


def _total(cells: Iterable[str]) -> int:
    return sum(map(columns, cells))
