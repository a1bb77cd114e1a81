"""Comparisons that say both sides when they do not hold. Each takes the value that came first.

A response stands for its body. Each raises Broken where it does not hold, and where the two values
cannot be compared.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from specc.runtime.broken import Broken, Finding
from specc.runtime.contract import Contract
from specc.runtime.diff import differences, lacks, number, plain, same
from specc.runtime.exchange import Response, kind
from specc.runtime.iso8601 import duration, instant
from specc.runtime.json_text import Json, brief
from specc.runtime.mismatch import Mismatch


def equal(actual: Json, expected: Json) -> None:
    """The values are equal; structures are compared by place, numbers by value."""
    __tracebackhide__ = True
    kind_of = type(actual)
    if kind_of is type(expected) and (kind_of is str or kind_of is int) and actual == expected:
        return
    if found := differences(plain(actual), plain(expected)):
        raise _broken(found, actual, expected)


def unequal(actual: Json, other: Json) -> None:
    """The values are not equal."""
    __tracebackhide__ = True
    if same(plain(actual), plain(other)):
        raise _sides(f"anything but {brief(plain(other))}", "just that", actual, other)


def less(actual: Json, limit: Json) -> None:
    """`actual < limit`, of numbers, of texts, of dates and times, of durations."""
    __tracebackhide__ = True
    _ordered(actual, limit, "less than", lambda one, other: one < other)


def at_most(actual: Json, limit: Json) -> None:
    """`actual <= limit`, of what `less` compares."""
    __tracebackhide__ = True
    _ordered(actual, limit, "at most", lambda one, other: one <= other)


def greater(actual: Json, limit: Json) -> None:
    """`actual > limit`, of what `less` compares."""
    __tracebackhide__ = True
    _ordered(actual, limit, "more than", lambda one, other: one > other)


def at_least(actual: Json, limit: Json) -> None:
    """`actual >= limit`, of what `less` compares."""
    __tracebackhide__ = True
    _ordered(actual, limit, "at least", lambda one, other: one >= other)


def contains(actual: Json, wanted: Json) -> None:
    """An object has (at least) these fields, a list this item or these, a text this part."""
    __tracebackhide__ = True
    _container(actual)
    if found := lacks(plain(actual), plain(wanted)):
        raise _broken(found, actual, wanted)


def not_contains(actual: Json, unwanted: Json) -> None:
    """The opposite of `contains`."""
    __tracebackhide__ = True
    _container(actual)
    if not lacks(plain(actual), plain(unwanted)):
        wanted = f"{_noun(plain(actual))} without {brief(plain(unwanted))}"
        raise _sides(wanted, brief(plain(actual)), actual, unwanted)


def one_of(actual: Json, options: Json) -> None:
    """The value is among the options: an item of a list, a field of an object, a part of a text."""
    __tracebackhide__ = True
    if not _among(actual, options):
        raise _sides(f"one of {brief(plain(options))}", brief(plain(actual)), actual, options)


def not_one_of(actual: Json, options: Json) -> None:
    """The value is not among the options."""
    __tracebackhide__ = True
    if _among(actual, options):
        raise _sides(f"none of {brief(plain(options))}", brief(plain(actual)), actual, options)


def matches(actual: Json, pattern: str | re.Pattern[str]) -> None:
    """The text has, somewhere, what the regular expression describes."""
    __tracebackhide__ = True
    value = plain(actual)
    expression = pattern if isinstance(pattern, str) else pattern.pattern
    if not isinstance(value, str):
        raise _sides(f"text that matches /{expression}/", f"{kind(value)}: {brief(value)}", actual)
    if not re.search(pattern, value):
        raise _sides(f"text that matches /{expression}/", brief(value), actual)


def is_a(actual: Json, contract: Contract) -> None:
    """The value conforms to the contract."""
    __tracebackhide__ = True
    at = "body" if isinstance(actual, Response) else "value"
    if found := contract.errors(plain(actual), at):
        raise _broken(found, actual)


def is_not_a(actual: Json, contract: Contract) -> None:
    """The value does not conform to the contract."""
    __tracebackhide__ = True
    if contract.holds(plain(actual)):
        raise _sides(f"anything but a valid {contract.name}", brief(plain(actual)), actual)


def holds(value: object, text: str) -> None:
    """The value is true (or, not empty); `text` says what of."""
    __tracebackhide__ = True
    if not value:
        shown = "" if value is False else f" (it is {brief(value)})"
        raise Broken(f"`{text}` does not hold{shown}")


def each(value: Json, *path: str | int | Json) -> list[Json]:
    """What stands at `path` in each item of a list; `...` in the path goes through a list in turn.

    `x.items[*].sku` is `each(x["items"], "sku")`, `x.items[*].tags[*]` is
    `each(x["items"], "tags", ...)`. Raises Broken where an item has no such place.
    """
    __tracebackhide__ = True
    values = [("", plain(value))]
    for step in (..., *path):
        values = [found for where, each in values for found in _step(where, each, step)]
    return [found for _, found in values]


def _step(where: str, value: Json, step: Json) -> Iterable[tuple[str, Json]]:
    __tracebackhide__ = True
    if step is ...:
        if not isinstance(value, list | tuple):
            raise Broken(f"{where or 'the value'} is no list: it is {kind(value)}")
        return [(f"{where}[{index}]", item) for index, item in enumerate(value)]
    try:
        return [(f"{where}.{step}", value[step])]
    except (LookupError, TypeError):
        names = f" (it has: {', '.join(map(str, value))})" if isinstance(value, Mapping) else ""
        raise Broken(f"{where} has no `{step}`: it is {kind(value)}{names}") from None


def _ordered(actual: Json, limit: Json, words: str, compare: Callable[[Json, Json], bool]) -> None:
    __tracebackhide__ = True
    one, other = plain(actual), plain(limit)
    pair = _comparable(one, other)
    if pair is None:
        raise _sides(
            f"{words} {_typed(other)}", f"{_typed(one)}, which cannot be compared", actual, limit
        )
    if not compare(*pair):
        raise _sides(f"{words} {_text(other)}", _text(one), actual, limit)


def _comparable(one: Json, other: Json) -> tuple[Json, Json] | None:
    """Both values in a form that orders them, or None if nothing does."""
    if isinstance(one, str) and isinstance(other, str):
        for read in (instant, duration):
            try:
                return read(one), read(other)
            except ValueError:
                continue
        return one, other
    pair = _measure(one, other), _measure(other, one)
    return None if None in pair else pair


def _measure(value: Json, beside: Json) -> Decimal | None:
    """A number, or the seconds of a moment or a duration; text is read as what stands beside it."""
    try:
        match value:
            case timedelta():
                return Decimal(value.days * 86400 + value.seconds) + Decimal(
                    value.microseconds
                ).scaleb(-6)
            case datetime() | date():
                return instant(value.isoformat())
            case str() if isinstance(beside, date):  # which a datetime is too
                return instant(value)
            case str() if isinstance(beside, timedelta):
                return duration(value)
            case _:
                return number(value)
    except ValueError:
        return None


def _container(actual: Json) -> None:
    __tracebackhide__ = True
    value = plain(actual)
    if not isinstance(value, Mapping | list | tuple | str):
        raise _sides(
            "an object, a list or text", f"{_typed(value)}, which contains nothing", actual
        )


def _among(actual: Json, options: Json) -> bool:
    __tracebackhide__ = True
    value, several = plain(actual), plain(options)
    match several:
        case str():
            return isinstance(value, str) and value in several
        case Mapping():
            return isinstance(value, str) and value in several
        case list() | tuple() | set() | frozenset() | range():
            return any(same(value, option) for option in several)
        case _:
            raise _sides("a list, an object or text to look in", _typed(several), options)


def _typed(value: Json) -> str:
    return f"{_noun(value)} {_text(value)}" if value is not None else "null"


def _noun(value: Json) -> str:
    match value:
        case list() | tuple():
            return "a list"
        case datetime():
            return "a date and time"
        case date():
            return "a date"
        case time():
            return "a time"
        case timedelta():
            return "a duration"
        case _:
            return kind(value)


def _text(value: Json) -> str:
    if isinstance(value, date | time | datetime):
        return value.isoformat()
    return str(value) if isinstance(value, timedelta) else brief(value)


def _sides(expected: str, got: str, *values: Json) -> Broken:
    return _broken([Mismatch.between("", expected, got)], *values)


def _broken(mismatches: list[Mismatch], *values: Json) -> Broken:
    shown = tuple(dict.fromkeys(value for value in values if isinstance(value, Response)))
    return Broken(Finding(tuple(mismatches), shown=shown))
