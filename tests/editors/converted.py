"""The tree-sitter grammar as one for Lark: what it takes, without tree-sitter's own generator.

Lark knows no precedences and no external scanner; so a newline may end a statement, or be a blank, and
which way operators group is not to be told.
"""

from __future__ import annotations

import json
import re
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

from lark import Lark, Token, Tree

from .places import EDITORS

GRAMMAR = EDITORS / "tree-sitter-bts/grammar.js"
EVALUATOR = Path(__file__).parent / "evaluate_grammar.cjs"

STRING = {"type": "PATTERN", "value": r'"(?:[^"\\\n]|\\.)*"(?!")'}
"""A string in one piece: what is filled in would need tokens that no blank may precede."""


ALIASED = "__as"
"""What tells the name of a node that is given another's from that one."""


@cache
def evaluated() -> dict[str, Any]:
    """The grammar as data."""
    run = ["node", str(EVALUATOR), str(GRAMMAR)]
    made = subprocess.run(run, capture_output=True, text=True, timeout=60, check=True)
    found: dict[str, Any] = json.loads(made.stdout)
    return found


class Conversion:
    """Collects the terminals of the rules that it converts."""

    def __init__(self, rules: dict[str, Any]) -> None:
        self.terminals: dict[str, str] = {}
        self.aliases: dict[str, str] = {}
        self.rules = {name: self.rule(node) for name, node in rules.items()}

    def text(self) -> str:
        lines = ['start: "<<<" module ">>>"']
        lines += [f"{name}: {rule}" for name, rule in self.rules.items()]
        lines += [f"{name}: {rule}" for name, rule in self.aliases.items()]
        for expression, name in self.terminals.items():
            priority = 5 if re.match(r"[A-Za-z]", expression) else 1
            slashes = re.sub(r"(?<!\\)/", r"\\/", expression)
            lines.append(f"{name}.{priority}: /{slashes}/")
        lines += [r"NEWLINE: /\n\s*(?:#[^\n]*\n\s*)*/", r"%ignore /\s/", r"%ignore /#[^\n]*/"]
        return "\n".join(lines)

    def rule(self, node: dict[str, Any]) -> str:
        match node:
            case {"type": "SYMBOL", "name": "_newline"}:
                return "NEWLINE"
            case {"type": "SYMBOL", "name": name}:
                return str(name)
            case {"type": "STRING", "value": value} if value.isidentifier():
                return self._terminal(rf"{value}(?!\w)")
            case {"type": "STRING" | "PATTERN" | "TOKEN" | "IMMEDIATE_TOKEN"}:
                return self._terminal(pattern(node))
            case {"type": "SEQ", "members": members}:
                return f"({' '.join(map(self.rule, members))})"
            case {"type": "CHOICE", "members": members}:
                given = [self.rule(one) for one in members if one["type"] != "BLANK"]
                optional = "?" if len(given) < len(members) else ""
                return f"({' | '.join(given)}){optional}"
            case {"type": "REPEAT", "content": content}:
                return f"({self.rule(content)})*"
            case {"type": "ALIAS", "content": content, "value": {"name": name}}:
                made = f"{name}{ALIASED}{len(self.aliases)}"
                self.aliases[made] = self.rule(content)
                return made
            case {"content": content}:
                return self.rule(content)
        raise AssertionError(node)

    def _terminal(self, expression: str) -> str:
        return self.terminals.setdefault(expression, f"T{len(self.terminals)}")


def pattern(node: dict[str, Any]) -> str:
    """A token as one regular expression."""
    match node:
        case {"type": "STRING", "value": value}:
            return re.escape(value)
        case {"type": "PATTERN", "value": value}:
            return f"(?:{value})"
        case {"type": "SEQ", "members": members}:
            return "".join(map(pattern, members))
        case {"type": "CHOICE", "members": members}:
            return f"(?:{'|'.join(map(pattern, members))})"
        case {"content": content}:
            return pattern(content)
    raise AssertionError(node)


def lark_grammar() -> str:
    """The text of the converted grammar."""
    rules = {**evaluated()["rules"], "string": STRING}
    for inside in ("string_text", "escape_sequence", "interpolation", "comment"):
        del rules[inside]
    return Conversion(rules).text()


@cache
def _parser() -> Lark:
    return Lark(lark_grammar(), parser="earley", lexer="dynamic")


def tree(text: str) -> Tree[Token]:
    """The tree of a text; raises what Lark raises."""
    return _parser().parse(f"<<<{text.strip()}>>>")


def shown(node: Tree[Token]) -> str:
    """A tree as tree-sitter shows it."""
    name = str(node.data).partition(ALIASED)[0]
    if name == "string":
        return "(string (string_text))"
    below = [shown(child) for child in node.children if isinstance(child, Tree)]
    return f"({' '.join([name, *below])})"
