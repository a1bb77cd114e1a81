"""Formats texts, and judges what came of them."""

from pathlib import Path

from specc.diagnostics.catalogue import CATALOGUE
from specc.format.formatting import format_text
from specc.source import SourceFile
from specc.syntax.dump import dump
from specc.syntax.parser import Parsed, parse

ROOT = Path(__file__).parents[2]
SPECS = sorted((ROOT / "specs").rglob("*.bts"))
GOLDEN = sorted((ROOT / "tests/golden").rglob("*.bts"))

TEXTS = {
    **{str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in [*SPECS, *GOLDEN]},
    **{code.id: code.fixed for code in CATALOGUE.values()},
}
"""Specs without mistakes of grammar, by what they are called."""


def formatted(text: str) -> str:
    """The text in the one layout."""
    return format_text(SourceFile("test.bts", text))


def read(text: str) -> Parsed:
    """What the parser makes of a text."""
    return parse(SourceFile("test.bts", text))


def comments(parsed: Parsed) -> list[str]:
    """The comments of a text, sorted, for the formatter may change their order."""
    return sorted(comment.text.rstrip() for comment in parsed.module.comments)


def holds(text: str) -> str:
    """Formats a text, and asserts all that has to hold of the result, whatever the text is."""
    before = read(text)
    assert not before.diagnostics, [found.message for found in before.diagnostics]
    made = formatted(text)
    after = read(made)
    assert not after.diagnostics, [found.message for found in after.diagnostics]
    assert dump(after.module) == dump(before.module)
    assert comments(after) == comments(before)
    assert formatted(made) == made
    assert made == "" or (made.endswith("\n") and not made.endswith("\n\n"))
    assert "\n\n\n" not in made
    assert not any(line != line.rstrip() for line in made.splitlines() if '"""' not in line)
    return made
