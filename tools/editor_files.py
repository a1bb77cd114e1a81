"""Writes the files under editors that hold words of the language, each of its template.

python tools/editor_files.py           # write
python tools/editor_files.py --check   # fail where a file is stale or missing
"""

import argparse
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

from specc.highlight.patterns import ESCAPE, patterns
from specc.highlight.words import words

EDITORS = Path(__file__).parent.parent / "editors"

PLACEHOLDER = re.compile(r"\{\{(\w+)\}\}")


def text_mate(name: str) -> str:
    """An expression, as it stands in a JSON string."""
    known = {**patterns(), "escape": ESCAPE, "declarations": "|".join(sorted(words().declarations))}
    return json.dumps(known[name], ensure_ascii=False)[1:-1]


def vim(name: str) -> str:
    """The words of a class, as `syntax keyword` takes them."""
    return " ".join(sorted(getattr(words(), name)))


def emacs(name: str) -> str:
    """The words of a class, as strings of a list."""
    return " ".join(f'"{word}"' for word in sorted(getattr(words(), name)))


FILES: dict[str, tuple[str, Callable[[str], str]]] = {
    "vscode/syntaxes/bts.tmLanguage.json": ("vscode/bts.tmLanguage.template.json", text_mate),
    "vim/syntax/bts.vim": ("vim/bts.template.vim", vim),
    "emacs/bts-mode.el": ("emacs/bts-mode.template.el", emacs),
}
"""What is made: of which template, and what its placeholders stand for."""


def made(name: str) -> str:
    """What a file is to hold."""
    template, filled = FILES[name]
    text = (EDITORS / template).read_text(encoding="utf-8")
    return PLACEHOLDER.sub(lambda found: filled(found[1]), text)


def main() -> int:
    """The exit status: 1 where --check finds something."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    check = parser.parse_args().check
    stale = []
    for name in FILES:
        path, text = EDITORS / name, made(name)
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        elif not path.exists() or path.read_bytes().decode("utf-8") != text:
            stale.append(name)
    for name in stale:
        print(f"editors/{name}: stale; run python tools/editor_files.py")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
