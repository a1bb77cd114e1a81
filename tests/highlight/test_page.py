"""The page that shows a spec as each of the two highlighters colours it."""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path

import pytest

from specc.driver.starting import FIRST
from tools import highlight_page

MODULES = highlight_page.ROOT / "editors" / "vscode" / "node_modules" / "vscode-textmate"
PAGE = Path(highlight_page.PAGE).read_text(encoding="utf-8")


def halves() -> list[str]:
    return re.findall(r"<pre>(.*?)</pre>", PAGE, re.DOTALL)


def test_both_halves_show_the_whole_spec() -> None:
    assert len(halves()) == 2
    for half in halves():
        assert unescape(re.sub(r"<[^>]*>", "", half)).rstrip() == FIRST.rstrip()


def test_the_half_of_pygments_is_fresh() -> None:
    assert halves()[1] == highlight_page.by_pygments(FIRST).rstrip()


@pytest.mark.skipif(
    not (shutil.which("node") and MODULES.is_dir()),
    reason="what reads TextMate grammars isn't here: `npm install` in editors/vscode",
)
def test_the_half_of_textmate_is_fresh() -> None:
    assert halves()[0] == highlight_page.by_textmate(FIRST).rstrip()


def test_both_colour_alike() -> None:
    def colours(half: str) -> list[tuple[str, str]]:
        parts = re.findall(r'<span class="(\w+)">(.*?)</span>|([^<]+)', half, re.DOTALL)
        return [
            (colour, char)
            for colour, text, plain in parts
            for char in unescape(text or plain)
            if not char.isspace()
        ]

    textmate, pygments = map(colours, halves())
    differ = {(one, other) for one, other in zip(textmate, pygments, strict=True) if one != other}
    assert differ == set()
