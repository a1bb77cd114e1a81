"""What helps to read a spec: outline, folds, colours, hints, signatures, layout."""

from __future__ import annotations

import pytest
import pytest_asyncio
from lsprotocol import types

from specc.format.formatting import format_text
from specc.source import SourceFile

from .editor import CURSOR, Editor, applied, slice_of
from .specs import PROBLEM, SHOP

pytestmark = pytest.mark.asyncio(loop_scope="module")

BROKEN = SHOP.replace("  expect order.total == 19.98", "  expect order.total ==")


@pytest_asyncio.fixture(loop_scope="module", params=[SHOP, BROKEN], ids=["whole", "broken"])
async def shop(editor: Editor, request: pytest.FixtureRequest) -> Editor:
    editor.write("problem.bts", PROBLEM)
    await editor.open("shop.bts", request.param)
    return editor


async def test_outline(shop: Editor) -> None:
    found = await shop.client.text_document_document_symbol_async(
        types.DocumentSymbolParams(shop.document("shop.bts"))
    )
    outline = {each.name: each for each in found or () if isinstance(each, types.DocumentSymbol)}
    assert list(outline) == [
        *("shop", "customer", "admin", "alice", "bob", "root", "Line", "Order"),
        *("create_order", "get_order", "buy", "an order is kept"),
        "a flow leaves what it captured",
    ]
    assert outline["get_order"].detail == "GET /orders/{id}"
    fields = [each.name for each in outline["Order"].children or ()]
    assert fields == ["id", "status", "total", "lines", "note"]
    text = shop.texts["shop.bts"]
    assert slice_of(text, outline["buy"].selection_range) == "buy"
    assert slice_of(text, outline["buy"].range).startswith("flow buy {")


async def test_search_in_the_workspace(shop: Editor) -> None:
    found = await shop.client.workspace_symbol_async(types.WorkspaceSymbolParams("crtordr"))
    here = [each for each in found or () if each.location.uri == shop.uri("shop.bts")]
    assert [each.name for each in here] == ["create_order"]
    found = await shop.client.workspace_symbol_async(types.WorkspaceSymbolParams("problem"))
    assert shop.uri("problem.bts") in {each.location.uri for each in found or ()}


async def test_folds(shop: Editor) -> None:
    found = await shop.client.text_document_folding_range_async(
        types.FoldingRangeParams(shop.document("shop.bts"))
    )
    lines = shop.texts["shop.bts"].split("\n")
    folded = {lines[each.start_line] for each in found or ()}
    assert {"service shop {", "contract Order {", "flow buy {"} <= folded
    assert 'test "an order is kept" as alice {' in folded
    assert all(lines[each.end_line + 1] == "}" for each in found or ())


async def test_folds_of_comments_imports_and_blocks(editor: Editor) -> None:
    text = '# one\n# two\n\nimport "a.bts"\nimport "b.bts"\n\nflow f {\n  finally {\n    pause 1s\n  }\n}\n'
    await editor.open("f.bts", text)
    found = await editor.client.text_document_folding_range_async(
        types.FoldingRangeParams(editor.document("f.bts"))
    )
    folds = [(each.start_line, each.end_line, each.kind) for each in found or ()]
    assert folds == [(0, 1, "comment"), (3, 4, "imports"), (6, 9, None), (7, 8, None)]


async def tokens(editor: Editor, within: types.Range | None = None) -> list[tuple[str, str, int]]:
    document = editor.document("shop.bts")
    options = editor.client.announced.semantic_tokens_provider
    assert options is not None
    legend = options.legend.token_types
    if within is None:
        found = await editor.client.text_document_semantic_tokens_full_async(
            types.SemanticTokensParams(document)
        )
    else:
        found = await editor.client.text_document_semantic_tokens_range_async(
            types.SemanticTokensRangeParams(document, within)
        )
    assert found is not None
    decoded = []
    line = column = 0
    lines = editor.texts["shop.bts"].split("\n")
    for at in range(0, len(found.data), 5):
        down, right, length, kind, modifiers = found.data[at : at + 5]
        line, column = line + down, right if down else column + right
        decoded.append((lines[line][column : column + length], legend[kind], modifiers))
    return decoded


