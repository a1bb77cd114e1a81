"""Makes any text safe and honest to show in a terminal, and measures it.

Source text may hold terminal escapes, controls that reorder text, and characters that have no
width. Shown raw, they would let a spec write what it likes on the reader's screen.
"""

import unicodedata
from functools import lru_cache

TAB = "    "

_HANGUL_FILLERS = frozenset("\u115f\u1160\u3164\uffa0")
"""Letters by category, but blank on the screen."""

_HARMLESS = frozenset({"Zs", "Co"})
"""Categories that `str.isprintable` refuses, but that do nothing to a terminal."""


@lru_cache(maxsize=4096)
def shown(char: str) -> str:
    """What stands for one character on the screen: itself, where that is safe.

    A tab is always the same number of spaces, ASCII controls are their Unicode pictures (`␛`), and
    any other character that is invisible or that acts on the terminal is named (`<U+202E>`), and so
    is a byte that could not be decoded (`<0xFF>`).
    """
    if char == "\t":
        return TAB
    if char < " ":
        return chr(0x2400 + ord(char))
    if char == "\x7f":
        return "␡"
    if "\udc80" <= char <= "\udcff":  # a byte of a file that is no UTF-8
        return f"<0x{ord(char) - 0xDC00:02X}>"
    safe = char.isprintable() or unicodedata.category(char) in _HARMLESS
    return char if safe and char not in _HANGUL_FILLERS else f"<U+{ord(char):04X}>"


def visible(text: str) -> str:
    """The text with each character as it can be shown. The result is one line."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(shown, text))


def columns(text: str) -> int:
    """How many columns a text that is fit to show takes on the screen."""
    return len(text) if text.isascii() else sum(map(_columns_of, text))


@lru_cache(maxsize=4096)
def _columns_of(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me") or "\u1160" <= char <= "\u11ff":
        return 0  # combining marks, and the vowels and finals that join a Hangul syllable
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
