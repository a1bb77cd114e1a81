"""Writes docs/highlighting.html: one spec, highlighted by the TextMate grammar and by Pygments.

python tools/highlight_page.py           # write
python tools/highlight_page.py --check   # fail where the page is stale

The TextMate half is the work of the library that editors use; it needs `npm install` in
editors/vscode.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable
from html import escape
from pathlib import Path

from pygments import lex
from pygments.token import Token, _TokenType

from specc.driver.starting import FIRST
from specc.highlight.lexer import BtsLexer

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "highlighting.html"
NODE = "node"
GRAMMAR = ROOT / "editors" / "vscode" / "syntaxes" / "bts.tmLanguage.json"

SCOPES = {
    "comment": "comment",
    "constant.language": "word",
    "constant.numeric": "number",
    "entity.name.function": "function",
    "entity.name.type": "type",
    "keyword": "keyword",
    "keyword.operator": "operator",
    "keyword.other.method": "word",
    "keyword.operator.word": "keyword",
    "storage": "declaration",
    "string": "string",
    "support.function": "function",
    "support.type": "type",
    "support.type.property-name": "field",
    "variable": "name",
}
"""The colour of a scope, and of those below it."""

TOKENS = {
    Token.Comment: "comment",
    Token.Keyword: "keyword",
    Token.Keyword.Constant: "word",
    Token.Keyword.Declaration: "declaration",
    Token.Keyword.Reserved: "declaration",
    Token.Keyword.Type: "type",
    Token.Literal.Number: "number",
    Token.Literal.String: "string",
    Token.Name: "name",
    Token.Name.Attribute: "field",
    Token.Name.Builtin: "function",
    Token.Name.Class: "type",
    Token.Name.Function: "function",
    Token.Operator: "operator",
    Token.Operator.Word: "keyword",
}
"""The colour of a token, and of its kinds."""

STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 100rem; }
body { padding: 0 1rem; }
main { display: grid; gap: 1.5rem; }
main { grid-template-columns: repeat(auto-fit, minmax(min(100%, 34rem), 1fr)); }
section { min-width: 0; }
h1, h2 { font-weight: 600; line-height: 1.2; }
h2 { font-size: 1.1rem; }
pre { background: light-dark(#f6f8fa, #161b22); border-radius: .5rem; padding: 1rem; }
pre { font-size: .8rem; overflow-x: auto; }
.comment { color: light-dark(#57606a, #8b949e); }
.declaration { color: light-dark(#8250df, #d2a8ff); font-weight: 600; }
.field { color: light-dark(#0550ae, #79c0ff); }
.function { color: light-dark(#6639ba, #e2c5ff); }
.keyword { color: light-dark(#cf222e, #ff7b72); }
.number, .word { color: light-dark(#0a6640, #7ee787); }
.operator { color: light-dark(#953800, #ffa657); }
.string { color: light-dark(#0a3069, #a5d6ff); }
.type { color: light-dark(#953800, #ffa657); }
"""


def of_scope(scope: str) -> str:
    """The colour of a TextMate scope: that of the longest name which it begins with."""
    parts = scope.removesuffix(".bts").split(".")
    for end in range(len(parts), 0, -1):
        if (found := SCOPES.get(".".join(parts[:end]))) is not None:
            return found
    return ""


def of_token(kind: _TokenType) -> str:
    """The colour of a Pygments token: that of its kind, or of what it is a kind of."""
    while kind is not None:
        if kind in TOKENS:
            return TOKENS[kind]
        kind = kind.parent
    return ""


def coloured(parts: Iterable[tuple[str, str]]) -> str:
    """Texts with their colours, as HTML."""
    return "".join(
        f'<span class="{colour}">{escape(text)}</span>' if colour and text.strip() else escape(text)
        for text, colour in parts
    )


def by_pygments(text: str) -> str:
    """The text as Pygments colours it."""
    return coloured((part, of_token(kind)) for kind, part in lex(text, BtsLexer()))


def by_textmate(text: str) -> str:
    """The text as the TextMate grammar colours it. Raises CalledProcessError where it can't be."""
    done = subprocess.run(
        [NODE, str(ROOT / "tools" / "textmate_tokens.js"), str(GRAMMAR)],
        input=text,
        capture_output=True,
        text=True,
        check=True,
    )
    lines = json.loads(done.stdout)
    return "\n".join(coloured((part, of_scope(scope)) for part, scope in line) for line in lines)


def page(text: str) -> str:
    """The page."""
    halves = (("TextMate, as in editors", by_textmate(text)), ("Pygments", by_pygments(text)))
    sections = "\n".join(
        f"<section>\n<h2>{title}</h2>\n<pre>{code.rstrip()}</pre>\n</section>"
        for title, code in halves
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>How specs are highlighted</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        "<h1>How specs are highlighted</h1>\n"
        "<p>The spec that <code>specc init</code> writes, by each of the two grammars that "
        f"editors and pages use.</p>\n<main>\n{sections}\n</main>\n</body>\n</html>\n"
    )


def main() -> int:
    """Write the page, or tell whether it is fresh."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true")
    made = page(FIRST)
    if not parser.parse_args().check:
        PAGE.write_text(made, encoding="utf-8")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == made:
        return 0
    print(f"{PAGE.relative_to(ROOT)}: stale", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
