"""Every block of a spec in the docs is held to what the compiler says of it; no other is forgotten."""

import json
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from specc.diagnostics.catalogue import CATALOGUE
from specc.diagnostics.code import EXAMPLE
from specc.diagnostics.model import Diagnostic
from specc.diagnostics.render import human
from specc.driver.starting import FIRST
from specc.format.formatting import format_text
from specc.frontend import check_text
from specc.source import SourceFile
from specc.syntax.parser import UNDECODED

from .completing import completed
from .pages import MARKS, PAGE_MARKS, PAGES, ROOT, Block, blocks, name, page_marks, read

COMMANDS = {"sh", "console"}
SPECS = {"bts"}
SHOWN = {"json", "toml", "diff", "text", "python", "yaml", "lua", "vim", "elisp"}
"""Languages of blocks that are neither run nor compiled, but for those with a title: these are
files, and commands of their page use them."""

NOT_RUN = {"README.md": 2, "docs/editors.md": 2, "docs/load.md": 2}
"""How many blocks of commands no test runs, by page. Each says why in a comment before it."""

FILES = {
    path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
    for folder in (ROOT / "specs", ROOT / "tests" / "docs" / "specs")
    for pattern in ("*.bts", "*.csv")
    for path in folder.rglob(pattern)
}
"""What parts of specs may import and read."""

PAGE_OF_CODE = {f"docs/diagnostics/{code}.md": code for code in CATALOGUE}


def all_blocks() -> list[tuple[Path, Block]]:
    return [(page, block) for page in PAGES for block in blocks(read(page))]


def spec_blocks() -> list[object]:
    return [
        pytest.param(page, block, id=f"{name(page)}:{block.line}")
        for page, block in all_blocks()
        if block.language in SPECS and name(page) not in PAGE_OF_CODE
    ]


def files_at(page: Path, block: Block) -> dict[str, str]:
    """The files that someone has who followed a page up to a block."""
    files = {f"specs/{name}": text for name, text in FILES.items()} | {"specs/shop.bts": FIRST}
    for other in blocks(read(page)):
        if other.title not in (None, "file"):
            files[other.title] = other.written(files.get(other.title, ""))
        if other == block:
            break
    return files


def diagnostics(page: Path, block: Block) -> tuple[Diagnostic, ...]:
    """What the compiler says of a block, as what its page says that it is."""
    if block.title not in (None, "file"):
        return check_text(files_at(page, block), block.title)
    completing = block.marks.get("completed by", page_marks(read(page)).get("page completed by"))
    if block.title is not None or completing is None:
        return check_text({**FILES, "page.bts": block.text}, "page.bts")
    whole = completed(block.text, (ROOT / completing).read_text(encoding="utf-8"))
    return tuple(
        found
        for found in check_text({**FILES, "page.bts": whole.text}, "page.bts")
        if found.primary.span.start < whole.length or found.severity == "error"
    )


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_no_block_is_of_a_kind_that_nothing_looks_at(page: Path) -> None:
    known = COMMANDS | SPECS | SHOWN
    strange = [block for block in blocks(read(page)) if block.language not in known]
    assert not [f"{name(page)}:{block.line}: `{block.info}`" for block in strange]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_no_block_is_where_nothing_looks(page: Path) -> None:
    indented = [line for line in read(page).splitlines() if line.lstrip().startswith("```")]
    assert all(line.startswith("```") for line in indented)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_what_is_said_of_blocks_is_known(page: Path) -> None:
    assert set(page_marks(read(page))) <= PAGE_MARKS
    for block in blocks(read(page)):
        assert set(block.marks) <= MARKS | PAGE_MARKS, f"{name(page)}:{block.line}"


@pytest.mark.parametrize(("page", "block"), spec_blocks())
def test_a_spec_means_something(page: Path, block: Block) -> None:
    if "taken from" in block.marks:
        source = (ROOT / block.marks["taken from"]).read_text(encoding="utf-8")
        lines = [line.strip() for line in source.splitlines()]
        wanted = [line.strip() for line in block.text.splitlines()]
        starts = range(len(lines) - len(wanted) + 1)
        assert any(lines[start : start + len(wanted)] == wanted for start in starts)
        return
    found = [each for each in diagnostics(page, block) if each.severity == "error"]
    wanted = block.marks["mistake"].split(", ") if "mistake" in block.marks else []
    assert sorted({each.code.id for each in found}) == wanted, human.render(found)


@pytest.mark.parametrize(("page", "block"), spec_blocks())
def test_a_spec_is_in_the_one_layout(page: Path, block: Block) -> None:
    if "mistake" not in block.marks and "taken from" not in block.marks:
        text = block.text.lstrip("\n")
        assert format_text(SourceFile(name(page), text)) == text


@pytest.mark.parametrize("page", PAGE_OF_CODE)
def test_the_specs_of_a_diagnostic_s_page_are_those_of_the_catalogue(page: str) -> None:
    code = CATALOGUE[PAGE_OF_CODE[page]]
    specs = [block.text for block in blocks(read(ROOT / page)) if block.language in SPECS]
    example, fixed = specs[0], specs[-1]
    if UNDECODED.search(code.example):
        example = code.example  # bytes that are no text, of which a page can show none
    found = check_text({**code.files_with(code.example), EXAMPLE: example}, EXAMPLE)
    assert {each.code.id for each in found} == {code.id}
    assert not check_text({**code.files_with(code.fixed), EXAMPLE: fixed}, EXAMPLE)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_data_can_be_read(page: Path) -> None:
    for block in blocks(read(page)):
        if block.language == "json":
            json.loads(block.text)
        if block.language == "toml":
            tomllib.loads(block.text)


def test_only_those_blocks_are_not_run_that_cannot_be() -> None:
    left_out = Counter(name(page) for page, block in all_blocks() if "not run" in block.marks)
    assert left_out == NOT_RUN
    for page, block in all_blocks():
        if "not run" in block.marks:
            assert block.language in COMMANDS, f"{name(page)}:{block.line}"
            assert block.marks["not run"], f"{name(page)}:{block.line} does not say why"
