"""An editor's side of a session with the real server process."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs
from lsprotocol import types
from pytest_lsp import LanguageClient, make_test_lsp_client

PATIENCE = 30
"""Seconds after which an answer is not to be expected any more: only a hang takes so long."""

CURSOR = "‸"
"""Where the cursor is in a text of a test."""


class Client(LanguageClient):
    """A client that keeps what it was told of each version of a document."""

    told: dict[tuple[str, int | None], list[types.Diagnostic]]
    announced: types.ServerCapabilities


def make_client() -> Client:
    """A client that is yet to be connected."""
    client: Any = make_test_lsp_client()
    client.told = {}

    def published(params: types.PublishDiagnosticsParams) -> None:
        client.told[params.uri, params.version] = list(params.diagnostics)
        client.diagnostics[params.uri] = params.diagnostics

    features = client.protocol.fm.features
    features[types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS] = published
    features[types.CLIENT_REGISTER_CAPABILITY] = lambda params: None
    return client


@attrs.define(eq=False)
class Editor:
    """Files in a folder of their own, and what can be done with them."""

    client: Client
    folder: Path
    texts: dict[str, str] = attrs.field(factory=dict)
    versions: dict[str, int] = attrs.field(factory=dict)

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def document(self, name: str) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri(name))

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    async def open(self, name: str, text: str) -> list[types.Diagnostic]:
        """Opens a document, and waits for its diagnostics."""
        self.texts[name], self.versions[name] = text, 1
        item = types.TextDocumentItem(self.uri(name), "bts", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.diagnosed(name)

    async def open_at_cursor(self, name: str, text: str) -> types.Position:
        """Opens a document that says where the cursor is."""
        before, _, after = text.partition(CURSOR)
        await self.open(name, before + after)
        return position(before)

    async def change(self, name: str, old: str, new: str) -> list[types.Diagnostic]:
        """Types something else in the place of what stands there once."""
        text = self.texts[name]
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        before = text[: text.index(old)]
        span = types.Range(position(before), position(before + old))
        self.edit(name, [types.TextDocumentContentChangePartial(span, new)])
        self.texts[name] = text.replace(old, new)
        return await self.diagnosed(name)

    def edit(self, name: str, changes: Sequence[Any]) -> None:
        self.versions[name] += 1
        version = types.VersionedTextDocumentIdentifier(self.versions[name], self.uri(name))
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(version, changes))

    async def close(self, name: str) -> None:
        del self.versions[name], self.texts[name]
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(self.document(name)))

    async def diagnosed(self, name: str) -> list[types.Diagnostic]:
        """The diagnostics of a document as it is now."""
        key = (self.uri(name), self.versions.get(name))
        async with asyncio.timeout(PATIENCE):
            while key not in self.client.told:
                await asyncio.sleep(0.01)
        return self.client.told[key]

    async def quiet(self, name: str, wanted: Any) -> list[types.Diagnostic]:
        """The diagnostics of a document once they are as wanted; for what comes in by and by."""
        async with asyncio.timeout(PATIENCE):
            while not wanted(found := list(self.client.diagnostics.get(self.uri(name), ()))):
                await asyncio.sleep(0.02)
        return found

    def at(self, name: str, mark: str, shift: int = 0) -> Any:
        """The parameters of a request about the place where a mark stands first, after a shift."""
        text = self.texts[name]
        return types.TextDocumentPositionParams(
            self.document(name), position(text[: text.index(mark) + shift])
        )


def position(before: str) -> types.Position:
    """The position behind a text, in UTF-16 units."""
    line = before.count("\n")
    return types.Position(line, len(before.rpartition("\n")[2].encode("utf-16-le")) // 2)


def slice_of(text: str, span: types.Range) -> str:
    """What stands in a range."""
    lines = text.split("\n")
    if span.start.line == span.end.line:
        return lines[span.start.line][span.start.character : span.end.character]
    inner = lines[span.start.line + 1 : span.end.line]
    first = lines[span.start.line][span.start.character :]
    return "\n".join([first, *inner, lines[span.end.line][: span.end.character]])


def applied(text: str, edits: Sequence[types.TextEdit]) -> str:
    """A text after edits that do not overlap."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    places = sorted(
        (
            starts[edit.range.start.line] + edit.range.start.character,
            starts[edit.range.end.line] + edit.range.end.character,
            edit.new_text,
        )
        for edit in edits
    )
    for start, end, new in reversed(places):
        text = text[:start] + new + text[end:]
    return text
