"""Changes to the layout of a text that leave its meaning as it is."""

from __future__ import annotations

import re
from random import Random

from specc.syntax.dump import dump

from .formatted import read

TOKENS = re.compile(r'"""(?s:.*?)"""|"(?:[^"\\\n]|\\.)*"|#[^\n]*|\w+|[ \t]+|\n|.')

CHANGES = {
    "comment": " # comment {}\n",
    "comment below": "\n  # comment {}\n",
    "comment between blank lines": "\n\n# comment {}\n\n",
    "newline": "\n",
    "blank lines": "\n\n\n",
    "blanks": "   ",
    "comma": ",",
}


def mutated(text: str, random: Random, count: int) -> str:
    """The text with up to `count` changes to its layout, each one where it changes nothing else."""
    meaning = dump(read(text).module)
    for number in range(count):
        change = random.choice([*CHANGES, "join", "margin"])
        tokens = TOKENS.findall(text)
        at = random.randrange(len(tokens) + 1)
        if change == "join":
            blanks = [place for place, token in enumerate(tokens) if token.isspace()]
            if blanks:
                tokens[random.choice(blanks)] = random.choice(["", " "])
        elif change == "margin":
            tokens = "".join(
                " " * random.randint(0, 8) + line.lstrip() for line in text.splitlines(True)
            )
        else:
            tokens.insert(at, CHANGES[change].format(number))
        changed = "".join(tokens)
        if same(changed, meaning):
            text = changed
    return text


def same(text: str, meaning: str) -> bool:
    """Whether a text can be parsed, and means that."""
    parsed = read(text)
    return not parsed.diagnostics and dump(parsed.module) == meaning
