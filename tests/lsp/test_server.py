"""The server itself: what it keeps, and what it does when something fails."""

from __future__ import annotations

from typing import Any

import pytest
from lsprotocol import types
from pygls.workspace import Workspace

from specc.lsp.feature import Feature
from specc.lsp.registry import FEATURES
from specc.lsp.server import _guarded, make_server

CHANGED = types.TEXT_DOCUMENT_DID_CLOSE


def test_notifications_are_forgotten() -> None:
    """Else the server would grow with every key."""
    server = make_server()
    server.protocol._workspace = Workspace(None)
    for _ in range(3):
        params = types.DidCloseTextDocumentParams(types.TextDocumentIdentifier("file:///a.bts"))
        server.protocol._handle_notification(CHANGED, params)
    assert not server.protocol._request_futures


def test_what_fails_is_logged_and_answered_empty(caplog: pytest.LogCaptureFixture) -> None:
    def fail(session: Any, params: Any) -> None:
        raise RecursionError("deep")

    feature = Feature("a/b", fail, empty=["nothing"])
    session: Any = None
    assert _guarded(feature, session)(None) == ["nothing"]
    assert "a/b failed" in caplog.text


def test_each_method_has_one_feature() -> None:
    methods = [feature.method for feature in FEATURES]
    assert len(methods) == len(set(methods))
