"""The syntax file for Vim, in Vim itself where it is installed."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from .places import EDITORS

SPEC = """\
contract Order open {
  readonly body: string(/^a$/) | null  # said
}
test "an {x.id}" as alice {
  get_order(id: order.load) with { header: 1 } expects 4xx
  expect body.text contains len(items)
}
"""

SCRIPT = """\
set nocompatible
set runtimepath^={folder}
filetype plugin on
syntax on
edit {spec}
if &filetype != "bts" | cquit | endif
let found = []
for line in range(1, line("$"))
  for column in range(1, len(getline(line)))
    call add(found, [line, column - 1, synIDattr(synID(line, column, 1), "name")])
  endfor
endfor
call writefile([json_encode(found)], "{out}")
qall!
"""


@pytest.mark.skipif(shutil.which("vim") is None, reason="there is no Vim here")
def test_words_have_their_groups(tmp_path: Path) -> None:
    spec, script, out = tmp_path / "a.bts", tmp_path / "a.vim", tmp_path / "out.json"
    spec.write_text(SPEC)
    script.write_text(SCRIPT.format(folder=EDITORS / "vim", spec=spec, out=out))
    run = ["vim", "-es", "-u", "NONE", "-i", "NONE", "-S", str(script)]
    subprocess.run(run, check=True, timeout=30, stdin=subprocess.DEVNULL)
    groups = {(line, column): name for line, column, name in json.loads(out.read_text())}
    lines = SPEC.splitlines()

    def group(word: str, line: int) -> str:
        return groups[line, lines[line - 1].index(word)]

    assert [group(word, 1) for word in ("contract", "Order", "open")] == [
        *("btsDeclaration", "btsContract", "btsKeyword")
    ]
    assert [group(word, 2) for word in ("readonly", "body", "string", "/^a", "null", "#")] == [
        *("btsModifier", "btsKey", "btsType", "btsRegex", "btsConstant", "btsComment")
    ]
    assert [group(word, 4) for word in ("test", '"an', "{x", "as")] == [
        *("btsDeclaration", "btsString", "btsFilled", "btsKeyword")
    ]
    assert [group(word, 5) for word in ("load", "with", "header", "4xx")] == [
        *("btsMember", "btsKeyword", "btsKey", "btsNumber")
    ]
    assert [group(word, 6) for word in ("expect", "contains", "len")] == [
        *("btsStatement", "btsOperator", "btsFunction")
    ]
