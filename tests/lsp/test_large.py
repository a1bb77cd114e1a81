"""A suite of many files: the edited module is told of before all of it is checked."""

from __future__ import annotations

import pytest
from lsprotocol import types

from benchmarks.made_specs import GROUP, HEAD

from .editor import Client, Editor

pytestmark = pytest.mark.asyncio(loop_scope="module")

USES = """import "common.bts"
endpoint look GET /shared/{id: Shared.id} {
  as      owner of Shared
  returns 200 Shared
  reads   Shared
}
"""
MAKES = """import "common.bts"
endpoint share POST /shared {
  as      customer
  body    Shared
  returns 201 Shared
  creates Shared
}
"""


def written(editor: Editor) -> None:
    service, _, rest = HEAD.partition("}\n")
    editor.write(
        "common.bts", rest + "\ncontract Shared {\n  readonly id: uuid\n  name: string\n}\n"
    )
    names = ["uses.bts", "makes.bts"]
    for file in range(12):
        names.append(f"feature{file}.bts")
        groups = "".join(GROUP.format(n=n) for n in range(file * 8, file * 8 + 8))
        editor.write(names[-1], f'import "common.bts"\n{groups}')
    editor.write("uses.bts", USES)
    editor.write("makes.bts", MAKES)
    imports = "".join(f'import "{name}"\n' for name in names)
    editor.write("main.bts", f'{imports}{service}}}\ntest "up" as anyone {{\n  GET /up\n}}\n')


async def test_what_takes_the_whole_suite_is_never_told_too_early(editor: Editor) -> None:
    written(editor)
    looked = types.DidChangeWatchedFilesParams([])
    editor.client.workspace_did_change_watched_files(looked)
    await editor.open("main.bts", (editor.folder / "main.bts").read_text())
    await editor.open("uses.bts", USES)
    assert await editor.quiet("uses.bts", lambda found: not found) == []
    client: Client = editor.client
    seen: list[str] = []
    told = client.protocol.fm.features[types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS]

    def note(params: types.PublishDiagnosticsParams) -> None:
        seen.extend(each.message for each in params.diagnostics)
        told(params)

    client.protocol.fm.features[types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS] = note
    for _ in range(3):
        (found,) = await editor.change("uses.bts", "returns 200 Shared", "returns 200 Sharde")
        assert "Sharde" in found.message
        assert await editor.change("uses.bts", "returns 200 Sharde", "returns 200 Shared") == []
    assert not [message for message in seen if "nothing creates" in message]


async def test_edits_that_come_fast_are_all_in_what_is_told_at_last(editor: Editor) -> None:
    written(editor)
    await editor.open("uses.bts", USES)
    for _ in range(30):
        place = types.Range(types.Position(0, 0), types.Position(0, 0))
        editor.edit("uses.bts", [types.TextDocumentContentChangePartial(place, "# x\n")])
    editor.edit("uses.bts", [types.TextDocumentContentChangePartial(place, "rle a\n")])
    (found,) = [each for each in await editor.diagnosed("uses.bts") if "starts no" in each.message]
    assert found.range.start == types.Position(0, 0)
