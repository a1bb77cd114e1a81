"""Semantic tokens: the colour of a name by what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from specc.lsp.declared import nodes
from specc.lsp.definitions import Kind
from specc.lsp.feature import Feature
from specc.semantics.expressions.functions import FUNCTIONS
from specc.semantics.types import SCALARS
from specc.source import Span
from specc.syntax.nodes.declarations import Module
from specc.syntax.nodes.expressions import Call
from specc.syntax.nodes.types import NamedType

if TYPE_CHECKING:
    from specc.lsp.session import Session

_TYPES: dict[Kind, types.SemanticTokenTypes] = {
    "service": types.SemanticTokenTypes.Namespace,
    "role": types.SemanticTokenTypes.Interface,
    "actor": types.SemanticTokenTypes.Variable,
    "contract": types.SemanticTokenTypes.Class,
    "endpoint": types.SemanticTokenTypes.Method,
    "flow": types.SemanticTokenTypes.Function,
    "load": types.SemanticTokenTypes.Function,
    "security": types.SemanticTokenTypes.Namespace,
    "field": types.SemanticTokenTypes.Property,
    "parameter": types.SemanticTokenTypes.Parameter,
    "capture": types.SemanticTokenTypes.Variable,
    "column": types.SemanticTokenTypes.Variable,
    "alias": types.SemanticTokenTypes.Namespace,
}
_BUILT_IN_TYPE = types.SemanticTokenTypes.Type
_LEGEND = sorted({each.value for each in (*_TYPES.values(), _BUILT_IN_TYPE)})
_MODIFIERS = [
    types.SemanticTokenModifiers.Declaration.value,
    types.SemanticTokenModifiers.DefaultLibrary.value,
]
_DECLARES, _BUILT_IN = 1, 2
"""Modifiers as bits, in the order of the legend."""


def _tokens(session: Session, params: types.SemanticTokensParams) -> types.SemanticTokens:
    return _encoded(session, session.name(params.text_document), None)


def _some(session: Session, params: types.SemanticTokensRangeParams) -> types.SemanticTokens:
    name = session.name(params.text_document)
    return _encoded(session, name, session.text(name).span(params.range))


def _encoded(session: Session, name: str, within: Span | None) -> types.SemanticTokens:
    view, text = session.view(name), session.text(name)
    module = view.module(name)
    found: dict[Span, tuple[str, int]] = {}
    if module is not None:
        found |= _built_in(module)
    for each in view.occurrences(name):
        kind = _TYPES.get(each.definition.kind)
        if kind is not None:
            found[each.span] = (kind.value, _DECLARES if each.declares else 0)
    data: list[int] = []
    line = character = reached = 0
    for span in sorted(found):
        if span.start < reached or (within and not _meet(span, within)):
            continue
        reached = span.end
        start, end = text.position(span.start), text.position(span.end)
        if start.line != end.line:
            continue
        kind_name, modifiers = found[span]
        if start.line != line:
            character = 0
        data += [
            start.line - line,
            start.character - character,
            end.character - start.character,
            _LEGEND.index(kind_name),
            modifiers,
        ]
        line, character = start.line, start.character
    return types.SemanticTokens(data)


def _built_in(module: Module) -> dict[Span, tuple[str, int]]:
    found: dict[Span, tuple[str, int]] = {}
    for declaration in module.declarations:
        for node in nodes(declaration):
            match node:
                case NamedType(ref=ref) if ref.text in SCALARS:
                    found[ref.span] = (_BUILT_IN_TYPE.value, _BUILT_IN)
                case Call(function=function, function_span=span) if function in FUNCTIONS:
                    kind = types.SemanticTokenTypes.Function.value
                    found[Span(span.start, span.end)] = (kind, _BUILT_IN)
                case _:
                    pass
    return found


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


_OPTIONS = types.SemanticTokensLegend(_LEGEND, _MODIFIERS)

FEATURES = (
    Feature(
        types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL,
        _tokens,
        empty=types.SemanticTokens([]),
        options=_OPTIONS,
    ),
    Feature(
        types.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE,
        _some,
        empty=types.SemanticTokens([]),
        options=_OPTIONS,
    ),
)
