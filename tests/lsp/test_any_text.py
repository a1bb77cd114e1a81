"""Whatever is typed: every feature answers at every place of texts that are torn and mixed up."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from .editor import Editor
from .specs import PROBLEM, SHOP

pytestmark = pytest.mark.asyncio(loop_scope="module")

SPECS = Path(__file__).parents[2] / "specs"
NOISE = [
    "{",
    "}",
    "(",
    ")",
    '"',
    '"""',
    "\n",
    ".",
    "->",
    " as ",
    "/",
    "[",
    "é😀",
    "#",
    "when ",
    "\\",
]


def torn(text: str, chance: random.Random) -> str:
    """A text from which parts are gone, doubled, or that has others among them."""
    for _ in range(chance.randrange(1, 6)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.randrange(60))
        match chance.randrange(4):
            case 0:
                text = text[:start] + text[end:]
            case 1:
                text = text[:end] + text[start:]
            case 2:
                text = text[:start] + chance.choice(NOISE) + text[start:]
            case _:
                text = text[: max(start, 20)]
    return text


def requests(editor: Editor, name: str, place: types.Position) -> Iterator[Any]:
    client, document = editor.client, editor.document(name)
    here = types.Range(place, place)
    whole = types.Range(types.Position(0, 0), types.Position(10_000, 0))
    at = {"text_document": document, "position": place}
    yield client.text_document_completion_async(types.CompletionParams(**at))
    yield client.text_document_hover_async(types.HoverParams(**at))
    yield client.text_document_definition_async(types.DefinitionParams(**at))
    yield client.text_document_document_highlight_async(types.DocumentHighlightParams(**at))
    yield client.text_document_signature_help_async(types.SignatureHelpParams(**at))
    yield client.text_document_prepare_rename_async(types.PrepareRenameParams(**at))
    yield client.text_document_references_async(
        types.ReferenceParams(types.ReferenceContext(include_declaration=True), **at)
    )
    yield client.text_document_code_action_async(
        types.CodeActionParams(document, here, types.CodeActionContext([]))
    )
    yield client.text_document_code_action_async(
        types.CodeActionParams(document, whole, types.CodeActionContext([]))
    )
    yield client.text_document_inlay_hint_async(types.InlayHintParams(document, whole))
    yield client.text_document_code_lens_async(types.CodeLensParams(document))
    yield client.text_document_folding_range_async(types.FoldingRangeParams(document))
    yield client.text_document_document_symbol_async(types.DocumentSymbolParams(document))
    yield client.text_document_semantic_tokens_full_async(types.SemanticTokensParams(document))
    yield client.text_document_formatting_async(
        types.DocumentFormattingParams(document, types.FormattingOptions(2, insert_spaces=True))
    )


def sources() -> dict[str, str]:
    found = {path.stem: path.read_text() for path in sorted(SPECS.glob("*.bts"))}
    return {"small": SHOP, **found}


@pytest.mark.parametrize("source", sources())
async def test_every_feature_answers(editor: Editor, source: str) -> None:
    chance = random.Random(source)
    editor.write("problem.bts", PROBLEM)
    editor.write("common/problem.bts", PROBLEM)
    text = sources()[source]
    rounds = 40 if source == "small" else 6
    await editor.open("a.bts", text)
    for _ in range(rounds):
        now = torn(text, chance)
        editor.edit("a.bts", [types.TextDocumentContentChangeWholeDocument(now)])
        lines = now.split("\n")
        for _ in range(3):
            line = chance.randrange(len(lines))
            place = types.Position(line, chance.randrange(len(lines[line]) + 3))
            for request in requests(editor, "a.bts", place):
                await request
        await editor.diagnosed("a.bts")
