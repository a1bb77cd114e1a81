"""Blocks and tables: statements in braces, each on a line, or all on one if written so."""

from __future__ import annotations

from collections.abc import Sequence

from specc.format.docs import doc_lines
from specc.format.documents import (
    HARD,
    Align,
    Doc,
    Either,
    Remark,
    Row,
    Rows,
    breaks,
    concat,
    joined,
    nest,
    words,
)
from specc.format.gaps import Gathered, Item, gather
from specc.format.lists import first_is_below
from specc.format.written import Written
from specc.source import Span


def block(written: Written, items: Sequence[Item], place: Span, align: Align = Align.NONE) -> Doc:
    """Statements in braces; `place` starts before the brace. A single one may share their line."""
    may_be_flat = len(items) == 1 and written.text != ""
    return _braced(written, items, place, align, may_be_flat=may_be_flat)


def table(
    written: Written,
    items: Sequence[Item],
    place: Span,
    align: Align = Align.NONE,
    *,
    may_be_flat: bool = True,
) -> Doc:
    """Rows in braces; they may share a line, with commas between them."""
    return _braced(written, items, place, align, may_be_flat=may_be_flat)


def _braced(
    written: Written, items: Sequence[Item], place: Span, align: Align, *, may_be_flat: bool
) -> Doc:
    found = gather(written, items, place)
    if not items and not found.has_comments:
        return "{}"
    opening: Doc = concat("{", Remark(found.opening)) if found.opening else "{"
    broken = concat(opening, nest(rows(found, align)), HARD, "}")
    if (
        not may_be_flat
        or found.has_comments
        or first_is_below(written, items, place)
        or any(item.doc is not None or breaks(item.body) for item in items)
    ):
        return broken
    return Either(concat("{ ", joined([_on_line(item) for item in items], ", "), " }"), broken)


def _on_line(item: Item) -> Doc:
    return words(item.label, item.body)


def rows(found: Gathered, align: Align, *, apart: bool = False) -> Rows:
    """The rows that items become."""
    made = (
        Row(
            label=placed.item.label,
            body=placed.item.body,
            before=placed.before,
            doc=() if placed.item.doc is None else doc_lines(placed.item.doc),
            blank=placed.blank,
            remark=placed.remark,
        )
        for placed in found.items
    )
    return Rows(tuple(made), found.after, align, apart)
