"""One thing that may be written at the cursor."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

import attrs

from specc.semantics.symbols import Symbol
from specc.semantics.type_text import type_text
from specc.semantics.types import Property
from specc.syntax.nodes.endpoint import Endpoint, PathTemplate

Sort: TypeAlias = Literal[
    "field", "variable", "endpoint", "flow", "type", "actor", "value", "function", "keyword", "word"
]

NEAR, FAR, WORDS = "0", "1", "2"
"""Groups in the order in which they are shown."""

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@attrs.frozen
class Suggestion:
    """What is shown and what is written. `snippet` is written where the editor knows stops."""

    label: str
    sort: Sort
    detail: str = ""
    doc: str | None = None
    text: str | None = None
    snippet: str | None = None
    group: str = NEAR


def key(name: str) -> str:
    """A name where a key may stand: in quotes, if it is no plain word."""
    return (
        name
        if _PLAIN.fullmatch(name)
        else '"' + name.replace("\\", r"\\").replace('"', r"\"") + '"'
    )


def in_snippet(text: str) -> str:
    """Text that means itself in a snippet."""
    return re.sub(r"([\\$}])", r"\\\1", text)


def field_suggestion(property_: Property) -> Suggestion:
    """A field behind a dot."""
    optional = "?" if property_.optional else ""
    detail = f"{optional}: {type_text(property_.type)}"
    return Suggestion(key(property_.name), "field", detail.strip(), property_.doc)


def path_text(path: PathTemplate) -> str:
    """The path of an endpoint as it is written, without the types."""
    return "".join(
        part if isinstance(part, str) else "{" + part.name.text + "}" for part in path.parts
    )


def summary(symbol: Symbol) -> str:
    """A symbol in a few words."""
    node = symbol.node
    if isinstance(node, Endpoint):
        return f"{node.method} {path_text(node.path)}"
    return symbol.kind
