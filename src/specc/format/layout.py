"""Lays documents out in lines."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from specc.diagnostics.render.visible import columns
from specc.format.documents import (
    Blank,
    Concat,
    Doc,
    Either,
    Group,
    IfBroken,
    Line,
    Nest,
    Remark,
    Rows,
)

WIDTH = 110
"""Columns that a line fills at most, where it can be broken at all; the samples need 104."""

STEP = 2
"""Columns by which a block is indented."""

REMARK_GAP = "    "
"""What keeps a comment apart from the line that it is about."""

Part: TypeAlias = tuple[int, bool, Doc]
"""A document to lay out, its indentation, and whether its group is on one line."""


def lay_out(document: Doc, indent: int = 0, column: int = 0) -> str:
    """The text of a document, whose first line starts at `column`."""
    from specc.format.rows import lay_out_rows  # rows hold documents, and documents rows

    out: list[str] = []
    remarks: list[str] = []
    rest: list[Part] = [(indent, False, document)]

    def end_line() -> None:
        out.extend(REMARK_GAP + remark for remark in remarks)
        remarks.clear()

    while rest:
        margin, flat, doc = rest.pop()
        match doc:
            case str():
                out.append(doc)
                column += columns(doc)
            case Concat():
                rest.extend((margin, flat, part) for part in reversed(doc.parts))
            case Nest():
                rest.append((margin + STEP, flat, doc.inner))
            case Line():
                if flat and not doc.hard:
                    out.append(doc.flat)
                    column += len(doc.flat)
                else:
                    end_line()
                    out.append("\n" + " " * margin)
                    column = margin
            case Blank():
                if not flat:
                    end_line()
                    out.append("\n")
            case Group():
                on_one_line = flat or (not doc.breaks and _fits(doc.inner, column, rest))
                rest.append((margin, on_one_line, doc.inner))
            case Either():
                if flat or _fits(doc.flat, column, rest):
                    rest.append((margin, True, doc.flat))
                else:
                    rest.append((margin, False, doc.broken))
            case IfBroken():
                if not flat:
                    out.append(doc.text)
                    column += len(doc.text)
            case Remark():
                remarks.append(doc.text)
            case Rows():
                end_line()
                out.append("\n" + lay_out_rows(doc, margin))
            case _:
                assert_never(doc)
    end_line()
    return "".join(out)


def _fits(document: Doc, column: int, rest: list[Part]) -> bool:
    """Whether a document fits on the line, with what follows up to where that may be broken."""
    room = WIDTH - column
    behind = len(rest)
    parts: list[tuple[bool, Doc]] = [(True, document)]
    while room >= 0:
        if not parts:
            if not behind:
                return True
            behind -= 1
            _, flat, doc = rest[behind]
        else:
            flat, doc = parts.pop()
        match doc:
            case str():
                room -= columns(doc)
            case Concat():
                parts.extend((flat, part) for part in reversed(doc.parts))
            case Nest():
                parts.append((flat, doc.inner))
            case Group():
                parts.append((flat and not doc.breaks, doc.inner))
            case Either():
                parts.append((flat, doc.flat if flat else doc.broken))
            case Line():
                if not flat or doc.hard:
                    return True
                room -= len(doc.flat)
            case IfBroken():
                room -= 0 if flat else len(doc.text)
            case Blank():
                if not flat:
                    return True
            case Rows():
                return True
            case Remark():
                pass
            case _:
                assert_never(doc)
    return False
