"""Symbols: the outline of a document, and a search through the workspace."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from lsprotocol import types

from specc.lsp.completing.suggestion import path_text
from specc.lsp.feature import Feature
from specc.lsp.text import Text
from specc.source import Span
from specc.syntax.nodes.declarations import (
    Actor,
    Contract,
    Declaration,
    Flow,
    Import,
    Module,
    Role,
    Service,
    Test,
)
from specc.syntax.nodes.endpoint import Endpoint
from specc.syntax.nodes.load import Load
from specc.syntax.nodes.pipeline import Pipeline
from specc.syntax.nodes.security import Security
from specc.syntax.nodes.types import Field, ObjectType

if TYPE_CHECKING:
    from specc.lsp.session import Session

MOST = 500
"""Symbols that a search answers with."""

_KINDS: dict[type, types.SymbolKind] = {
    Service: types.SymbolKind.Module,
    Role: types.SymbolKind.Interface,
    Actor: types.SymbolKind.Object,
    Contract: types.SymbolKind.Class,
    Endpoint: types.SymbolKind.Method,
    Flow: types.SymbolKind.Function,
    Test: types.SymbolKind.Event,
    Load: types.SymbolKind.Event,
    Security: types.SymbolKind.Namespace,
    Pipeline: types.SymbolKind.Event,
}


class _Named(NamedTuple):
    node: Declaration
    name: str
    span: Span


def declarations(module: Module) -> Iterator[_Named]:
    """The declarations of a module that have a name or a title."""
    for node in module.declarations:
        match node:
            case Import():
                pass
            case Test(title=title):
                written = module.source.text[title.span.start + 1 : title.span.end - 1]
                yield _Named(node, written or "test", title.span)
            case _:
                yield _Named(node, node.name.text, node.name.span)


def _document(session: Session, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
    name = session.name(params.text_document)
    parsed = session.modules.load(name)
    if parsed is None:
        return []
    text = session.text(name)
    return [
        types.DocumentSymbol(
            each.name,
            _KINDS[type(each.node)],
            text.range(each.node.span),
            text.range(each.span),
            detail=_detail(each.node),
            children=_fields(each.node.fields or (), text)
            if isinstance(each.node, Contract)
            else None,
        )
        for each in declarations(parsed.module)
    ]


def _fields(fields: tuple[Field, ...], text: Text) -> list[types.DocumentSymbol]:
    return [
        types.DocumentSymbol(
            field.name.text or '""',
            types.SymbolKind.Field,
            text.range(field.span),
            text.range(field.name.span),
            children=_fields(field.type.fields, text)
            if isinstance(field.type, ObjectType)
            else None,
        )
        for field in fields
    ]


def _detail(node: Declaration) -> str | None:
    match node:
        case Endpoint(method=method, path=path):
            return f"{method} {path_text(path)}"
        case Actor(role=role):
            return role.text
    return None


def _workspace(
    session: Session, params: types.WorkspaceSymbolParams
) -> list[types.WorkspaceSymbol]:
    wanted = params.query.casefold()
    found: list[types.WorkspaceSymbol] = []
    seen: set[str] = set()
    for view in session.views.all():
        for name in view.loaded:
            module = view.module(name)
            if module is None or name in seen:
                continue
            seen.add(name)
            for each in declarations(module):
                if _matches(wanted, each.name.casefold()):
                    place = session.location(name, each.span)
                    kind = _KINDS[type(each.node)]
                    found.append(types.WorkspaceSymbol(place, each.name, kind, container_name=name))
                    if len(found) >= MOST:
                        return found
    return found


def _matches(wanted: str, name: str) -> bool:
    """Whether the letters that are wanted stand in a name in this order."""
    letters = iter(name)
    return all(letter in letters for letter in wanted)


FEATURES = (
    Feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, _document, empty=[]),
    Feature(types.WORKSPACE_SYMBOL, _workspace, empty=[]),
)
