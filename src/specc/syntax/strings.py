r"""Reads string literals: escapes as in JSON, and `{expressions}` that are filled in.

A brace that is meant as such is written `\{`.
"""

import re
from collections.abc import Callable
from typing import TypeAlias

from specc.diagnostics.catalogue.parts import BAD_ESCAPE, BAD_INTERPOLATION
from specc.source import Span
from specc.syntax.mistake import Mistake
from specc.syntax.nodes.expressions import Bool, Expr, Null, Number, Text
from specc.syntax.wording import quoted

ParseExpression: TypeAlias = Callable[[str, int, int], Expr]
"""Parses the expression between two places of a text, or raises Mistake."""

ESCAPES = {
    '"': '"',
    "\\": "\\",
    "/": "/",
    "b": "\b",
    "f": "\f",
    "n": "\n",
    "r": "\r",
    "t": "\t",
    "{": "{",
    "}": "}",
}

PIECES = re.compile(
    r"[^\\{]+"
    r"|(?P<pair>\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|\\u(?![dD][89a-fA-F])(?P<code>[0-9a-fA-F]{4})"
    r"|\\(?P<escape>[\"\\/bfnrt{}])"
    r"|(?P<open>\{)"
    r"|(?P<bad>\\u?)"
)
"""What a string is made of. Half of a surrogate pair is no character, and bad."""


def read_text(word: str, span: Span, text: str, parse: ParseExpression) -> Text:
    """A string literal, quotes included, as a node."""
    if "\\" not in word and "{" not in word:
        return Text((word[1:-1],) if len(word) > 2 else (), span)
    parts: list[str | Expr] = []
    plain: list[str] = []
    position, end = span.start + 1, span.end - 1
    while position < end:
        piece = PIECES.match(text, position, end)
        assert piece is not None
        position = piece.end()
        if piece["open"]:
            close = text.find("}", position, end)
            whole = Text((word[1:-1],), span)
            if close < 0:
                raise unfinished(Span(position - 1, end), whole)
            if plain:
                parts.append("".join(plain))
                plain.clear()
            try:
                filled = parse(text, position, close)
                if isinstance(filled, Number | Bool | Null):
                    raise _constant(text[position:close], Span(position - 1, close + 1))
                parts.append(filled)
            except Mistake as mistake:
                mistake.instead = whole
                raise
            position = close + 1
        else:
            plain.append(_unescaped(piece, instead=Text((word[1:-1],), span)))
    if plain:
        parts.append("".join(plain))
    return Text(tuple(parts), span)


def read_key(word: str, span: Span, text: str) -> str:
    """The characters of a quoted key; nothing is filled in there."""
    if "\\" not in word:
        return word[1:-1]
    start, end = span.start + 1, span.end - 1
    pieces = PIECES.finditer(text, start, end)
    return "".join(_unescaped(piece, instead=word[1:-1]) for piece in pieces)


def unfinished(span: Span, instead: Text) -> Mistake:
    """The mistake of a brace that is not closed within its string."""
    return Mistake(
        BAD_INTERPOLATION,
        "this `{` starts a value to fill in, but no `}` ends it",
        span,
        instead=instead,
        hint=r"write `\{` where a brace is meant as such",
    )


def _constant(word: str, span: Span) -> Mistake:
    """The mistake of filling in what could be written as it is: `"[0-9]{4}"`."""
    word = word.strip()
    return Mistake(
        BAD_INTERPOLATION,
        f"`{{{word}}}` fills in {word}, which needs no braces",
        span,
        instead=Null(span),
        hint=rf"write `\{{{word}}}` where braces are meant as such, as in a regular expression",
    )


def _unescaped(piece: re.Match[str], instead: str | Text) -> str:
    if piece["bad"]:
        shown = piece.string[piece.start() : piece.start() + 2]
        raise Mistake(
            BAD_ESCAPE,
            f"a string has no escape {quoted(shown)}"
            if shown != "\\u"
            else "`\\u` wants the four hexadecimal digits of a character",
            Span(piece.start(), piece.start() + 2),
            instead=instead,
            hint=r"a backslash itself is written `\\`",
        )
    if piece["pair"]:
        high, low = int(piece["pair"][2:6], 16), int(piece["pair"][8:], 16)
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    if piece["code"]:
        return chr(int(piece["code"], 16))
    return ESCAPES[piece["escape"]] if piece["escape"] else piece[0]
