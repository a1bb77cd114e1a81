"""When diagnostics are made: shortly after the last key, the edited module's own suite first."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

from lsprotocol import types

from specc.diagnostics.catalogue import graph
from specc.diagnostics.catalogue.effects import NOTHING_OWNED
from specc.diagnostics.catalogue.load import INCOMPLETE
from specc.diagnostics.catalogue.warnings import UNUSED
from specc.diagnostics.code import Code
from specc.diagnostics.model import sorted_unique
from specc.lsp.features.diagnostics import as_protocol
from specc.lsp.views import View

if TYPE_CHECKING:
    from specc.lsp.modules import OpenDocument
    from specc.lsp.session import Session

QUIET = 0.005
"""Seconds after an edit: what an editor sends in one go is answered together."""

COSTLY = 0.02
"""Seconds of a suite's check beyond which the edited module is told of before the suite is."""

PAUSE = 0.15
"""Seconds of quiet before a costly suite is checked, unless that is the first thing to tell."""

_GRAPH = [each for each in vars(graph).values() if isinstance(each, Code)]
OF_THE_WHOLE = frozenset({UNUSED, INCOMPLETE, NOTHING_OWNED, *_GRAPH})
"""What a module's own check cannot know: it takes all of the suite."""

log = logging.getLogger(__name__)


class Diagnosing:
    """Checks what was touched, unit by unit, and lets requests through in between."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._touched: set[str] = set()
        self._task: asyncio.Task[None] | None = None
        self._cost = 0.0
        self._views: dict[str, View] = {}
        self._published: dict[str, list[types.Diagnostic]] = {}

    def touch(self, names: Iterable[str]) -> None:
        """These modules are others than before."""
        self._touched.update(names)
        is_fast = self._task is not None and not self._task.done()
        if self._task is not None:
            self._task.cancel()
        self._task = asyncio.get_running_loop().create_task(self._run(is_fast))

    def clear(self, document: OpenDocument) -> None:
        """A document was closed: it bears no marks any more."""
        self._published.pop(document.name, None)
        self._publish(document.uri, None, [])

    async def _run(self, is_fast: bool) -> None:
        await asyncio.sleep(QUIET)
        try:
            await self._check(is_fast)
        except Exception:
            log.exception("the check of %s failed", sorted(self._touched))

    async def _check(self, is_fast: bool) -> None:
        session = self.session
        waiting = set(self._touched)
        units = session.views.units_of(waiting)
        current = set(session.views.units())
        for gone in [unit for unit in self._views if unit not in current]:
            del self._views[gone]
        if self._cost > COSTLY:
            early = waiting - current
            for name in early:
                self._tell_early(name)
            waiting -= early
            # The suite is checked once the typing pauses, lest it keep completion waiting.
            if early or is_fast:
                await asyncio.sleep(PAUSE)
        for unit in units:
            start = time.perf_counter()
            self._views[unit] = view = session.views.view(unit)
            if unit == units[0]:
                # A view that was there already costs nothing; the next one will.
                self._cost = max(time.perf_counter() - start, self._cost * 0.8)
            for document in session.modules.open:
                if document.name in view.loaded:
                    self._tell(document, always=document.name in waiting)
                    waiting.discard(document.name)
            await asyncio.sleep(0)
        session.views.prune()
        self._touched.clear()

    def _tell_early(self, name: str) -> None:
        """What a module's own check finds, before the suite that it is part of is checked."""
        document = self.session.modules.document(name)
        parsed = self.session.modules.load(name)
        if document is None or parsed is None:
            return
        view = self.session.views.view(name)
        told = [
            as_protocol(self.session, diagnostic)
            for diagnostic in view.diagnostics
            if diagnostic.primary.source is parsed.module.source
            and diagnostic.code not in OF_THE_WHOLE
        ]
        self._published[name] = told
        self._publish(document.uri, document.version, told)

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
