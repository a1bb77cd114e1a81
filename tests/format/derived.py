"""Random declarations, derived from the grammar itself: what it gains, they have too."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from random import Random

from specc.syntax.language import tables
from specc.syntax.tables import Rule

from .formatted import read

WORDS = {
    "NAME": ["order", "Order", "x", "limit", "body", "status", "_a", "load"],
    "KEY": ["id", "total", '"x-total"', "test", '"a b"', "note"],
    "STRING": ['"a"', '"x y"', '""', r'"\"q\" \{"', '"/a/{order.id}"', f'"{"long text " * 9}"'],
    "REGEX": ["/^[a-z]+$/", r"/a\/b #c/"],
    "DATE": ["2030-01-01"],
    "STATUS_CLASS": ["4xx"],
    "QUANTITY": ["10s", "5MB", "30/min", "0.1%"],
    "DECIMAL": ["1.50", "0.1"],
    "INTEGER": ["0", "7", "404"],
    "PATH_HEAD": ["/a/{", "/{"],
    "PATH": ["/", "/a/b", "/a.b-c/"],
    "PATH_MIDDLE": ["}/x/{", "}{"],
    "PATH_TAIL": ["}", "}/y"],
    "COMPARE": ["==", "!=", "<", ">="],
    "DOC": ['"""A doc string."""', '"""Two\n  lines of it."""', '""" # "no" comment """'],
    "MODULE_DOC": ['"""The module."""'],
    "_COMMA_NAME": [","],
}
"""What stands for the terminals that are more than one text."""

CONDITIONS = ["anonymous", "forbidden", "body invalid", "id unknown", '"x-y" invalid', "deleted"]
"""A vocabulary that the grammar leaves to the builder."""

DEEPEST, MOST_TOKENS = 30, 40


@cache
def _rules() -> dict[str, list[Rule]]:
    found: dict[str, list[Rule]] = defaultdict(list)
    for rule in sorted(tables().rules, key=lambda rule: (rule.origin, rule.symbols)):
        found[rule.origin].append(rule)
    return found


@cache
def _heights() -> dict[str, int]:
    """How deep the least tree of each symbol is."""
    heights: dict[str, int] = {}
    changed = True
    while changed:
        changed = False
        for origin, rules in _rules().items():
            known = [_height(rule, heights) for rule in rules]
            least = min((height for height in known if height is not None), default=None)
            if least is not None and least < heights.get(origin, 10**6):
                heights[origin] = least
                changed = True
    return heights


def _height(rule: Rule, heights: dict[str, int]) -> int | None:
    inner = [heights.get(symbol) if symbol in _rules() else 0 for symbol in rule.symbols]
    return None if None in inner else 1 + max((one or 0 for one in inner), default=0)


BLOCKS = {
    "service_entry": "service s",
    "actor_entry": "actor a is r times 3",
    "step": "flow f",
    "test_entry": 'test "t" as a tagged x, y',
    "field": "contract C open",
    "clause": "endpoint e GET /x/{id: Order.id}/y",
    "load_entry": "load l as a",
    "security_entry": "security rules",
}
"""What a declaration is made of, and how one starts that holds it."""


def declaration(random: Random) -> str:
    """The text of a declaration that can be parsed."""
    if random.random() < 0.2:
        return _good(random, "declaration", "", "")
    kind = random.choice([*BLOCKS, "step", "type", "expression"])
    doc = random.choice(["", "", random.choice(WORDS["DOC"]) + "\n"])
    if kind == "type":
        return doc + "contract C = " + _good(random, "type", "contract C = ", "").strip()
    if kind == "expression":
        return "flow f { expect " + _good(random, "expression", "flow f { expect ", "}") + "}"
    head = f"{BLOCKS[kind]} {{\n"
    entries = [_good(random, kind, head, "\n}").strip() for _ in range(random.randint(0, 5))]
    entries.sort(key=lambda entry: not entry.startswith("cases"))
    while sum(entry.startswith("cases") for entry in entries) > 1:
        del entries[0]
    return doc + head + "\n".join([*entries, "}"])


def _good(random: Random, symbol: str, before: str, after: str) -> str:
    """A text for a symbol that can be parsed where it stands between two others."""
    while True:
        text = _text(random, symbol)
        if not read(before + text + after).diagnostics:
            return text


def _text(random: Random, symbol: str) -> str:
    out: list[str] = []
    _derive(random, symbol, 0, out)
    return "".join(out).replace("\n ", "\n")


def _derive(random: Random, symbol: str, depth: int, out: list[str]) -> None:
    rules = _rules().get(symbol)
    if symbol == "condition":
        out.append(random.choice(CONDITIONS) + " ")
    elif rules is None:
        out.append(_terminal(random, symbol))
    else:
        rule = _chosen(random, rules, is_enough=depth > DEEPEST or len(out) > MOST_TOKENS)
        for part in rule.symbols:
            _derive(random, part, depth + 1, out)


def _chosen(random: Random, rules: list[Rule], *, is_enough: bool) -> Rule:
    heights = _heights()
    if is_enough or random.random() < 0.4:
        least = min(_height(rule, heights) or 0 for rule in rules)
        rules = [rule for rule in rules if _height(rule, heights) == least]
    return random.choice(rules)


def _terminal(random: Random, name: str) -> str:
    if name == "_NL":
        return "\n"
    if name in WORDS:
        text = random.choice(WORDS[name])
        return text if name == "PATH_HEAD" else f"{text} "
    return f"{_fixed()[name]} "


@cache
def _fixed() -> dict[str, str]:
    known = tables()
    return {terminal: text for text, terminal in {**known.words, **known.signs}.items()}
