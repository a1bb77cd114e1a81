"""The regular expressions that cut a text into tokens, made from the grammar's terminals.

One expression finds any token, in a group that is named after its terminal. What a token is may
depend on what the grammar accepts at its place: words are looked up, and the few terminals that
look like others have an expression of their own, which is tried at the token's first character.
"""

import re
from collections.abc import Mapping
from typing import Protocol

import attrs

from specc.syntax.tables import Tables

CONTEXTUAL = (
    "KEY",
    "MODULE_DOC",
    "REGEX",
    "PATH_HEAD",
    "PATH",
    "PATH_MIDDLE",
    "PATH_TAIL",
    "_COMMA_NAME",
)
"""Terminals that are only meant where the grammar accepts them."""

BLANK = r"[ \t\r]*"

NEWLINES = r"\n[ \t\r\n]*"
"""Blank lines and the next line's margin go with the newline: there are fewer tokens then."""

STRAY = r'===|!==|=>|&&|\|\||//|/\*|"""'
"""Signs of other languages, whole, so that a message can name them; no rule accepts them."""


class Matcher(Protocol):
    """The `match` method of a compiled expression."""

    def __call__(self, text: str, pos: int, endpos: int, /) -> re.Match[str] | None:
        """The match that starts at `pos`, if any."""


@attrs.frozen
class Scanner:
    """How to find tokens.

    The groups of `tokens` are the terminals that are not CONTEXTUAL, but that all words are NAME,
    all signs SIGN, what other languages write STRAY, any other character ANY, and the end END.
    `words` and `signs` tell them apart. `at` matches a contextual terminal.
    """

    tokens: re.Pattern[str]
    words: dict[str, str]
    signs: dict[str, str]
    at: Mapping[str, Matcher]


def make_scanner(tables: Tables) -> Scanner:
    """The scanner of a language."""
    patterns = dict(tables.patterns)
    at: dict[str, Matcher] = {name: re.compile(patterns.pop(name)).match for name in CONTEXTUAL}
    del patterns["BLANK"], patterns["_NL"]
    signs = "|".join(re.escape(sign) for sign in sorted(tables.signs, key=len, reverse=True))
    groups = [
        ("NAME", patterns.pop("NAME")),
        ("_NL", NEWLINES),
        ("DOC", patterns.pop("DOC")),
        ("STRAY", STRAY),
        ("COMPARE", patterns.pop("COMPARE")),
        ("SIGN", signs),
        *patterns.items(),
        ("END", r"\Z"),
        ("ANY", "."),
    ]
    tokens = "|".join(f"(?P<{name}>{pattern})" for name, pattern in groups)
    return Scanner(
        tokens=re.compile(f"{BLANK}(?:{tokens})", re.DOTALL),
        words=tables.words,
        signs=tables.signs,
        at=at,
    )
