"""Docstrings and comments: what a spec says in words can neither end them nor steer a tool."""

from __future__ import annotations

import re

from specc.emit.python.quoting import visible

_TAB = 4

# Quotes that could end a docstring: those at its start and end, and those before other quotes.
_CLOSING = re.compile(r'\A"|"(?="|\Z)')
_QUOTE = r'\\"'

# What tools take for an order where a comment begins, or begins anew within another ...
_AT_START = re.compile(
    r"((?:\A|#)\s*)(type(?=\s*:)|ty(?=\s*:)|noqa|fmt|ruff|flake8|autopep8|pragma|mypy|pyright"
    r"|pyre-\w+|pytype|nosec|nopycln|noinspection|doctest|cython|distutils|///)(?![A-Za-z0-9_])",
    re.IGNORECASE,
)
# ... and anywhere in it: a file's encoding, and the orders of tools that search whole lines. The
# first group, which holds what stands before the order, is empty.
_ANYWHERE = re.compile(
    r"()(coding(?=\s*[:=])|(?:pylint|yapf|isort|gitleaks)(?=\s*:)|nosem(?:grep)?\b|nosonar\b)",
    re.IGNORECASE,
)


def docstring(text: str, indent: int = 0) -> str:
    """A docstring: on one line if the text has one, else with the quotes behind it on their own.

    White space at the ends of lines, and what all lines but the first are indented by, is left out.
    """
    pad = " " * indent
    given = text.replace("\r\n", "\n").expandtabs(_TAB).split("\n")
    first, *more = [_escaped(line.rstrip(" ")) for line in given]
    margin = min([len(line) - len(line.lstrip(" ")) for line in more if line], default=0)
    whole = "\n".join([first, *[line[margin:] for line in more]]).strip("\n").lstrip(" ")
    lines = _CLOSING.sub(_QUOTE, whole).split("\n")
    if len(lines) == 1:
        return f'{pad}"""{lines[0]}"""'
    body = "\n".join([line and pad + line for line in lines[1:]])
    return f'{pad}"""{lines[0]}\n{body}\n{pad}"""'


def comment(text: str, indent: int = 0) -> str:
    """A comment of one line. Words that a tool would take for an order stand in quotes."""
    if not (text.isascii() and text.isprintable()):
        text = "".join([" " if c.isspace() else visible(c) for c in text])
    words = " ".join(text.split())
    for order in (_AT_START, _ANYWHERE):
        words = order.sub(r"\1'\2'", words)
    return f"{' ' * indent}# {words}".rstrip(" ")


def _escaped(line: str) -> str:
    if line.isascii() and line.isprintable():
        return line.replace("\\", r"\\")
    return "".join([r"\\" if c == "\\" else visible(c) for c in line])
