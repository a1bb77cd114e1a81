"""The files that hold words of the language are what the tool makes of their templates."""

import re
import subprocess
import sys

import pytest

from specc.highlight.patterns import patterns
from specc.highlight.words import words
from specc.syntax.keywords import keywords

from .places import EDITORS, ROOT


def test_they_are_fresh() -> None:
    checked = subprocess.run(
        [sys.executable, str(ROOT / "tools/editor_files.py"), "--check"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (checked.returncode, checked.stdout) == (0, "")


@pytest.mark.parametrize(
    "name", ["vscode/syntaxes/bts.tmLanguage.json", "vim/syntax/bts.vim", "emacs/bts-mode.el"]
)
def test_each_keyword_is_in_them(name: str) -> None:
    text = (EDITORS / name).read_text(encoding="utf-8")
    assert "{{" not in text
    found = set(re.findall(r"\w+", text.replace("\\\\b", " ")))
    assert keywords() <= found
    assert words().types | words().functions <= found


def test_the_expressions_compile() -> None:
    for pattern in patterns().values():
        re.compile(pattern)
