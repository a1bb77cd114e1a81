"""Values that are known before the run, and edits of them."""

from __future__ import annotations

from specc.ir.expressions import Const, Fields, Items, Value
from specc.plan.changes.change import Change


def constant(value: Value | None) -> object:
    """The plain value of an expression; an empty tuple where it is only known at run time."""
    match value:
        case Const(plain):
            return plain
        case Items(items):
            found = [constant(item) for item in items]
            return () if () in found else found
        case Fields(entries):
            pairs = {key: constant(item) for key, item in entries}
            return () if () in pairs.values() else pairs
        case _:
            return ()


def value_of(plain: object) -> Value:
    """The expression of a plain value."""
    match plain:
        case list():
            return Items(tuple(value_of(item) for item in plain))
        case dict():
            return Fields(tuple((str(key), value_of(item)) for key, item in plain.items()))
        case _:
            return Const(plain)


def edited(value: object, path: tuple[str | int, ...], change: Change) -> object:
    """A copy of a plain value with one change made at a place in it."""
    if not path:
        return _at(value, change)
    step, *rest = path
    match value:
        case dict():
            if not rest and change.operation == "drop":
                return {key: item for key, item in value.items() if key != step}
            return {**value, step: edited(value.get(step), tuple(rest), change)}
        case list():
            return [
                edited(item, tuple(rest), change) if index == step else item
                for index, item in enumerate(value)
            ]
        case _:
            return value


def _at(value: object, change: Change) -> object:
    match change.operation, value, change.value:
        case "append", str(), str() as more:
            return value + more
        case "fill", str(), int() as length:
            return filled(value, length)
        case _:
            return change.value


def filled(text: str, length: int) -> str:
    """A text of a length that begins as another one does."""
    return text[:length] + "a" * (length - len(text))
