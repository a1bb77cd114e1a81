"""Prints a whole module."""

from __future__ import annotations

import attrs

from specc.format.blocks import rows
from specc.format.docs import doc_lines
from specc.format.documents import Align, Lead, Rows
from specc.format.families.declarations import declaration
from specc.format.gaps import Gathered, Item, gather
from specc.format.written import Written
from specc.source import Span
from specc.syntax.nodes.declarations import Declaration, Import, Module


def module(written: Written, node: Module) -> Rows:
    """All of a file: its doc string, and its declarations with theirs."""
    items = [Item(one.span, declaration(written, one), doc=_doc(one)) for one in node.declarations]
    end = len(written.text)
    if node.doc is None:
        found = gather(written, items, Span(0, end), has_opening=False)
        return rows(found, Align.NONE, apart=True)
    place = written.doc_place(0, items[0].span.start if items else end)
    found = gather(written, [Item(place, ""), *items], Span(0, end), has_opening=False)
    made = rows(_set_apart(found), Align.NONE, apart=True)
    *above, last = doc_lines(node.doc)
    first = attrs.evolve(made.rows[0], doc=tuple(above), body=last)
    return attrs.evolve(made, rows=(first, *made.rows[1:]))


def _set_apart(found: Gathered) -> Gathered:
    """With an empty line behind the first item: without, it would document the second."""
    first, *others = found.items
    if others:
        second = others[0]
        before = _after_blank(second.before)
        others[0] = attrs.evolve(second, before=before, blank=second.blank or not before)
        return attrs.evolve(found, items=(first, *others))
    return attrs.evolve(found, after=_after_blank(found.after))


def _after_blank(leads: tuple[Lead, ...]) -> tuple[Lead, ...]:
    return (Lead(leads[0].text, True), *leads[1:]) if leads else ()


def _doc(node: Declaration) -> str | None:
    return None if isinstance(node, Import) else node.doc