async def test_colours(shop: Editor) -> None:
    found = await tokens(shop)
    assert {
        ("alice", "variable", 1),
        ("Order", "class", 1),
        ("Order", "class", 0),
        ("get_order", "method", 0),
        ("quantity", "property", 1),
        ("quantity", "property", 0),
        ("id", "parameter", 0),
        ("again", "variable", 1),
        ("uuid", "type", 2),
        ("buy", "function", 0),
    } <= set(found)
    first_lines = types.Range(types.Position(0, 0), types.Position(8, 0))
    assert await tokens(shop, first_lines) == found[: len(await tokens(shop, first_lines))]
    assert len(await tokens(shop, first_lines)) == 3


async def hints(editor: Editor, name: str) -> dict[str, str]:
    text = editor.texts[name]
    whole = types.Range(types.Position(0, 0), types.Position(text.count("\n"), 0))
    found = await editor.client.text_document_inlay_hint_async(
        types.InlayHintParams(editor.document(name), whole)
    )
    lines = text.split("\n")
    return {
        lines[each.position.line][: each.position.character].split()[-1]: str(each.label)
        for each in found or ()
    }


async def test_hints(shop: Editor) -> None:
    assert await hints(shop, "shop.bts") == {
        "order": ": Order",
        "seen": ": Order",
        "again": ": Order",
        "done": ": { order, seen }",
        "Order.id": "← create_order",
    }


async def signature(editor: Editor, text: str) -> types.SignatureHelp | None:
    editor.write("problem.bts", PROBLEM)
    place = await editor.open_at_cursor("shop.bts", text)
    return await editor.client.text_document_signature_help_async(
        types.SignatureHelpParams(editor.document("shop.bts"), place)
    )


@pytest.mark.parametrize("rest", ["", "\n}\n"], ids=["cut off", "goes on"])
@pytest.mark.parametrize(
    ("step", "label", "active"),
    [
        ("get_order(‸", "get_order(id: Order.id, verbose?: bool)", 0),
        ("get_order(id: order.id, ‸", "get_order(id: Order.id, verbose?: bool)", 1),
        ("get_order(verbose: ‸", "get_order(id: Order.id, verbose?: bool)", 1),
        ("expect header(‸", 'header(response, "Name")', 0),
        ("expect header(order, ‸", 'header(response, "Name")', 1),
    ],
)
async def test_signatures(editor: Editor, step: str, label: str, active: int, rest: str) -> None:
    found = await signature(editor, f'{SHOP}\ntest "x" as alice {{\n  {step}{rest}')
    assert found is not None
    assert (found.signatures[0].label, found.active_parameter) == (label, active)


async def test_no_signature_outside_of_brackets(editor: Editor) -> None:
    assert (
        await signature(editor, SHOP.replace("expect order.total", f"expect {CURSOR}order.total"))
        is None
    )


_OPTIONS = types.FormattingOptions(tab_size=2, insert_spaces=True)


async def test_layout(editor: Editor) -> None:
    text = "role   a\n\n\n\ncontract  A {\nx: int\n  longer:   string   # ü\n}\nrole b\n"
    await editor.open("a.bts", text)
    edits = await editor.client.text_document_formatting_async(
        types.DocumentFormattingParams(editor.document("a.bts"), _OPTIONS)
    )
    assert applied(text, edits or ()) == format_text(SourceFile("a.bts", text)) != text
    first = types.Range(types.Position(0, 0), types.Position(0, 3))
    edits = await editor.client.text_document_range_formatting_async(
        types.DocumentRangeFormattingParams(editor.document("a.bts"), first, _OPTIONS)
    )
    assert applied(text, edits or ()).startswith("role a\n")
    assert "contract  A {\nx: int" in applied(text, edits or ())


async def test_a_broken_file_keeps_its_layout(editor: Editor) -> None:
    await editor.open("a.bts", "role   a\nrle   b\n")
    edits = await editor.client.text_document_formatting_async(
        types.DocumentFormattingParams(editor.document("a.bts"), _OPTIONS)
    )
    assert not edits
