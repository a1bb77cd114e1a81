"""The README and the pages of docs/: links lead somewhere, whole specs check."""

import re
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

from specc.diagnostics.render import human
from specc.frontend import check_text

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]

LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
INLINE_CODE = re.compile(r"`[^`\n]*`")
OUR_PATH = re.compile(r"`((?:src|tests|tools|grammar)/[\w./-]+)`")
OUTSIDE = ("http://", "https://", "mailto:")


@attrs.frozen
class Block:
    """A fenced block: what stands behind the fence, its text, and the line that it starts at."""

    info: str
    text: str
    line: int


def blocks(text: str) -> Iterator[Block]:
    """The fenced blocks of a page."""
    info: str | None = None
    start = 0
    held: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("```"):
            held.append(line)
        elif info is None:
            info, start, held = line.removeprefix("```").strip(), number, []
        else:
            yield Block(info, "\n".join(held) + "\n", start)
            info = None
    assert info is None, f"the block of line {start} is never closed"


def prose(text: str) -> str:
    """A page without its fenced and indented blocks and its inline code."""
    kept = []
    is_open = False
    for line in text.splitlines():
        if line.startswith("```"):
            is_open = not is_open
        elif not is_open and not line.startswith("    "):
            kept.append(INLINE_CODE.sub("", line))
    return "\n".join(kept)


def anchors(text: str) -> set[str]:
    """The names under which the headings of a page can be linked to."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def leads_somewhere(page: Path, target: str) -> bool:
    """Whether a link of a page leads to a file or folder of the project, and to a heading in it."""
    if target.startswith(OUTSIDE):
        return True
    path, _, anchor = target.partition("#")
    found = (page.parent / path).resolve() if path else page
    if not found.is_relative_to(ROOT) or not found.exists():
        return False
    return not anchor or anchor in anchors(found.read_text(encoding="utf-8"))


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def whole_files() -> Iterator[object]:
    for page in PAGES:
        for block in blocks(page.read_text(encoding="utf-8")):
            if block.info == 'bts title="file"':
                yield pytest.param(block.text, id=f"{name(page)}:{block.line}")


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    wrong = [target for target in LINK.findall(prose(text)) if not leads_somewhere(page, target)]
    assert not wrong, f"{name(page)} links to nothing: {', '.join(wrong)}"


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_the_files_that_a_page_names_are_there(page: Path) -> None:
    named = OUR_PATH.findall(page.read_text(encoding="utf-8"))
    missing = [path for path in named if "NAME" not in path and not (ROOT / path).exists()]
    assert not missing, f"{name(page)} names what is not there: {', '.join(missing)}"


@pytest.mark.parametrize("text", list(whole_files()))
def test_a_whole_spec_checks(text: str) -> None:
    errors = [
        found for found in check_text({"page.bts": text}, "page.bts") if found.severity == "error"
    ]
    assert not errors, human.render(errors)


def test_there_are_whole_specs() -> None:
    assert any(whole_files())


def test_the_quick_start_is_two_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"^## Quick start$(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, "README.md has no section `Quick start`"
    commands = list(blocks(found[1]))
    assert [block.info for block in commands] == ["sh", "sh"]
    assert [block.text.count("\n") for block in commands] == [1, 1]


def test_the_readme_fences_nothing_but_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [block.info for block in blocks(text)] == ["sh", "sh"]


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    pages = {page.name for page in folder.glob("*.md")} - {"index.md"}
    assert pages == set(LINK.findall((folder / "index.md").read_text(encoding="utf-8")))
