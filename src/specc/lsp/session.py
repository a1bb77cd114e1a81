"""One editor's session: its documents, what is known of their modules, and how to reach it."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

from lsprotocol import types

from specc.driver.inputs import GENERATED, DriverError, find_specs
from specc.lsp.diagnosing import Diagnosing
from specc.lsp.last_run import LastRun
from specc.lsp.modules import Modules
from specc.lsp.names import name_of, uri_of
from specc.lsp.text import Text
from specc.lsp.views import View, Views
from specc.source import Span

if TYPE_CHECKING:
    from pygls.lsp.server import LanguageServer


class Session:
    """What every feature works with."""

    def __init__(self, server: LanguageServer) -> None:
        self.server = server
        self.modules = Modules()
        self.views = Views(self.modules)
        self.last_run = LastRun()
        self.diagnosing = Diagnosing(self)
        self._looking: asyncio.Task[None] | None = None

    def name(self, document: types.TextDocumentIdentifier) -> str:
        """The name of the module that a request is about."""
        return name_of(document.uri)

    def uri(self, name: str) -> str:
        """The URI of a module: as the editor calls it, where it is open."""
        document = self.modules.document(name)
        return document.uri if document is not None else uri_of(name)

    def text(self, name: str) -> Text:
        """The text of a module."""
        return self.modules.text(name)

    def view(self, name: str) -> View:
        """A view that holds a module as it is now."""
        return self.views.of(name)

    def location(self, name: str, span: Span) -> types.Location:
        """A place as the protocol tells it."""
        return types.Location(self.uri(name), self.text(name).range(span))

    def place(
        self, document: types.TextDocumentIdentifier, position: types.Position
    ) -> tuple[str, int]:
        """The module and the offset that a request is about."""
        name = self.name(document)
        return name, self.text(name).offset(position)

    def look_for_specs(self) -> None:
        """Look for the spec files of the workspace, in the background."""
        if self._looking is None or self._looking.done():
            self._looking = asyncio.get_running_loop().create_task(self._look())

    async def _look(self) -> None:
        if os.path.abspath(".") in (os.path.abspath(os.sep), os.path.expanduser("~")):
            return  # no one's project, and no end of files
        specs = await asyncio.to_thread(_specs_here)
        for name in specs:
            self.modules.facts(name)
            await asyncio.sleep(0)
        self.views.found(specs)
        self.diagnosing.touch([document.name for document in self.modules.open])


def _specs_here() -> list[str]:
    try:
        return find_specs(["."], GENERATED)
    except DriverError:
        return []  # there is none yet
