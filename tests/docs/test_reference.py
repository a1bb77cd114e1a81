"""The page of all forms is that of the grammar as it is now, and nothing in it lacks an example."""

import re
import subprocess
import sys
from pathlib import Path

from specc.syntax.language import tables

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reference.md"


def run_tool(*arguments: str) -> subprocess.CompletedProcess[str]:
    tool = str(ROOT / "tools" / "reference_page.py")
    return subprocess.run([sys.executable, tool, *arguments], capture_output=True, text=True)


def test_the_page_is_fresh(refresh: bool) -> None:
    run = run_tool() if refresh else run_tool("--check")
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_word_of_the_grammar_is_on_it() -> None:
    page = PAGE.read_text(encoding="utf-8")
    _, _, index = page.partition("\n## Words\n")
    listed = set(re.findall(r"^\| `(\w+)` \|", index, re.MULTILINE))
    assert {word for word in tables().words if word.isalpha()} <= listed
