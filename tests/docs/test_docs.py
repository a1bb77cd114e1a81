"""The README and the pages of docs/: links lead somewhere, and nothing is forgotten."""

import re
from pathlib import Path

import pytest

from .pages import PAGES, ROOT, blocks, name, prose, read

LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
OUR_PATH = re.compile(r"`((?:src|tests|tools|grammar)/[\w./-]+)`")
OUTSIDE = ("http://", "https://", "mailto:")


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


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    text = read(page)
    wrong = [target for target in LINK.findall(prose(text)) if not leads_somewhere(page, target)]
    assert not wrong, f"{name(page)} links to nothing: {', '.join(wrong)}"


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_the_files_that_a_page_names_are_there(page: Path) -> None:
    named = OUR_PATH.findall(read(page))
    missing = [path for path in named if "NAME" not in path and not (ROOT / path).exists()]
    assert not missing, f"{name(page)} names what is not there: {', '.join(missing)}"


def test_names_that_are_said_to_be_in_a_file_are_in_it() -> None:
    text = re.sub(r"\s+", " ", read(ROOT / "docs" / "how-to-add.md"))
    files = [
        path for room in ("src", "tests", "tools") for path in sorted((ROOT / room).rglob("*.py"))
    ]
    said = [
        (name.rpartition(".")[2], place)
        for name, place in re.findall(r"`([\w.]+)` in `([\w/]+\.py)`", text)
    ]
    assert len(said) > 10
    for wanted, place in said:
        there = [path for path in files if path.as_posix().endswith(f"/{place}")]
        assert there, f"there is no {place}"
        texts = [path.read_text(encoding="utf-8") for path in there]
        assert any(re.search(rf"\b{wanted}\b", each) for each in texts), f"{wanted} in {place}"


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
