"""Completion: what may be written at the cursor, by the grammar and by the types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from specc.lsp.completing.choosing import suggestions
from specc.lsp.completing.suggestion import Sort, Suggestion
from specc.lsp.feature import Feature
from specc.lsp.scene import scene_at
from specc.source import Span

if TYPE_CHECKING:
    from specc.lsp.session import Session

_KINDS: dict[Sort, types.CompletionItemKind] = {
    "field": types.CompletionItemKind.Field,
    "variable": types.CompletionItemKind.Variable,
    "endpoint": types.CompletionItemKind.Method,
    "flow": types.CompletionItemKind.Function,
    "type": types.CompletionItemKind.Class,
    "actor": types.CompletionItemKind.Interface,
    "value": types.CompletionItemKind.EnumMember,
    "function": types.CompletionItemKind.Function,
    "keyword": types.CompletionItemKind.Keyword,
    "word": types.CompletionItemKind.Constant,
}


def _complete(session: Session, params: types.CompletionParams) -> types.CompletionList:
    name, offset = session.place(params.text_document, params.position)
    text = session.text(name)
    # The program may be that of the key before: what is new stands at the cursor.
    view = session.views.latest(name) or session.view(name)
    module = view.module(name)
    if view.context is None or module is None:
        return _EMPTY
    scene = scene_at(text.text, offset, view.context, module)
    if scene is None:
        return _EMPTY
    replaced = text.range(Span(scene.cursor.start, offset))
    snippets = _takes_snippets(session.server.client_capabilities)
    items = [_item(each, replaced, snippets) for each in suggestions(scene)]
    return types.CompletionList(is_incomplete=False, items=items)


def _item(each: Suggestion, replaced: types.Range, snippets: bool) -> types.CompletionItem:
    snippet = each.snippet if snippets else None
    return types.CompletionItem(
        label=each.label,
        kind=_KINDS[each.sort],
        detail=each.detail or None,
        documentation=types.MarkupContent(types.MarkupKind.Markdown, each.doc)
        if each.doc
        else None,
        sort_text=f"{each.group}{each.label}",
        filter_text=each.label,
        text_edit=types.TextEdit(replaced, snippet or each.text or each.label),
        insert_text_format=types.InsertTextFormat.Snippet
        if snippet
        else types.InsertTextFormat.PlainText,
    )


def _takes_snippets(capabilities: types.ClientCapabilities) -> bool:
    document = capabilities.text_document
    completion = document.completion if document else None
    item = completion.completion_item if completion else None
    return bool(item and item.snippet_support)


_EMPTY = types.CompletionList(is_incomplete=False, items=[])

FEATURES = (
    Feature(
        types.TEXT_DOCUMENT_COMPLETION,
        _complete,
        empty=_EMPTY,
        options=types.CompletionOptions(trigger_characters=[".", "(", "{", '"']),
    ),
)
