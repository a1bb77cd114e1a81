"""A lexer for Pygments, which finds it by its entry point: it colours pages and terminals."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from pygments.lexer import RegexLexer, bygroups, include
from pygments.token import (
    Comment,
    Keyword,
    Literal,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Whitespace,
)

from specc.highlight.patterns import ESCAPE, patterns

_known = patterns()

by_groups: Callable[..., object] = bygroups
"""A token for each group of an expression. Pygments gives it no types."""


class BtsLexer(RegexLexer):
    """Specs of HTTP services."""

    name = "BTS"
    aliases: ClassVar = ["bts"]
    filenames: ClassVar = ["*.bts"]
    mimetypes: ClassVar = ["text/x-bts"]

    tokens: ClassVar = {
        "root": [
            (_known["declaration"], Keyword.Declaration, "heading"),
            (_known["leading"], by_groups(Whitespace, Keyword)),
            (_known["leading_in_line"], by_groups(Punctuation, Whitespace, Keyword)),
            include("value"),
        ],
        # The name that a declaration gives.
        "heading": [
            (r"[ \t]+", Whitespace),
            (r"[A-Za-z_][A-Za-z0-9_]*", Name.Function, "#pop"),
            (r'(?=")', String, "#pop"),
        ],
        "value": [
            (r"\n", Whitespace),
            (r"[^\S\n]+", Whitespace),
            (r"#[^\n]*", Comment.Single),
            (r'"""(?:[^"]|"(?!""))*"""', String.Doc),
            (_known["request"], by_groups(Keyword.Constant, Whitespace), "path"),
            (_known["regex_after_sign"], by_groups(Punctuation, Whitespace, String.Regex)),
            (_known["regex_after_word"], by_groups(Operator.Word, Whitespace, String.Regex)),
            (_known["modifier"], Keyword.Reserved),
            (_known["key"], Name.Attribute),
            (r'"', String.Double, "string"),
            (_known["date"], Literal.Date),
            (_known["status_class"], Number.Integer),
            (_known["quantity"], Number),
            (_known["number"], Number),
            (_known["capture"], by_groups(Operator, Whitespace, Name.Variable)),
            (_known["member"], by_groups(Punctuation, Name.Property)),
            (_known["constant"], Keyword.Constant),
            (_known["function"], Name.Builtin),
            (_known["operator_word"], Operator.Word),
            (_known["method"], Keyword.Constant),
            (_known["type"], Keyword.Type),
            (_known["inner"], Keyword),
            (_known["contract_name"], Name.Class),
            (_known["name"], Name),
            (_known["operator"], Operator),
            (r"[{}()\[\],.:]", Punctuation),
        ],
        "string": [
            (r'"', String.Double, "#pop"),
            (r"(?=\n)", String.Double, "#pop"),
            (ESCAPE, String.Escape),
            (r"\{", String.Interpol, "filled in"),
            (r'[^"\\{\n]+', String.Double),
            (r"\\", String.Double),
        ],
        "filled in": [
            (r"\}", String.Interpol, "#pop"),
            (r'(?=["\n])', String.Interpol, "#pop"),
            include("value"),
        ],
        "path": [
            (r"\{", Punctuation, "parameter"),
            (r"[^\s{}\"]+", String.Other),
            (r"", Whitespace, "#pop"),
        ],
        "parameter": [
            (r"\}", Punctuation, "#pop"),
            (r"(?=\n)", Whitespace, "#pop"),
            include("value"),
        ],
    }
