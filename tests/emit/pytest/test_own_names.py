"""What a generated file brings in or calls something itself is never what a spec's part is called."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from compilation import emitted

from specc.emit.pytest.names import TAKEN

TOP = Path(__file__).parents[3]
FILES = sorted((TOP / "generated").rglob("*.py")) + sorted(
    (TOP / "tests" / "golden").glob("*/expected/generated/**/*.py")
)

SPEC = """
service api {{ url "http://127.0.0.1:9000" }}
role user
actor ann is user {{
  {name} with {{ email: "ann@host.example", password: "long enough" }} -> got
  bearer got.token
}}
actor bob is user {{ bearer "bob" }}
contract {contract} {{ readonly id: uuid, kind: "a" | "b" }}

endpoint {name} POST /login {{
  as      anyone
  body    {{ email: email, password: string(8..72) }}
  returns 200 {{ token: string }}
  returns 422 when body invalid
  returns 429 when rate exceeded
}}
endpoint make POST /things {{
  as      user
  body    {contract}
  returns 201 {contract}
  creates {contract}
}}
endpoint list GET /things {{
  as      user
  query   kind?: {contract}.kind
  returns 200 [{contract}]
  lists   {contract}
}}
endpoint look GET /things/{{id: {contract}.id}} {{
  as      owner of {contract}
  returns 200 {contract}
  reads   {contract}
}}
flow go {{
  make with {{ kind: "a" }} -> made
  {name} with {{ email: "ann@host.example", password: "long enough" }}
}}
test "it goes" as ann {{
  go -> done
  expect done.made is {contract}
}}
security rules {{ rate limit {name} 30/min per account }}
"""


def brought_in(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import) or (isinstance(node, ast.ImportFrom) and not node.level):
            yield from (item.asname or item.name for item in node.names)


def bound(tree: ast.Module) -> Iterator[str]:
    """Names that functions bind themselves."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.arg):
            yield node.arg


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(TOP)))
def test_what_files_bring_in_is_taken(path: Path) -> None:
    assert set(brought_in(ast.parse(path.read_text(encoding="utf-8")))) <= TAKEN


@pytest.mark.parametrize("name", ["responses", "actor", "things", "row", "all_have", "config"])
@pytest.mark.parametrize("contract", ["Change", "SimpleNamespace", "Order"])
def test_parts_are_called_otherwise(name: str, contract: str) -> None:
    for file, text in emitted(SPEC.format(name=name, contract=contract)).items():
        if not file.endswith(".py"):
            continue
        tree = ast.parse(text)
        own = {
            alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.level and node.module
            for alias in node.names
        }
        assert not own & set(brought_in(tree)), file
        assert not own & set(bound(tree)), file
