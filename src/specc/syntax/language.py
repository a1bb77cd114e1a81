"""The tables of the language: kept from an earlier run where that is possible, else made anew."""

import json
from hashlib import sha256
from importlib.util import find_spec

from specc import __version__, cache
from specc.syntax.grammar_file import grammar_text
from specc.syntax.tables import Tables, build, from_data, to_data

ENTRY = f"tables-{__version__}"
MAKERS = ("lark", "specc.syntax.tables")
"""The modules whose code decides what the tables of a grammar are."""


def tables() -> Tables:
    """The tables of the grammar that belongs to this version."""
    grammar = grammar_text()
    made_from = _fingerprint(grammar)
    kept = _kept(made_from) if made_from else None
    if kept is not None:
        return kept
    made = build(grammar)
    if made_from:
        entry = {"made_from": made_from, "tables": to_data(made)}
        cache.write(ENTRY, json.dumps(entry, separators=(",", ":")).encode())
    return made


def _kept(made_from: str) -> Tables | None:
    entry = cache.read(ENTRY)
    if entry is None:
        return None
    try:
        data = json.loads(entry)
        return from_data(data["tables"]) if data["made_from"] == made_from else None
    except (ValueError, TypeError, KeyError):
        return None  # whole, but not ours


def _fingerprint(grammar: str) -> str | None:
    """Stands for all that the tables are made from; None where that cannot be told."""
    digest = sha256(grammar.encode())
    for name in MAKERS:
        spec = find_spec(name)  # finds Lark without importing it
        read = getattr(spec and spec.loader, "get_data", None)
        if spec is None or read is None:
            return None
        digest.update(read(spec.origin))
    return digest.hexdigest()
