"""Lists of values: on one line, or an item a line with a comma behind each."""

from __future__ import annotations

from collections.abc import Sequence

from specc.format.documents import (
    HARD,
    NOTHING,
    SPACE,
    Blank,
    Doc,
    IfBroken,
    Remark,
    concat,
    group,
    nest,
)
from specc.format.gaps import Gathered, Item, Placed, gather
from specc.format.written import Written
from specc.source import Span


def bracketed(
    written: Written, brackets: str, items: Sequence[Item], place: Span, *, padded: bool = False
) -> Doc:
    """Items between brackets. They are on lines of their own where the first one was written so."""
    found = gather(written, items, place)
    if not items and not found.has_comments:
        return brackets
    edge = SPACE if padded and items else NOTHING
    inside = [edge, *_items(found)] if items or found.after else []
    return group(
        brackets[0],
        *_remark(found.opening),
        nest(*inside),
        edge,
        brackets[1],
        broken=first_is_below(written, items, place) or found.has_comments,
    )


def unbracketed(written: Written, items: Sequence[Item], place: Span) -> Doc:
    """Items behind a colon, on lines of their own where they do not fit on one."""
    found = gather(written, items, place, has_opening=False)
    broken = first_is_below(written, items, place) or found.has_comments
    return group(nest(SPACE, *_items(found, last_comma=False)), broken=broken)


def first_is_below(written: Written, items: Sequence[Item], place: Span) -> bool:
    """Whether the first item was written on a line below the bracket's."""
    return bool(items) and written.broken(place.start, items[0].span.start)


def _items(found: Gathered, *, last_comma: bool = True) -> list[Doc]:
    parts: list[Doc] = []
    for number, placed in enumerate(found.items):
        is_last = number == len(found.items) - 1
        if number:
            parts += [*_blank(placed), SPACE]
        parts += [part for lead in placed.before for part in (lead.text, HARD)]
        parts.append(placed.item.body)
        if not is_last:
            parts.append(",")
        elif last_comma:
            parts.append(IfBroken(","))
        parts += _remark(placed.remark)
    for number, lead in enumerate(found.after):
        if number or found.items:
            parts += [*([Blank()] if lead.blank else []), HARD]
        parts.append(lead.text)
    return parts


def _blank(placed: Placed) -> list[Doc]:
    """An empty line before an item goes above its comments; those stay together."""
    has_gap = placed.blank or any(lead.blank for lead in placed.before)
    return [Blank()] if has_gap else []


def _remark(text: str | None) -> list[Doc]:
    return [] if text is None else [Remark(text)]


def chained(written: Written, sign: str, items: Sequence[Item], place: Span) -> tuple[Doc, Doc]:
    """Items with a sign between them, as in a union: below one another, the sign comes first.

    The first one and the others are apart, for these may be indented.

    What cannot be between two of them, since no line may end there, is left to those around.
    """
    first, *others = items
    found = gather(written, others, Span(first.span.end, place.end))
    below: list[Doc] = _remark(found.opening)
    for number, placed in enumerate(found.items):
        leads = placed.before
        if number == len(found.items) - 1:
            leads += found.after
        below += [part for lead in leads for part in (HARD, lead.text)]
        below += [SPACE, f"{sign} ", placed.item.body, *_remark(placed.remark)]
    return first.body, concat(*below)
