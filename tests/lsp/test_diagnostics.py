"""Diagnostics as you type."""

from __future__ import annotations

import pytest
from lsprotocol import types

from .editor import Editor, slice_of
from .specs import PROBLEM, SHOP

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_good_spec_has_none(editor: Editor) -> None:
    editor.write("problem.bts", PROBLEM)
    assert await editor.open("shop.bts", SHOP) == []


async def test_a_mistake_comes_and_goes_as_you_type(editor: Editor) -> None:
    editor.write("problem.bts", PROBLEM)
    await editor.open("shop.bts", SHOP)
    (found,) = await editor.change("shop.bts", "order.total", "order.totl")
    assert slice_of(editor.texts["shop.bts"], found.range) == "totl"
    assert found.code == "BTS203"
    assert found.source == "specc"
    assert found.severity is types.DiagnosticSeverity.Error
    assert "did you mean `total`?" in found.message
    assert found.code_description is not None
    assert found.code_description.href.endswith("/BTS203/")
    (related,) = found.related_information or ()
    assert related.location.uri == editor.uri("shop.bts")
    assert slice_of(editor.texts["shop.bts"], related.location.range) == "contract Order"
    assert await editor.change("shop.bts", "order.totl", "order.total") == []


async def test_each_mistake_of_a_broken_file_is_told(editor: Editor) -> None:
    editor.write("problem.bts", PROBLEM)
    await editor.open("shop.bts", SHOP)
    await editor.change("shop.bts", "  expect order.total == 19.98", "  expect order.total ==")
    found = await editor.change("shop.bts", "as bob expects 404", "as bobb expects 409")
    marked = {slice_of(editor.texts["shop.bts"], each.range) for each in found}
    assert {"bobb", "409"} <= marked
    assert len(found) == 3


async def test_what_is_open_goes_before_the_file(editor: Editor) -> None:
    editor.write("problem.bts", "contract Other { title: string }\n")
    found = await editor.open("shop.bts", SHOP)
    assert {each.code for each in found} == {"BTS112"}
    await editor.open("problem.bts", PROBLEM)
    assert await editor.quiet("shop.bts", lambda found: not found) == []


async def test_an_edit_is_told_in_the_documents_that_import_it(editor: Editor) -> None:
    editor.write("problem.bts", PROBLEM)
    await editor.open("shop.bts", SHOP)
    await editor.open("problem.bts", PROBLEM)
    await editor.change("problem.bts", "contract Problem", "contract Trouble")
    found = await editor.quiet("shop.bts", lambda found: len(found) > 0)
    assert all("Problem" in each.message for each in found)


async def test_a_document_that_is_closed_bears_no_marks(editor: Editor) -> None:
    assert len(await editor.open("a.bts", "rle admin\n")) == 1
    await editor.close("a.bts")
    assert await editor.quiet("a.bts", lambda found: not found) == []


async def test_a_file_that_comes_to_be_is_found(editor: Editor) -> None:
    found = await editor.open("shop.bts", SHOP)
    assert any("problem.bts" in each.message for each in found)
    editor.write("problem.bts", PROBLEM)
    event = types.FileEvent(editor.uri("problem.bts"), types.FileChangeType.Created)
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
    assert await editor.quiet("shop.bts", lambda found: not found) == []


async def test_columns_are_counted_as_the_editor_counts_them(editor: Editor) -> None:
    text = '"""😀"""\nrole a\n\ntest "😀 😀" as alise {\n  pause 1s\n}\n'
    (found,) = [each for each in await editor.open("a.bts", text) if "alise" in each.message]
    before = 'test "😀 😀" as '
    assert found.range.start == types.Position(3, len(before.encode("utf-16-le")) // 2)


@pytest.mark.parametrize("end", ["\r\n", "\n"])
async def test_edits_of_many_lines_arrive_whole(editor: Editor, end: str) -> None:
    text = end.join(["role a # \u2028 and \x0c are no line ends", "role b", "rle c", ""])
    assert len(await editor.open("a.bts", text)) == 1
    span = types.Range(types.Position(1, 5), types.Position(2, 3))
    editor.edit("a.bts", [types.TextDocumentContentChangePartial(span, f"x{end}role")])
    assert await editor.diagnosed("a.bts") == []
    whole = types.TextDocumentContentChangeWholeDocument("role a role\n")
    editor.edit("a.bts", [whole])
    assert len(await editor.diagnosed("a.bts")) == 1
