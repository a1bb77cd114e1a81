"""A syntax tree as text: one node a line, without spans, so that equal trees have equal texts."""

from __future__ import annotations

from specc.source import SourceFile
from specc.syntax.walk import fields_of

_LEFT_OUT = frozenset({"span", "source", "comments"})


def dump(node: object) -> str:
    """The tree below a node, each field on a line of its own, indented by depth."""
    lines: list[str] = []
    # A stack of its own: trees may be deeper than Python's.
    rest: list[tuple[int, str, object]] = [(0, "", node)]
    while rest:
        depth, label, value = rest.pop()
        start = "  " * depth + label
        names = fields_of(type(value))
        if names is not None and not isinstance(value, SourceFile):
            lines.append(f"{start}{type(value).__name__}")
            fields = [
                (depth + 1, f"{name}: ", getattr(value, name))
                for name in names
                if name not in _LEFT_OUT and not name.endswith("_span")
            ]
            rest.extend(reversed([item for item in fields if item[2] not in (None, (), False)]))
        elif isinstance(value, tuple):
            lines.append(f"{start.rstrip()}")
            rest.extend((depth + 1, "- ", item) for item in reversed(value))
        elif isinstance(value, frozenset):
            lines.append(f"{start}{sorted(value)}")
        else:
            lines.append(f"{start}{value!r}")
    return "\n".join(lines) + "\n"
