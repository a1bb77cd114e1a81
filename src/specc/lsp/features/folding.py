"""Folding: declarations, blocks, objects, and runs of comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from specc.lsp.declared import nodes
from specc.lsp.feature import Feature
from specc.lsp.text import Text
from specc.syntax.nodes.declarations import Import, Module
from specc.syntax.nodes.expressions import ListExpr, ObjectExpr
from specc.syntax.nodes.load import Mix, Require, Stages
from specc.syntax.nodes.steps import EventuallyStep, FinallyStep
from specc.syntax.nodes.types import ObjectType, WithType

if TYPE_CHECKING:
    from specc.lsp.session import Session

_BLOCKS = (
    *(EventuallyStep, FinallyStep, ObjectExpr, ListExpr),
    *(ObjectType, WithType, Mix, Require, Stages),
)


def _folds(session: Session, params: types.FoldingRangeParams) -> list[types.FoldingRange]:
    name = session.name(params.text_document)
    parsed = session.modules.load(name)
    if parsed is None:
        return []
    text = session.text(name)
    found: dict[int, types.FoldingRange] = {}
    for each in (*_of_code(parsed.module, text), *_of_comments(parsed.module, text)):
        found.setdefault(each.start_line, each)
    return [found[line] for line in sorted(found)]


def _of_code(module: Module, text: Text) -> list[types.FoldingRange]:
    found = []
    imports = [node for node in module.declarations if isinstance(node, Import)]
    if imports:
        found += _range(text, imports[0].span.start, imports[-1].span.end, "imports")
    for declaration in module.declarations:
        for node in nodes(declaration):
            if node is declaration or isinstance(node, _BLOCKS):
                found += _range(text, node.span.start, node.span.end)
    return found


def _of_comments(module: Module, text: Text) -> list[types.FoldingRange]:
    """Comments on lines of their own, one after the other."""
    found = []
    first: int | None = None
    last = -1
    for comment in module.comments:
        start = text.position(comment.span.start)
        line_start = text.starts[start.line]
        if text.text[line_start : comment.span.start].strip():
            continue
        if first is None or start.line != last + 1:
            found += _lines(first, last)
            first = start.line
        last = start.line
    return found + _lines(first, last)


def _lines(first: int | None, last: int) -> list[types.FoldingRange]:
    if first is None or last <= first:
        return []
    return [types.FoldingRange(first, last, kind=types.FoldingRangeKind.Comment)]


def _range(text: Text, start: int, end: int, kind: str | None = None) -> list[types.FoldingRange]:
    """A fold that leaves the closing line to be seen."""
    first, last = text.position(start).line, text.position(end).line
    if kind is None:
        last -= 1
    return [types.FoldingRange(first, last, kind=kind)] if last > first else []


FEATURES = (Feature(types.TEXT_DOCUMENT_FOLDING_RANGE, _folds, empty=[]),)
