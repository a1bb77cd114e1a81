"""Characters and signs that the language has no use for, most of them from other languages."""

import unicodedata

from specc.diagnostics.catalogue.habits import (
    EXCLAMATION_MARK,
    FAT_ARROW,
    FOREIGN_COMMENT,
    LOGICAL_SIGN,
    QUOTES,
    SEMICOLON,
    TRIPLE_EQUALS,
)
from specc.diagnostics.catalogue.syntax import (
    TOO_DEEP,
    UNKNOWN_CHARACTER,
    UNTERMINATED_DOC,
    UNTERMINATED_REGEX,
    UNTERMINATED_STRING,
)
from specc.source import Span
from specc.syntax.explain.scene import Finding, Scene
from specc.syntax.layout import line_end
from specc.syntax.machine import MAX_DEPTH
from specc.syntax.recovery import is_declaration

QUOTE_MARKS = frozenset("'`\u2018\u2019\u201c\u201d\u00ab\u00bb")


def too_deep(scene: Scene) -> Finding | None:
    if scene.kind != "TOO_DEEP":
        return None
    return Finding(
        TOO_DEEP,
        f"brackets are nested more than {MAX_DEPTH} deep",
        scene.span,
        help="give the inner parts names: a contract of their own, or a step before this one",
    )


def unfinished_literal(scene: Scene) -> Finding | None:
    """A string, doc string or regular expression that nothing ends."""
    if scene.word == '"""':
        return Finding(
            UNTERMINATED_DOC,
            'this doc string is never closed: `"""` is missing',
            scene.span,
            help='write `"""` where the doc string ends',
            resume=_next_declaration(scene),
        )
    quote = _odd_quote(scene)
    if quote is not None:
        return Finding(
            UNTERMINATED_STRING,
            "this string is not closed on its line",
            Span(quote, line_end(scene.text, quote)),
            help='end it with `"`; inside it, a quote is written `\\"` and a new line `\\n`',
        )
    if scene.word == "/" and "REGEX" in scene.accepted:
        return Finding(
            UNTERMINATED_REGEX,
            "this regular expression is not closed on its line",
            Span(scene.span.start, line_end(scene.text, scene.span.start)),
            help=r"end it with `/`; a slash inside is written `\/`",
        )
    return None


def _odd_quote(scene: Scene) -> int | None:
    """The quote without a partner in the rest of the line; the fault may be before it."""
    if scene.word != '"' and not scene.text.endswith('"', 0, scene.span.start):
        return None
    end = line_end(scene.text, scene.span.start)
    for token in scene.scanner.tokens.finditer(scene.text, scene.span.start, end):
        if token["ANY"] == '"':
            return token.start("ANY")
        if token["COMMENT"]:
            break
    return None


def _next_declaration(scene: Scene) -> int:
    newline = scene.text.find("\n", scene.span.end)
    while newline >= 0 and not is_declaration(scene.text, newline + 1, scene.boundaries):
        newline = scene.text.find("\n", newline + 1)
    return newline + 1 if newline >= 0 else len(scene.text)


def foreign_sign(scene: Scene) -> Finding | None:
    """Signs of other languages that have another name here."""
    word, span = scene.word, scene.span
    match word:
        case "===" | "!==":
            here = word[:2]
            return Finding(
                TRIPLE_EQUALS,
                f"`{word}` is written `{here}`",
                span,
                help="values are never converted to be compared, so there is one equality",
            )
        case "&&" | "||" | "&":
            here = "and" if word[0] == "&" else "or"
            return Finding(LOGICAL_SIGN, f"`{word}` is written `{here}`", span)
        case "!":
            return Finding(EXCLAMATION_MARK, "`!` is written `not`", span)
        case "=>":
            return Finding(
                FAT_ARROW,
                "`=>` is written `->`",
                span,
                help="`step -> name` gives the answer of a step a name",
            )
        case "//" | "/*":
            return Finding(FOREIGN_COMMENT, f"a comment starts with `#`, not with `{word}`", span)
        case ";":
            return Finding(
                SEMICOLON,
                "a statement ends with its line, not with `;`",
                span,
                help="put each statement on a line of its own",
            )
        case _ if word in QUOTE_MARKS:
            return Finding(QUOTES, f'a string stands in double quotes: `"`, not `{word}`', span)
    return None


def unknown_character(scene: Scene) -> Finding | None:
    """Also one that goes on with a word."""
    start = scene.span.start
    if scene.kind == "NAME":
        start = scene.span.end
    elif scene.kind not in ("ANY", "STRAY"):
        return None
    character = scene.text[start : start + 1]
    if scene.kind == "NAME" and (character.isascii() or not character.isalpha()):
        return None
    visible = character.isprintable() and not character.isspace()
    name = unicodedata.name(character, "a control character").lower()
    shown = f"`{character}`" if visible else f"U+{ord(character):04X} ({name})"
    return Finding(
        UNKNOWN_CHARACTER,
        f"{shown} has no meaning here",
        Span(start, start + 1),
        help="names are made of the letters a to z, digits and `_`; other keys are put in quotes"
        if character.isalpha()
        else None,
    )
