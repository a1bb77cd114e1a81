"""The README and the pages of docs/, as text and as fenced blocks with what is said of them.

A comment right before a block says what a test makes of it: `<!-- not run: needs npm -->`. One that
begins with `page` is about all blocks of its page: `<!-- page completed by: specs/shop.bts -->`.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import attrs

from .change import changed

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]

INLINE_CODE = re.compile(r"`[^`\n]*`")
MARK = re.compile(r"<!-- ([a-z ]+)(?:: (.+?))? -->")
TITLE = re.compile(r'title="([^"]+)"')

MARKS = {
    "not run",  # why no test can run these commands
    "ends with",  # the exit code of the block's last command; 0 if nothing is said
    "completed by",  # the spec that has what this part of a spec mentions
    "taken from",  # the spec that these lines are a part of
    "mistake",  # the code of the diagnostic that this block is an example of
}
PAGE_MARKS = {
    "page begins in",  # `a checkout` of this project; a new, empty folder if nothing is said
    "page completed by",  # `completed by`, for all of its blocks
    "page is slow",  # its commands take long
}


@attrs.frozen
class Block:
    """A fenced block: what stands behind the fence, its text, and the line that it starts at."""

    info: str
    text: str
    line: int
    marks: dict[str, str] = attrs.field(factory=dict)

    @property
    def language(self) -> str:
        return self.info.partition(" ")[0]

    @property
    def title(self) -> str | None:
        """The file that the block is, if it says so."""
        found = TITLE.search(self.info)
        return found[1] if found else None

    @property
    def is_added(self) -> bool:
        """Whether it goes below what the file has already."""
        return self.info.endswith(" add")

    def written(self, before: str) -> str:
        """The file that it is, after it: a `diff` shows what to change, other blocks all of it."""
        if self.language == "diff":
            return changed(before, self.text)
        return before + self.text if self.is_added else self.text


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def read(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def blocks(text: str) -> Iterator[Block]:
    """The fenced blocks of a page."""
    info: str | None = None
    start = 0
    held: list[str] = []
    marks: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("```"):
            if info is None:
                info, start, held = line.removeprefix("```").strip(), number, []
            else:
                yield Block(info, "\n".join(held) + "\n", start, marks)
                info, marks = None, {}
        elif info is not None:
            held.append(line)
        elif found := MARK.fullmatch(line.strip()):
            marks[found[1]] = found[2] or ""
        elif line.strip():
            marks = {}
    assert info is None, f"the block of line {start} is never closed"


def page_marks(text: str) -> dict[str, str]:
    """What a page says of itself."""
    lines = filter(None, map(MARK.fullmatch, text.splitlines()))
    return {found[1]: found[2] or "" for found in lines if found[1].startswith("page ")}


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
