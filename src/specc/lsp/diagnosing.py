"""When diagnostics are made: shortly after the last key, the edited module's own suite first."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from typing import TYPE_CHECKING

from lsprotocol import types

from specc.diagnostics.model import sorted_unique
from specc.driver.compiling import uncollected
from specc.lsp.features.diagnostics import as_protocol
from specc.lsp.views import View

if TYPE_CHECKING:
    from specc.lsp.modules import OpenDocument
    from specc.lsp.session import Session

DELAY = 0.015
"""Seconds of quiet after an edit. Keys that come faster are answered together."""

log = logging.getLogger(__name__)


class Diagnosing:
    """Checks what was touched, unit by unit, and lets requests through in between."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._touched: set[str] = set()
        self._task: asyncio.Task[None] | None = None
        self._views: dict[str, View] = {}
        self._published: dict[str, list[types.Diagnostic]] = {}

    def touch(self, names: Iterable[str]) -> None:
        """These modules are others than before."""
        self._touched.update(names)
        if self._task is not None:
            self._task.cancel()
        self._task = asyncio.get_running_loop().create_task(self._run())

    def clear(self, document: OpenDocument) -> None:
        """A document was closed: it bears no marks any more."""
        self._published.pop(document.name, None)
        self._publish(document.uri, None, [])

    async def _run(self) -> None:
        await asyncio.sleep(DELAY)
        try:
            await self._check()
        except Exception:
            log.exception("the check of %s failed", sorted(self._touched))

    async def _check(self) -> None:
        session = self.session
        waiting = set(self._touched)
        units = session.views.units_of(waiting)
        current = set(session.views.units())
        for gone in [unit for unit in self._views if unit not in current]:
            del self._views[gone]
        for unit in units:
            with uncollected():
                self._views[unit] = view = session.views.view(unit)
            for document in session.modules.open:
                if document.name in view.loaded:
                    self._tell(document, always=document.name in waiting)
                    waiting.discard(document.name)
            await asyncio.sleep(0)
        session.views.prune()
        self._touched.clear()

    def _tell(self, document: OpenDocument, *, always: bool) -> None:
        parsed = self.session.modules.load(document.name)
        if parsed is None:
            return
        source = parsed.module.source
        found = sorted_unique(
            diagnostic
            for view in self._views.values()
            if view.loaded.get(document.name) is parsed
            for diagnostic in view.diagnostics
            if diagnostic.primary.source is source
        )
        told = [as_protocol(self.session, diagnostic) for diagnostic in found]
        if always or told != self._published.get(document.name):
            self._published[document.name] = told
            self._publish(document.uri, document.version, told)

    def _publish(self, uri: str, version: int | None, found: list[types.Diagnostic]) -> None:
        self.session.server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, found, version)
        )
