"""Compare JSON-like values by place, numbers by value."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from specc.runtime.exchange import Response, kind
from specc.runtime.json_text import Json, brief
from specc.runtime.mismatch import Mismatch
from specc.runtime.paths import Path, join

_MOST = 20


def plain(value: Json) -> Json:
    """A response's body, or the value as it is."""
    return value.json if isinstance(value, Response) else value


def number(value: object) -> Decimal | None:
    """A number's exact value, or None. A float is the number that it is written as: 0.1 is 1/10."""
    match value:
        case bool():
            return None
        case int():
            return Decimal(value)
        case Decimal():
            return value
        case float():
            return Decimal(repr(value))
        case _:
            return None


def differences(actual: Json, expected: Json, path: Path = ()) -> list[Mismatch]:
    """Every place at which two values differ."""
    one, other = number(actual), number(expected)
    if one is not None and other is not None:
        return [] if one == other else [_differ(path, actual, expected)]
    match actual, expected:
        case Mapping(), Mapping():
            found = []
            for key in [*expected, *(key for key in actual if key not in expected)]:
                here = (*path, str(key))
                if key not in actual:
                    found.append(Mismatch.between(join("", here), brief(expected[key]), "nothing"))
                elif key not in expected:
                    found.append(Mismatch.between(join("", here), "nothing", brief(actual[key])))
                else:
                    found += differences(actual[key], expected[key], here)
            return found
        case ((list() | tuple()), (list() | tuple())):
            found = []
            for index in range(max(len(actual), len(expected))):
                here = (*path, index)
                if index >= len(actual):
                    found.append(
                        Mismatch.between(join("", here), brief(expected[index]), "nothing")
                    )
                elif index >= len(expected):
                    found.append(Mismatch.between(join("", here), "nothing", brief(actual[index])))
                else:
                    found += differences(actual[index], expected[index], here)
            return found
        case _:
            same = actual == expected and isinstance(actual, bool) == isinstance(expected, bool)
            return [] if same else [_differ(path, actual, expected)]


def same(actual: Json, expected: Json) -> bool:
    """Whether two values are equal: numbers by value, `true` unlike 1."""
    return not differences(actual, expected)


def _differ(path: Path, actual: Json, expected: Json) -> Mismatch:
    wanted, got = brief(expected), brief(actual)
    if wanted == got:  # they look alike, so what tells them apart is said
        wanted, got = f"{wanted} ({type(expected).__name__})", f"{got} ({type(actual).__name__})"
    elif isinstance(actual, str) and isinstance(expected, str) and len(wanted) > 40:
        at = next(
            (i for i, pair in enumerate(zip(actual, expected, strict=False)) if len(set(pair)) > 1),
            None,
        )
        at = min(len(actual), len(expected)) if at is None else at
        got += f" (they differ from character {at + 1}: {brief(actual[at : at + 30])})"
    return Mismatch.between(join("", path), wanted, got)


def lacks(actual: Json, wanted: Json, path: Path = ()) -> list[Mismatch]:
    """How `actual` does not contain `wanted`.

    An object contains one with some of its fields; a list contains each item of a list, or one
    item; text contains a part of it; anything contains what equals it.
    """
    match actual, wanted:
        case Mapping(), Mapping():
            found = []
            for key, value in wanted.items():
                here = (*path, str(key))
                if key not in actual:
                    found.append(Mismatch.between(join("", here), brief(value), "nothing"))
                elif isinstance(value, str) or isinstance(actual[key], str):
                    found += differences(actual[key], value, here)  # a field's text is meant whole
                else:
                    found += lacks(actual[key], value, here)
            return found
        case Mapping(), str():
            return [] if wanted in actual else [_lacking(path, f"a field {brief(wanted)}", actual)]
        case ((list() | tuple()), (list() | tuple())):
            return [each for item in wanted for each in _lacks_item(actual, item, path)]
        case ((list() | tuple()), _):
            return _lacks_item(actual, wanted, path)
        case str(), str():
            return (
                []
                if wanted in actual
                else [_lacking(path, f"text with {brief(wanted)} in it", actual)]
            )
        case _:
            return differences(actual, wanted, path)


def _lacks_item(actual: Json, item: Json, path: Path) -> list[Mismatch]:
    best: list[Mismatch] | None = None
    for index, each in enumerate(actual):
        if isinstance(each, str):
            found = differences(each, item, (*path, index))
        else:
            found = lacks(each, item, (*path, index))
        if not found:
            return []
        if isinstance(each, Mapping) and (best is None or len(found) < len(best)):
            best = found
    wanted = f"a list with {brief(item)} in it"
    return [_lacking(path, wanted, actual), *(best[:_MOST] if best else [])]


def _lacking(path: Path, wanted: str, actual: Json) -> Mismatch:
    got = kind(actual) if isinstance(actual, list | tuple) and len(actual) > 3 else brief(actual)
    return Mismatch.between(join("", path), wanted, got)
