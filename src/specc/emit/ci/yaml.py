"""Data as YAML 1.2, laid out for readers. Text is data: whatever it holds, it stays one scalar."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

import attrs

Yaml: TypeAlias = "str | int | bool | Noted | Lines | Sequence[Yaml] | Mapping[str, Yaml] | None"

# Plain scalars that no version of YAML takes for anything but text.
_PLAIN = re.compile(r"[A-Za-z_./][A-Za-z0-9_./@-]*(?: [A-Za-z0-9_./@=-]+)*")
_NOT_TEXT = frozenset(
    {"true", "false", "yes", "no", "on", "off", "null", "y", "n", ".inf", ".nan", "."}
)
_ASTRAL = re.compile(r"\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})")
_KEYS = frozenset({"on"})
"""Keys that vendors write plain, though YAML 1.1 would take them for a truth value."""


@attrs.frozen
class Noted:
    """A scalar with a comment behind it. Both are words of ours."""

    text: str
    note: str


@attrs.frozen
class Lines:
    """Lines of a script: a literal block."""

    lines: tuple[str, ...]


def document(head: Sequence[str], data: Mapping[str, Yaml]) -> str:
    """A file: comments, and a mapping whose entries stand apart."""
    parts = [[f"# {line}" for line in head]]
    parts += [list(_mapping({key: each}, "")) for key, each in data.items()]
    return "\n".join("".join(f"{row}\n" for row in rows) for rows in parts)


def scalar(text: str) -> str:
    """A text as a scalar: plain where nobody could take it for anything else."""
    if _PLAIN.fullmatch(text) and text.lower() not in _NOT_TEXT:
        return text
    quoted = json.dumps(text).replace("\x7f", "\\x7f")
    return _ASTRAL.sub(_one_escape, quoted)  # YAML knows no surrogate pairs


def _one_escape(pair: re.Match[str]) -> str:
    high, low = int(pair[1], 16), int(pair[2], 16)
    return f"\\U{0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00):08x}"


def _rows(value: Yaml, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from _mapping(value, indent)
    else:
        assert isinstance(value, Sequence)
        yield from _sequence(value, indent)


def _mapping(entries: Mapping[str, Yaml], indent: str) -> Iterator[str]:
    for key, value in entries.items():
        name = key if key in _KEYS else scalar(key)
        if isinstance(value, Lines):
            yield f"{indent}{name}: |"
            yield from (f"{indent}  {line}" for line in value.lines)
        elif _is_flat(value):
            yield f"{indent}{name}: {_flat(value)}".rstrip()
        else:
            yield f"{indent}{name}:"
            yield from _rows(value, f"{indent}  ")


def _sequence(items: Sequence[Yaml], indent: str) -> Iterator[str]:
    for item in items:
        if isinstance(item, Lines):
            yield f"{indent}- |"
            yield from (f"{indent}  {line}" for line in item.lines)
        elif _is_flat(item):
            yield f"{indent}- {_flat(item)}"
        else:
            first, *rest = _rows(item, f"{indent}  ")
            yield f"{indent}- {first.lstrip()}"
            yield from rest


def _is_flat(value: Yaml) -> bool:
    return value is None or isinstance(value, str | int | bool | Noted) or not value


def _flat(value: Yaml) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case str():
            return scalar(value)
        case Noted(text, note):
            return f"{scalar(text)} # {note}"
        case Mapping():
            return "{}"
        case _:
            return "[]"
