"""What values must be like, by hand: these services know nothing of specs."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from run.servers.web import RefusedError

Check = Callable[[Any], None]


def demand(holds: object) -> None:
    if not holds:
        raise RefusedError(422)


def text(low: int, high: int, pattern: str | None = None) -> Check:
    def check(value: Any) -> None:
        demand(isinstance(value, str) and low <= len(value) <= high)
        demand(not re.search("[\ud800-\udfff\0]", value))
        demand(pattern is None or re.fullmatch(pattern, value))

    return check


def whole(low: int, high: int) -> Check:
    return lambda value: demand(type(value) is int and low <= value <= high)


def number(low: float, high: float) -> Check:
    return lambda value: demand(type(value) in (int, float) and low <= value <= high)


def one_of(*words: str) -> Check:
    return lambda value: demand(isinstance(value, str) and value in words)


def flag(value: Any) -> None:
    demand(isinstance(value, bool))


def email(value: Any) -> None:
    demand(isinstance(value, str) and re.fullmatch(r"[^@\s]+@[^@\s]+\.[a-z]+", value))


def uri(value: Any) -> None:
    demand(isinstance(value, str) and re.fullmatch(r"https?://[!-~]+", value))
    demand(urlsplit(value).netloc)


def day(first: str, last: str) -> Check:
    def check(value: Any) -> None:
        demand(isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value))
        demand(first <= value <= last)
        try:
            datetime.date.fromisoformat(value)
        except ValueError:
            raise RefusedError(422) from None

    return check


def each(item: Check, low: int, high: int, *, unique: bool = False) -> Check:
    def check(value: Any) -> None:
        demand(isinstance(value, list) and low <= len(value) <= high)
        for one in value:
            item(one)
        demand(not unique or len(set(value)) == len(value))

    return check


def mapping(inner: Check) -> Check:
    def check(value: Any) -> None:
        demand(isinstance(value, dict))
        for one in value.values():
            inner(one)

    return check


def nullable(inner: Check) -> Check:
    return lambda value: None if value is None else inner(value)


def record(required: dict[str, Check], optional: dict[str, Check]) -> Check:
    """An object; what it does not name is read past."""

    def check(value: Any) -> None:
        demand(isinstance(value, dict))
        demand(required.keys() <= value.keys())
        for name, inner in (required | optional).items():
            if name in value:
                inner(value[name])

    return check
