"""The commands of each page are run, in their order, by whoever follows the page from its top."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

from .change import changed
from .pages import PAGES, ROOT, Block, blocks, name, page_marks, read
from .session import Outcome, Unit, run

TIME = re.compile(r"\d+(?:\.\d+)? (?:ms|s|min)\b")
SEED = re.compile(r"--seed \d+")
TEXTS = {"sh", "console", "bts", "python", "yaml", "diff", "json"}


@attrs.frozen
class Command:
    """What a unit stands for: where it is on its page, and what it should print, if that is shown."""

    line: int
    unit: Unit
    shown: str | None = None


def of_console(block: Block, codes: tuple[int, ...]) -> Iterator[Command]:
    """The commands of a block, each behind a `$`, with the output that is shown below it."""
    parts = re.split(r"^\$ ", block.text, flags=re.MULTILINE)
    assert len(parts) > 1, f"line {block.line}: no command"
    assert not parts[0], f"line {block.line}: output of no command"
    for number, part in enumerate(parts[1:], 1):
        command, _, shown = part.partition("\n")
        last = number == len(parts) - 1
        yield Command(block.line, Unit(command, codes if last else (0,)), shown)


def file_of(block: Block) -> str:
    """Shell that writes a block to the file that it is, or makes the change that it shows."""
    assert block.title is not None
    if block.language != "diff":
        arrow = ">>" if block.is_added else ">"
        written = f"cat {arrow}'{block.title}' <<'END_OF_BLOCK'\n{block.text}END_OF_BLOCK"
        return f"mkdir -p '{Path(block.title).parent}'\n{written}"
    return f"\"$PYTHON\" '{Path(__file__).parent / 'change.py'}' '{block.title}' <<'END_OF_BLOCK'\n{block.text}END_OF_BLOCK"


def commands(page: Path) -> list[Command]:
    """All that is to be done on a page."""
    found: list[Command] = []
    for block in blocks(read(page)):
        if "not run" in block.marks:
            continue
        codes = tuple(map(int, block.marks.get("ends with", "0").split(" or ")))
        if block.language == "sh":
            found.append(Command(block.line, Unit(block.text, codes)))
        elif block.language == "console":
            found += of_console(block, codes)
        elif block.title not in (None, "file"):
            found.append(Command(block.line, Unit(file_of(block))))
    return found


def pattern(shown: str) -> re.Pattern[str]:
    """What output has to be like. `...` is anything, on a line of its own any lines."""
    lines = []
    for line in shown.rstrip("\n").splitlines():
        if line.strip() == "...":
            lines.append(r"(?:.*\n)*?")
            continue
        text = TIME.sub("\0T\0", SEED.sub("\0S\0", line.rstrip()))
        text = re.escape(text).replace(re.escape("..."), ".*")
        text = text.replace(re.escape("\0T\0"), TIME.pattern)
        text = text.replace(re.escape("\0S\0"), SEED.pattern)
        lines.append(re.sub(r"(?:\\ )+", r"\\s+", text) + r"[ \t]*\n")
    return re.compile("".join(lines))


def is_like(output: str, shown: str) -> bool:
    text = output.strip("\n")
    return pattern(shown).fullmatch(text + "\n" if text else "") is not None


def followable() -> Iterator[object]:
    for page in PAGES:
        if any(block.language in ("sh", "console") for block in blocks(read(page))):
            slow = [pytest.mark.slow] if "page is slow" in page_marks(read(page)) else []
            yield pytest.param(page, id=name(page), marks=slow)


def checkout(folder: Path) -> None:
    """A clone of a project with specs, as far as the pages need one."""
    shutil.copytree(ROOT / "specs", folder / "specs")
    shutil.copytree(ROOT / "generated", folder / "generated")
    git = ["git", "-C", str(folder), "-c", "user.name=Reader", "-c", "user.email=reader@localhost"]
    for words in (
        ("init", "-q", "-b", "main"),
        ("add", "-A"),
        ("commit", "-qm", "Specs"),
        ("update-ref", "refs/remotes/origin/main", "HEAD"),
    ):
        subprocess.run([*git, *words], check=True, capture_output=True)


@pytest.mark.parametrize("page", list(followable()))
def test_a_page_can_be_followed(page: Path, tmp_path: Path) -> None:
    folder, home = tmp_path / "project", tmp_path / "home"
    folder.mkdir()
    home.mkdir()
    if page_marks(read(page)).get("page begins in") == "a checkout":
        checkout(folder)
    todo = commands(page)
    outcomes = run([command.unit for command in todo], folder, home)
    for number, command in enumerate(todo):
        done = outcomes[number] if number < len(outcomes) else Outcome("", None)
        where = f"{name(page)}:{command.line}"
        told = f"{command.unit.text.rstrip()}\n\nprinted\n\n{done.output}"
        assert done.code in command.unit.codes, f"{where} ended with {done.code}:\n{told}"
        if command.shown is not None:
            assert is_like(done.output, command.shown), f"{where} is shown otherwise:\n{told}"


def test_a_change_is_made_where_it_can_only_be_meant() -> None:
    assert changed("a\nb\nc\n", " a\n-b\n+d\n") == "a\nd\nc\n"
    assert changed("a\nb\n", " b\n+c\n") == "a\nb\nc\n"
    for text in ("a\n", "b\nb\n"):
        with pytest.raises(ValueError, match="stands there"):
            changed(text, "-b\n+c\n")


@pytest.mark.parametrize(
    ("output", "shown", "holds"),
    [
        ("", "", True),
        ("a\n", "", False),
        ("a\nb\n", "a\nb\n", True),
        ("a\nb\n", "a\n", False),
        ("a\nb\nc\nd\n", "a\n...\nd\n", True),
        ("a\nd\n", "a\n...\nd\n", True),
        ("a\nb\n", "a\n...\nd\n", False),
        ("at http://127.0.0.1:4711;\n", "at http://...;\n", True),
        ("3 held in 5.1 s (--seed 898)\n", "3 held in 0.2 s (--seed 7)\n", True),
        ("3 held in 5.1 s (--seed 898)\n", "4 held in 0.2 s (--seed 7)\n", False),
    ],
)
def test_shown_output_is_compared(output: str, shown: str, holds: bool) -> None:
    assert is_like(output, shown) == holds
