"""From a name to where it is declared, and to wherever else it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lsprotocol import types

from specc.lsp.definitions import Definition, Occurrence
from specc.lsp.feature import Feature
from specc.lsp.occurrences import at

if TYPE_CHECKING:
    from specc.lsp.session import Session


def named_at(
    session: Session, document: types.TextDocumentIdentifier, position: types.Position
) -> Occurrence | None:
    """The name at a position, with what it means."""
    name, offset = session.place(document, position)
    return at(session.view(name).occurrences(name), offset)


def everywhere(session: Session, definition: Definition) -> Iterator[tuple[str, Occurrence]]:
    """Where a thing is named in all modules of the workspace, its declaration among them."""
    seen: set[str] = set()
    for unit in session.views.units_of([definition.file]):
        view = session.views.view(unit)
        for name in view.loaded:
            if name not in seen:
                seen.add(name)
                for found in view.occurrences(name):
                    if found.definition == definition:
                        yield name, found


def _definition(session: Session, params: types.DefinitionParams) -> types.Location | None:
    found = named_at(session, params.text_document, params.position)
    if found is None:
        return None
    return session.location(found.definition.file, found.definition.span)


def _references(session: Session, params: types.ReferenceParams) -> list[types.Location]:
    found = named_at(session, params.text_document, params.position)
    if found is None:
        return []
    return [
        session.location(name, each.span)
        for name, each in everywhere(session, found.definition)
        if params.context.include_declaration or not each.declares
    ]


def _highlights(
    session: Session, params: types.DocumentHighlightParams
) -> list[types.DocumentHighlight]:
    name = session.name(params.text_document)
    found = named_at(session, params.text_document, params.position)
    if found is None:
        return []
    return [
        types.DocumentHighlight(session.text(name).range(each.span))
        for each in session.view(name).occurrences(name)
        if each.definition == found.definition
    ]


FEATURES = (
    Feature(types.TEXT_DOCUMENT_DEFINITION, _definition),
    Feature(types.TEXT_DOCUMENT_REFERENCES, _references, empty=[]),
    Feature(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, _highlights, empty=[]),
)
