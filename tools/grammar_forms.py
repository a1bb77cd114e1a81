"""The rules of `grammar/bts.lark` as forms that people read: `url VALUE [in NAME]`."""

import re
from collections.abc import Iterator

import attrs

SECTION = re.compile(r"^// -{20,} (.+)$")
RULE = re.compile(r"^[?!]*(?P<name>[a-z_]+)(?P<parameter>\{\w+\})?: ?(?P<text>.*)$")
WORD_OF_TOKEN = re.compile(r'^([A-Z]+): "([^"]+)"$')
ALIAS = re.compile(r'(?<!")-> (\w+)\s*$')
PIECE = re.compile(r'"(?:[^"\\]|\\.)*"|[A-Za-z_]+|->|[\[\](){}|*+?,]')

BLANK = re.compile(r" (?=[:,]|\[\?\])|(?<=\[\.) |(?<=^\.) ")
"""Blanks that nobody would write."""

PLACES = {
    "NAME": "NAME",
    "KEY": "NAME",
    "STRING": '"TEXT"',
    "INTEGER": "NUMBER",
    "DECIMAL": "NUMBER",
    "REGEX": "/PATTERN/",
    "STATUS_CLASS": "4xx",
    "PATH": "/PATH",
    "PATH_HEAD": "/PATH/{",
    "PATH_MIDDLE": "}/PATH/{",
    "PATH_TAIL": "}/PATH",
    "COMPARE": "( == | != | < | <= | > | >= )",
    "_COMMA_NAME": ",",
}
"""What stands in a form for a token of more than one word."""

LEFT_OUT = {"_NL", "doc"}
SIGNS = set("[](){}|*")


@attrs.frozen
class Form:
    """One alternative of a rule: what its node is made by, how it reads, and what it is made of."""

    builder: str
    text: str
    parts: tuple[str, ...]
    words: tuple[str, ...]


@attrs.frozen
class Rule:
    """A rule of the grammar, with what the grammar's comment says of it."""

    name: str
    section: str
    comment: str
    forms: tuple[Form, ...]


@attrs.define
class _Reader:
    """Reads the pieces of one alternative."""

    pieces: list[str]
    tokens: dict[str, str]
    rules: set[str]
    at: int = 0
    parts: list[str] = attrs.field(factory=list)
    words: list[str] = attrs.field(factory=list)

    def sequence(self, *ends: str) -> str:
        """What stands up to one of the ends, alternatives within it too."""
        found: list[str] = []
        while self.at < len(self.pieces) and self.pieces[self.at] not in ends:
            if self.pieces[self.at] == "|":
                self.at += 1
                found.append("|")
            elif text := self.repeated():
                found.append(text)
        return " ".join(found)

    def repeated(self) -> str:
        """One thing, with the sign of repetition behind it."""
        text, grouped = self.one()
        sign = self.pieces[self.at] if self.at < len(self.pieces) else ""
        if sign in ("*", "+", "?"):
            self.at += 1
            inner = text[1:-1].strip() if grouped else text
            text = {"*": f"[{inner}]...", "+": f"{text}...", "?": f"[{inner}]"}[sign]
            return "" if not inner or inner == "," else text
        return text

    def one(self) -> tuple[str, bool]:
        """A word, a place, a template or what is in brackets; and whether it is a group."""
        piece = self.pieces[self.at]
        self.at += 1
        if piece == "[":
            inner = self.sequence("]")
            self.at += 1
            return (f"[{inner}]" if inner else ""), False
        if piece == "(":
            inner = self.sequence(")")
            self.at += 1
            return f"( {inner} )", True
        if piece.startswith('"'):
            return self.word(piece[1:-1]), False
        if self.at < len(self.pieces) and self.pieces[self.at] == "{":
            self.at += 1
            inner = self.sequence("}")
            self.at += 1
            lists = {"block": f"{{ {inner} ... }}", "table": f"{{ {inner}, ... }}"}
            return lists.get(piece, f"{inner}, ..."), False
        if piece in LEFT_OUT:
            return "", False
        if piece.isupper() or piece.startswith("_"):
            word = self.tokens.get(piece)
            return (self.word(word) if word else PLACES.get(piece, piece.strip("_"))), False
        self.parts.append(piece)
        return place(piece), False

    def word(self, text: str) -> str:
        """A keyword or sign as it is written; in quotes, where it is also a sign of forms."""
        if text.isalpha():
            self.words.append(text)
        return f'"{text}"' if set(text) & SIGNS else text


def place(rule: str) -> str:
    """What stands in a form for a rule."""
    return rule.strip("_").replace("_", "-").upper()


def _alternatives(text: str) -> Iterator[tuple[str, str]]:
    """The alternatives of a rule as written, each with its alias."""
    depth, start, quoted = 0, 0, False
    ends = []
    for number, sign in enumerate(text):
        if sign == '"' and text[number - 1] != "\\":
            quoted = not quoted
        if quoted:
            continue
        depth += (sign in "[({") - (sign in "])}")
        if sign == "|" and depth == 0:
            ends.append((start, number))
            start = number + 1
    for begin, end in [*ends, (start, len(text))]:
        found = ALIAS.search(text[begin:end])
        alias = found[1] if found else ""
        written = ALIAS.sub("", text[begin:end])
        yield written, alias


def _written(grammar: str) -> Iterator[tuple[str, str, str, str]]:
    """Section, comment, name and text of each rule that is no template."""
    section, lines = "", grammar.splitlines()
    comment: list[str] = []
    for number, line in enumerate(lines):
        if found := SECTION.match(line):
            section, comment = found[1], []
        elif line.startswith("// "):
            comment.append(line.removeprefix("// "))
        elif not line:
            comment = []
        elif found := RULE.match(line):
            text = [found["text"]]
            for more in lines[number + 1 :]:
                if not more.startswith("    "):
                    break
                text.append(more.strip())
            if not found["parameter"] and not found["name"].startswith("_"):
                yield section, " ".join(comment), found["name"], " ".join(text)
            comment = []


def rules(grammar: str) -> tuple[Rule, ...]:
    """All rules of the grammar, in its order."""
    tokens = {
        found[1]: found[2] for line in grammar.splitlines() if (found := WORD_OF_TOKEN.match(line))
    }
    written = list(_written(grammar))
    names = {name for _, _, name, _ in written}
    made = []
    for section, comment, name, text in written:
        forms = []
        for alternative, alias in _alternatives(text):
            reader = _Reader(PIECE.findall(alternative), tokens, names)
            read = BLANK.sub("", reader.sequence())
            parts = tuple(part for part in dict.fromkeys(reader.parts) if part in names)
            forms.append(Form(alias or name, read, parts, tuple(dict.fromkeys(reader.words))))
        made.append(Rule(name, section, comment, tuple(forms)))
    return tuple(made)
