"""Make what a server sent safe to print: no terminal escape, no invisible character survives."""

import re
import unicodedata

# Everything but newline and tab that a terminal or an editor would act on instead of showing:
# C0 and C1 controls, line and paragraph separators, bidirectional overrides, zero-width characters,
# lone surrogates (which cannot be written to a UTF-8 stream at all).
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)


def _escape(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code == 0x0D:
        return "\\r"
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def visible(text: str) -> str:
    """The text with control and invisible characters written as escapes; newlines and tabs stay."""
    if text.isascii() and text.isprintable():
        return text
    return _INVISIBLE.sub(_escape, text)


def one_line(text: str) -> str:
    """`visible`, with newlines and tabs escaped as well: for places that have one line to spend."""
    return visible(text).replace("\n", "\\n").replace("\t", "\\t")


def shortened(text: str, limit: int) -> str:
    """The text, or its first `limit` characters and how long all of it is."""
    if len(text) <= limit:
        return text
    end = limit
    # Not between a character and the marks that belong to it.
    while end > limit - 8 and unicodedata.combining(text[end]):
        end -= 1
    return f"{text[:end]}… ({len(text):,} characters)"
