"""Regular expressions of what a spec is made of, for colours.

They are written in what Python's `re` and the engine of editors (Oniguruma) have in common. They
know little of brackets, so what a soft keyword is they can only guess.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from specc.highlight.words import words


def any_of(names: Iterable[str]) -> str:
    """A group of whole words."""
    return rf"\b(?:{'|'.join(sorted(names))})\b"


NOT_A_KEY = r"(?!\s*\??\s*:)"
STRING = r'"(?:[^"\\\n]|\\.)*"'
NAME = r"[A-Za-z_][A-Za-z0-9_]*"
REGEX = r"/(?![/*])(?:[^/\\\n]|\\.)*/"
ESCAPE = r'\\(?:u[0-9A-Fa-f]{4}|["\\/bfnrt{}])'

NUMBERS = {
    "date": r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b",
    "status_class": r"\b[1-5]xx\b",
    "quantity": (
        r"\b[0-9]+(?:\.[0-9]+)?"
        r"(?:%|(?:ms|s|m|h|d)\b|(?:B|KB|MB|GB)(?:/(?:s|min|h))?\b|/(?:s|min|h)\b)"
    ),
    "number": r"\b[0-9]+(?:\.[0-9]+)?\b",
}

OPERATOR = r"->|==|!=|<=|>=|\.\.|[<>=|+\-*/%?]"


@cache
def patterns() -> dict[str, str]:
    """The expressions that have words in them, and the others, by name."""
    known = words()
    # A name that is a keyword elsewhere is no keyword before a colon, and none behind a dot.
    before = r"(?<![.\w])"
    return {
        "declaration": rf"^({any_of(known.declarations)})(?=[ \t]+[A-Za-z_\"])",
        "leading": rf"^([ \t]*)({any_of(known.leading)}){NOT_A_KEY}(?=[ \t\n{{}}]|$)",
        "leading_in_line": rf"([{{,])([ \t]*)({any_of(known.leading)})(?=[ \t{{]){NOT_A_KEY}",
        "inner": rf"{before}{any_of(known.inner)}(?![(.]){NOT_A_KEY}",
        "modifier": rf"{before}{any_of(known.modifiers)}(?=[ \t]+[A-Za-z_\"])",
        "operator_word": rf"{before}{any_of(known.operators)}{NOT_A_KEY}",
        "constant": rf"{before}{any_of(known.constants)}{NOT_A_KEY}",
        "function": rf"{before}{any_of(known.functions)}(?=\()",
        "type": rf"{before}{any_of(known.types)}{NOT_A_KEY}",
        "request": rf"{before}({any_of(known.methods)})([ \t]+)(?=/)",
        "method": rf"{before}{any_of(known.methods)}(?=[ \t])",
        "key": rf"(?:{STRING}|{NAME})(?=\s*\??\s*:(?!:))",
        "regex_after_sign": rf"([(\[,=|:])(\s*)({REGEX})",
        "regex_after_word": rf"({any_of(known.operators)})([ \t]+)({REGEX})",
        "capture": rf"(->)([ \t]+)({NAME})",
        "contract_name": r"\b[A-Z][A-Za-z0-9_]*\b",
        "member": rf"(\.)({NAME})",
        "name": NAME,
        "operator": OPERATOR,
        **NUMBERS,
    }
