"""The modules of a workspace: what is open in the editor goes before what is on the disk.

Each is parsed when it is asked for, and again only when its own text has changed.
"""

from __future__ import annotations

import attrs
from lsprotocol import types

from specc.driver import fresh
from specc.driver.facts import Facts, facts_of
from specc.driver.sources import parsed as parse_text
from specc.driver.sources import unreadable
from specc.lsp.text import Text
from specc.syntax.parser import Parsed


@attrs.define(eq=False)
class OpenDocument:
    """A document that is open in the editor, under the URI that the editor calls it by."""

    uri: str
    name: str
    text: Text
    version: int | None


@attrs.define(eq=False)
class _Known:
    """A module as it was parsed. `stamp` is None for one that is open."""

    stamp: tuple[int, int] | None
    parsed: Parsed | None
    facts: Facts | None = None


class Modules:
    """All modules by name. `version` is another number whenever any of them is another."""

    def __init__(self) -> None:
        self.encoding = types.PositionEncodingKind.Utf16
        self.version = 0
        self._open: dict[str, OpenDocument] = {}
        self._known: dict[str, _Known] = {}
        self._texts: dict[str, Text] = {}

    @property
    def open(self) -> tuple[OpenDocument, ...]:
        """The documents that are open."""
        return tuple(self._open.values())

    def document(self, name: str) -> OpenDocument | None:
        """The open document of that name."""
        return self._open.get(name)

    def put(self, uri: str, name: str, text: str, version: int | None) -> None:
        """A document was opened."""
        self._open[name] = OpenDocument(uri, name, Text(text, self.encoding), version)
        self._forget(name)

    def edit(
        self,
        name: str,
        changes: list[types.TextDocumentContentChangeEvent],
        version: int | None,
    ) -> None:
        """A document was edited. One that was never opened is let be."""
        document = self._open.get(name)
        if document is None:
            return
        for change in changes:
            document.text = document.text.changed(change)
        document.version = version
        self._forget(name)

    def drop(self, name: str) -> None:
        """A document was closed: from now on the file counts."""
        self._open.pop(name, None)
        self._forget(name)

    def refresh(self) -> bool:
        """Look at the disk; whether any file is another than before."""
        before = self.version
        for name, known in list(self._known.items()):
            if known.stamp is not None and fresh.stamp(name) != known.stamp:
                self._forget(name)
        return self.version != before

    def load(self, name: str) -> Parsed | None:
        """The parsed module of a name; None where there is no such file."""
        return self._module(name).parsed

    def facts(self, name: str) -> Facts | None:
        """What the choice of suites goes by, of a module that is there."""
        known = self._module(name)
        if known.facts is None and known.parsed is not None:
            known.facts = facts_of(name, known.parsed.module)
        return known.facts

    def text(self, name: str) -> Text:
        """The text of a module, as places in it are counted."""
        document = self._open.get(name)
        if document is not None:
            return document.text
        parsed = self.load(name)
        source = parsed.module.source.text if parsed is not None else ""
        known = self._texts.get(name)
        if known is None or known.text is not source:
            known = self._texts[name] = Text(source, self.encoding)
        return known

    def read_text(self, name: str) -> str | None:
        """The text of a data file, such as a table of cases; None where there is none."""
        document = self._open.get(name)
        if document is not None:
            return document.text.text
        try:
            with open(name, encoding="utf-8-sig") as file:
                return file.read()
        except (OSError, UnicodeDecodeError, ValueError):
            return None

    def _module(self, name: str) -> _Known:
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._read(name)
        return known

    def _read(self, name: str) -> _Known:
        document = self._open.get(name)
        if document is not None:
            return _Known(None, parse_text(name, document.text.text))
        stamp = fresh.stamp(name)
        try:
            with open(name, "rb") as file:
                data = file.read()
        except FileNotFoundError:
            return _Known(stamp, None)
        except (OSError, ValueError) as error:
            return _Known(stamp, unreadable(name, getattr(error, "strerror", None) or str(error)))
        return _Known(stamp, parse_text(name, data.decode("utf-8", "surrogateescape")))

    def _forget(self, name: str) -> None:
        self._known.pop(name, None)
        self._texts.pop(name, None)
        self.version += 1
