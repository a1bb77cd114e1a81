"""Python literals of texts and bytes: what is in them can never become code."""

from __future__ import annotations

import re

_SHORT = {"\\": r"\\", "\n": r"\n", "\r": r"\r", "\t": r"\t"}

# Printable by Unicode's categories, but seen by nobody: fillers, joiners, variation selectors
# other than the two kinds that emoji and CJK text really have.
_INVISIBLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u3164\uffa0\U000e0100-\U000e01ef]"
)


def quoted(value: str) -> str:
    """The literal of a text: double quotes, unless these need more escapes than single ones.

    Everything that a terminal, an editor or a reader could take for something else is escaped:
    control characters, line separators, bidi controls, lone surrogates, unassigned characters.
    """
    if "\\" not in value and value.isprintable() and (value.isascii() or not hides(value)):
        return _between_quotes(value) if '"' in value else f'"{value}"'
    return _between_quotes("".join([_SHORT.get(c) or visible(c) for c in value]))


def quoted_bytes(value: bytes) -> str:
    """The literal of bytes, by the same rules."""
    # Latin-1 maps each byte to the character of its number; those beyond ASCII are all escaped.
    text = value.decode("latin-1")
    body = "".join([_SHORT.get(c) or (visible(c) if c.isascii() else _escape(c)) for c in text])
    return f"b{_between_quotes(body)}"


def _between_quotes(body: str) -> str:
    if body.count('"') > body.count("'"):
        return "'" + body.replace("'", r"\'") + "'"
    return '"' + body.replace('"', r"\"") + '"'


def hides(text: str) -> bool:
    """Whether a text holds characters that nobody would see."""
    return _INVISIBLE.search(text) is not None


def visible(character: str) -> str:
    """The character itself if a reader can see it (or it is a plain space), else its escape."""
    if character.isprintable() and (character.isascii() or not hides(character)):
        return character
    return _escape(character)


def _escape(character: str) -> str:
    point = ord(character)
    if point <= 0xFF:
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point <= 0xFFFF else f"\\U{point:08x}"
