"""All rules by name, and the words that stand for several of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from specc.rules.access import ACCESS
from specc.rules.authentication import AUTHENTICATION
from specc.rules.data import DATA
from specc.rules.injection import INJECTION
from specc.rules.later import LATER
from specc.rules.posture import POSTURE
from specc.rules.rule import Rule

RULES: Final[dict[str, Rule]] = {
    rule.name: rule for rule in (*AUTHENTICATION, *ACCESS, *DATA, *INJECTION, *POSTURE, *LATER)
}
"""Each rule; a new one is an entry of the tuple in the file of its subject."""

INJECTIONS: Final[dict[str, tuple[str, ...]]] = {
    "sql": ("inj.sql", "inj.sql_time"),
    "nosql": ("inj.nosql",),
    "command": ("inj.command",),
    "template": ("inj.ssti",),
    "path": ("inj.path",),
    "xxe": ("inj.xxe",),
    "crlf": ("inj.crlf",),
    "host": ("inj.host",),
    "xss": ("xss.reflected", "xss.stored"),
}
"""What may stand after `injection`, and the rules it means."""

SCANS: Final = ("dependencies", "secrets", "source")

FAMILIES: Final[frozenset[str]] = frozenset(
    {"everything", *SCANS, *(family for rule in RULES.values() for family in rule.families)}
)
"""Words that stand for several rules."""


def selected(family: str, kinds: Iterable[str] = ()) -> tuple[str, ...]:
    """The names of the rules that `family kinds` means; none for a word that is unknown."""
    if family in RULES and family not in FAMILIES:
        return (family,)
    chosen = tuple(name for kind in kinds for name in INJECTIONS.get(kind, ()))
    if chosen:
        return chosen
    return tuple(
        rule.name for rule in RULES.values() if family == "everything" or family in rule.families
    )
