"""Documents that are opened, edited, saved and closed, and files that change on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from specc.lsp.feature import Feature

if TYPE_CHECKING:
    from specc.lsp.session import Session


def _opened(session: Session, params: types.DidOpenTextDocumentParams) -> None:
    document = params.text_document
    name = session.name(types.TextDocumentIdentifier(document.uri))
    session.modules.put(document.uri, name, document.text, document.version)
    session.modules.refresh()
    session.diagnosing.touch([name])


def _edited(session: Session, params: types.DidChangeTextDocumentParams) -> None:
    document = params.text_document
    name = session.name(types.TextDocumentIdentifier(document.uri))
    session.modules.edit(name, list(params.content_changes), document.version)
    session.diagnosing.touch([name])


def _closed(session: Session, params: types.DidCloseTextDocumentParams) -> None:
    name = session.name(params.text_document)
    document = session.modules.document(name)
    if document is None:
        return
    session.modules.drop(name)
    session.diagnosing.clear(document)
    session.diagnosing.touch([name])


def _saved(session: Session, params: types.DidSaveTextDocumentParams) -> None:
    _look_again(session)


def _changed_on_disk(session: Session, params: types.DidChangeWatchedFilesParams) -> None:
    _look_again(session)


def _look_again(session: Session) -> None:
    session.modules.refresh()
    session.look_for_specs()
    session.diagnosing.touch([document.name for document in session.modules.open])


FEATURES = (
    Feature(types.TEXT_DOCUMENT_DID_OPEN, _opened),
    Feature(types.TEXT_DOCUMENT_DID_CHANGE, _edited),
    Feature(types.TEXT_DOCUMENT_DID_CLOSE, _closed),
    Feature(types.TEXT_DOCUMENT_DID_SAVE, _saved),
    Feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES, _changed_on_disk),
)
