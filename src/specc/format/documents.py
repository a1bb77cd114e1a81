"""Documents: text that knows where its lines may be broken.

The algebra is Wadler's, as Prettier has it: a group is laid out on one line if it fits there, else
each of its lines is broken. `Rows` are ours: lines below one another whose columns are aligned.
"""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

import attrs


@attrs.frozen
class Line:
    """A newline, or in a group that fits on one line `flat`. A hard one is a newline always."""

    flat: str = " "
    hard: bool = False


@attrs.frozen
class Blank:
    """An empty line before the next newline, in a group that is broken."""


@attrs.frozen
class IfBroken:
    """Text that is there only in a group that is broken, such as a trailing comma."""

    text: str


@attrs.frozen
class Remark:
    """A comment at the end of the line, wherever on the line it comes."""

    text: str


@attrs.frozen
class Concat:
    """Parts, one behind the other."""

    parts: tuple[Doc, ...]
    breaks: bool


@attrs.frozen
class Nest:
    """A part whose lines are indented by one step."""

    inner: Doc
    breaks: bool


@attrs.frozen
class Group:
    """A part that is on one line if it fits, and if nothing in it needs a line of its own."""

    inner: Doc
    breaks: bool


@attrs.frozen
class Either:
    """`flat` if it fits on the line, else `broken`."""

    flat: Doc
    broken: Doc


class Align(Enum):
    """Which of the labels of rows are padded to a column."""

    NONE = "none"
    KEYWORDS = "keywords"
    """All, as the words that clauses start with."""
    FIELDS = "fields"
    """Those of neighbours that take one line, as the names of fields."""


@attrs.frozen
class Lead:
    """A comment on a line of its own; `blank` is whether an empty line precedes it."""

    text: str
    blank: bool


@attrs.frozen
class Row:
    """A statement: comments above it, its doc string's lines, its label and the rest, a comment.

    `blank` is whether an empty line comes before it, behind the comments above.
    """

    label: str
    body: Doc
    before: tuple[Lead, ...] = ()
    doc: tuple[str, ...] = ()
    blank: bool = False
    remark: str | None = None

    @property
    def has_gap(self) -> bool:
        """Whether there is an empty line somewhere between it and the row above."""
        return self.blank or any(lead.blank for lead in self.before)


@attrs.frozen
class Rows:
    """Statements below one another, and the comments behind the last.

    With `apart`, an empty line is put around each that takes more than one line.
    """

    rows: tuple[Row, ...]
    after: tuple[Lead, ...]
    align: Align
    apart: bool = False


Doc: TypeAlias = str | Line | Blank | IfBroken | Remark | Concat | Nest | Group | Either | Rows

HARD = Line(hard=True)
SPACE = Line()
NOTHING = Line(flat="")


def breaks(doc: Doc) -> bool:
    """Whether a document cannot be on one line."""
    match doc:
        case Concat() | Nest() | Group():
            return doc.breaks
        case Line():
            return doc.hard
        case Remark() | Rows():
            return True
        case str() | Blank() | IfBroken() | Either():
            return False


def concat(*parts: Doc) -> Doc:
    """Parts, one behind the other."""
    if all(isinstance(part, str) for part in parts):
        return "".join(part for part in parts if isinstance(part, str))
    return Concat(parts, any(map(breaks, parts)))


def nest(*parts: Doc) -> Nest:
    """Parts, indented by one step."""
    inner = concat(*parts)
    return Nest(inner, breaks(inner))


def group(*parts: Doc, broken: bool = False) -> Group:
    """Parts that share a line if they fit, unless they are to be broken."""
    inner = concat(*parts)
    return Group(inner, broken or breaks(inner))


def flattened(doc: Doc) -> Doc:
    """A document that is not broken to fit, where it does not have to be."""
    match doc:
        case Concat() if not doc.breaks:
            return concat(*map(flattened, doc.parts))
        case Nest() | Group() if not doc.breaks:
            return flattened(doc.inner)
        case Either():
            return flattened(doc.flat)
        case Line() if not doc.hard:
            return doc.flat
        case IfBroken() | Blank():
            return ""
        case _:
            return doc


def joined(parts: list[Doc], separator: str) -> Doc:
    """Parts with text between them."""
    between: list[Doc] = []
    for part in parts:
        between += [separator, part] if between else [part]
    return concat(*between)


def words(*parts: Doc | None) -> Doc:
    """The parts that are there, a blank between them."""
    return joined([part for part in parts if part is not None and part != ""], " ")
