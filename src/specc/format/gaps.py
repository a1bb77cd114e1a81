"""What stands between the items of a list or block: comments and empty lines, and whose they are.

A comment behind an item, on its line, is the item's remark. Any other is printed above the item
that follows. One inside an item that has no place for it goes above the item.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from specc.format.documents import Doc, Lead
from specc.format.written import Written
from specc.source import Span


@attrs.frozen
class Item:
    """An item that is printed already: where it was written, and what it became."""

    span: Span
    body: Doc
    label: str = ""
    doc: str | None = None


@attrs.frozen
class Placed:
    """An item, with the comments and the empty line that belong to it."""

    item: Item
    before: tuple[Lead, ...]
    blank: bool
    remark: str | None


@attrs.frozen
class Gathered:
    """Items, and the comments before the first, on the line of the bracket, and behind the last."""

    opening: str | None
    items: tuple[Placed, ...]
    after: tuple[Lead, ...]

    @property
    def has_comments(self) -> bool:
        """Whether there is any comment among the items."""
        return bool(
            self.opening
            or self.after
            or any(placed.before or placed.remark for placed in self.items)
        )


def gather(
    written: Written, items: Sequence[Item], place: Span, *, has_opening: bool = True
) -> Gathered:
    """The items within a place, which starts before the bracket, with all that is between them."""
    opening: str | None = None
    placed: list[Placed] = []
    at = place.start
    remark: str | None = None
    for item in items:
        gap = Span(at, item.span.start)
        doc = written.doc_place(*gap) if item.doc is not None else Span(gap.end, gap.end)
        beside, leads, last = _between(written, Span(at, doc.start), bool(placed) or has_opening)
        if not placed:
            opening = beside
        else:
            placed[-1] = attrs.evolve(placed[-1], remark=beside)
        blank = written.blank(last, doc.start)
        inside = written.claim(doc.start, item.span.end)
        moved = [Lead(comment.text.rstrip(), False) for comment in inside]
        if moved and blank:
            moved[0] = Lead(moved[0].text, True)
            blank = False
        placed.append(Placed(item, (*leads, *moved), blank, remark))
        at = item.span.end
    beside, after, _ = _between(written, Span(at, place.end), bool(placed) or has_opening)
    if placed:
        placed[-1] = attrs.evolve(placed[-1], remark=beside)
    else:
        opening = beside
    return Gathered(opening, tuple(placed), after)


def _between(
    written: Written, gap: Span, has_line: bool
) -> tuple[str | None, tuple[Lead, ...], int]:
    """The comment on the line that a gap starts on, those below it, and where the last one ends."""
    beside: str | None = None
    leads: list[Lead] = []
    last = gap.start
    for comment in written.claim(*gap):
        text = comment.text.rstrip()
        if (
            has_line
            and not leads
            and beside is None
            and not written.broken(last, comment.span.start)
        ):
            beside = text
        else:
            leads.append(Lead(text, written.blank(last, comment.span.start)))
        last = comment.span.end
    return beside, tuple(leads), last
