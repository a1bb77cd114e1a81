"""Formatting: the one layout, as edits of the lines that have another. Mistakes stop it."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from lsprotocol import types

from specc.format.formatting import MistakesFoundError, format_text
from specc.lsp.feature import Feature
from specc.source import SourceFile

if TYPE_CHECKING:
    from specc.lsp.session import Session


def _format(session: Session, params: types.DocumentFormattingParams) -> list[types.TextEdit]:
    return _edits(session, session.name(params.text_document))


def _format_range(
    session: Session, params: types.DocumentRangeFormattingParams
) -> list[types.TextEdit]:
    first, last = params.range.start.line, params.range.end.line
    return [
        edit
        for edit in _edits(session, session.name(params.text_document))
        if edit.range.start.line <= last and edit.range.end.line >= first
    ]


def _edits(session: Session, name: str) -> list[types.TextEdit]:
    before = session.text(name).text
    try:
        after = format_text(SourceFile(name, before))
    except MistakesFoundError:
        return []
    if after == before:
        return []
    text = session.text(name)
    starts = [*text.starts, len(before)]
    lines = [before[start:end] for start, end in pairwise(starts)]
    wanted = _lines(after)
    return [
        types.TextEdit(
            types.Range(text.position(starts[first]), text.position(starts[last])),
            "".join(wanted[new_first:new_last]),
        )
        for what, first, last, new_first, new_last in SequenceMatcher(
            None, lines, wanted, autojunk=False
        ).get_opcodes()
        if what != "equal"
    ]


def _lines(text: str) -> list[str]:
    """Lines with their ends; only a newline ends one."""
    found = [f"{line}\n" for line in text.split("\n")]
    found[-1] = found[-1][:-1]
    return found


FEATURES = (
    Feature(types.TEXT_DOCUMENT_FORMATTING, _format, empty=[]),
    Feature(types.TEXT_DOCUMENT_RANGE_FORMATTING, _format_range, empty=[]),
)
