"""What an actor's steps send, held against what really was sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from specc.ir.expressions import (
    Builtin,
    Captured,
    Const,
    Field,
    Fields,
    FlowCapture,
    Function,
    Item,
    Items,
    Template,
    Value,
)

UNKNOWN: Any = object()
"""What only a run knows."""


@attrs.frozen
class Event:
    """A call that a step of an actor's may have been, and its answer."""

    params: Mapping[str, Any]
    body: Any
    answer: Any


Events = Mapping[str, Event]
"""What was captured, by name."""


def evaluated(value: Value, events: Events, environment: Mapping[str, str]) -> Any:
    """The value of an expression; UNKNOWN where it can't be told."""
    match value:
        case Const(plain):
            return plain
        case Builtin("env" | "secret", arguments, _):
            parts = [evaluated(item, events, environment) for item in arguments]
            default = parts[1] if len(parts) > 1 else UNKNOWN
            return environment.get(str(parts[0]), default) if parts else UNKNOWN
        case Template(parts):
            texts = [
                part if isinstance(part, str) else evaluated(part, events, environment)
                for part in parts
            ]
            return UNKNOWN if UNKNOWN in texts else "".join(map(str, texts))
        case Captured(name):
            return events[name].answer if name in events else UNKNOWN
        case FlowCapture(Captured(flow), name):
            found = events.get(f"{flow}.{name}")
            return UNKNOWN if found is None else found.answer
        case Function("request", (subject,)):
            name = captured_name(subject)
            return events[name].body if name in events else UNKNOWN
        case Field(subject, name):
            holder = evaluated(subject, events, environment)
            return holder.get(name, UNKNOWN) if isinstance(holder, dict) else UNKNOWN
        case Item(subject, index):
            holder, at = evaluated(subject, events, environment), evaluated(index, events, {})
            try:
                return holder[at]
            except (TypeError, LookupError):
                return UNKNOWN
        case Items(items):
            found_items = [evaluated(item, events, environment) for item in items]
            return UNKNOWN if UNKNOWN in found_items else found_items
        case Fields(entries):
            made = {key: evaluated(item, events, environment) for key, item in entries}
            return UNKNOWN if any(item is UNKNOWN for item in made.values()) else made
        case _:
            return UNKNOWN


def captured_name(value: Value) -> str:
    """What a step calls the answer that a value is, `flow.name` within a flow; else ""."""
    match value:
        case Captured(name):
            return name
        case FlowCapture(Captured(flow), name):
            return f"{flow}.{name}"
        case _:
            return ""


def likeness(
    template: Value | None, actual: Any, events: Events, environment: Mapping[str, str]
) -> int | None:
    """How many parts of a template a value has; None where it has another value for one.

    Parts that only a run knows fit whatever was sent.
    """
    match template:
        case None:
            return 0
        case Fields(entries):
            if not isinstance(actual, dict):
                return None
            total = 0
            for key, item in entries:
                found = likeness(item, actual.get(key, UNKNOWN), events, environment)
                if found is None:
                    return None
                total += found
            return total
        case Builtin("unique", (Const(prefix), *_)) if isinstance(actual, str):
            return 1 if actual.startswith(str(prefix)) else 0
        case _:
            wanted = evaluated(template, events, environment)
            if wanted is UNKNOWN:
                return 0
            return 1 if wanted == actual else None


def leaves(template: Value | None, path: tuple[str, ...] = ()) -> dict[tuple[str, ...], Value]:
    """The parts of a template that are no objects, by where they stand."""
    if isinstance(template, Fields):
        return {
            at: leaf
            for key, item in template.entries
            for at, leaf in leaves(item, (*path, key)).items()
        }
    return {} if template is None else {path: template}


def at_path(value: Any, path: tuple[str, ...]) -> Any:
    """The part of a value at a place; UNKNOWN where there is none."""
    for name in path:
        if not isinstance(value, dict) or name not in value:
            return UNKNOWN
        value = value[name]
    return value
