"""JSON as it goes over the wire and as people read it. Decimals keep their digits in both ways."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, TypeAlias

from specc.runtime.visible import one_line, shortened

DEEPEST = 200
"""How deep a text may nest: whoever walks a value calls itself for each level."""

Json: TypeAlias = Any
"""Whatever JSON can say. What it is gets checked where it is used."""


class _HasDecimalError(Exception):
    """The quick encoder met a number that only the exact one can write."""


def _decimal_ahead(value: object) -> object:
    if isinstance(value, Decimal):
        raise _HasDecimalError
    raise TypeError(_refusal(value))


def _refusal(value: object) -> str:
    return (
        f"{type(value).__name__} {value!r:.80} is no JSON value: "
        "send text, a number, true, false, null, a list or an object"
    )


_quick = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_decimal_ahead
).encode
_quoted = json.JSONEncoder(ensure_ascii=False).encode


def compact(value: object) -> bytes:
    """UTF-8 JSON without white space; a Decimal is written with exactly its digits.

    Raises TypeError for what is no JSON value (a datetime, a set) and ValueError for NaN and
    infinities.
    """
    try:
        text = _quick(value)
    except _HasDecimalError:
        pieces: list[str] = []
        _write(value, pieces)
        text = "".join(pieces)
    try:
        return text.encode()
    except UnicodeEncodeError:  # a lone surrogate has no UTF-8, but it has a JSON escape
        return "".join(
            c if c < "\ud800" or c > "\udfff" else f"\\u{ord(c):04x}" for c in text
        ).encode()


def number(value: Decimal) -> str:
    """The number as JSON, digit by digit: no exponent where there is none to need."""
    if not value.is_finite():
        raise ValueError(f"{value} is no JSON number")
    return format(value, "f") if -40 < value.adjusted() < 40 else str(value)


def _write(value: object, pieces: list[str]) -> None:
    match value:
        case Decimal():
            pieces.append(number(value))
        case Mapping():
            opening = "{"
            for key, item in value.items():
                if not isinstance(key, str):
                    raise TypeError(f"the key {key!r} of a JSON object is no text")
                pieces.append(f"{opening}{_quoted(key)}:")
                _write(item, pieces)
                opening = ","
            pieces.append("{}" if opening == "{" else "}")
        case list() | tuple():
            opening = "["
            for item in value:
                pieces.append(opening)
                _write(item, pieces)
                opening = ","
            pieces.append("[]" if opening == "[" else "]")
        case _:
            pieces.append(_quick(value))


def pretty(value: object) -> str:
    """JSON on several lines, for reports."""
    if not isinstance(value, dict | list | tuple) or not value:
        return _shown(value)
    return "\n".join(_lines(value, ""))


def _lines(value: object, indent: str) -> list[str]:
    deeper = indent + "  "
    if isinstance(value, dict) and value:
        lines = ["{"]
        for key, item in value.items():
            inner = _lines(item, deeper)
            lines.append(f"{deeper}{_quoted(str(key))}: {inner[0]}")
            lines += inner[1:]
            lines[-1] += ","
        lines[-1] = lines[-1][:-1]
        return [*lines, indent + "}"]
    if isinstance(value, list | tuple) and value:
        lines = ["["]
        for item in value:
            inner = _lines(item, deeper)
            lines.append(deeper + inner[0])
            lines += inner[1:]
            lines[-1] += ","
        lines[-1] = lines[-1][:-1]
        return [*lines, indent + "]"]
    return [_shown(value)]


def _shown(value: object) -> str:
    try:
        return compact(value).decode()
    except (TypeError, ValueError, RecursionError):
        return repr(value)


def brief(value: object, limit: int = 160) -> str:
    """JSON on one line, cut where it gets long: one side of a mismatch."""
    return shortened(one_line(_shown(value)), limit)


def _no_constant(name: str) -> Json:
    raise ValueError(f"{name} is no JSON")


_decoder = json.JSONDecoder(parse_float=Decimal, parse_constant=_no_constant)


def parse(text: str) -> Json:
    """The value of a JSON text; numbers with a fraction or an exponent come as Decimal.

    Raises ValueError where the text is not JSON, nests too deeply, or holds NaN or infinities.
    """
    try:
        value = _decoder.decode(text)
    except RecursionError:
        raise ValueError("nests too deeply") from None
    if text.count("[") + text.count("{") > DEEPEST and _is_deeper(value, DEEPEST):
        raise ValueError("nests too deeply")
    return value


def _is_deeper(value: Json, most: int) -> bool:
    """Whether lists and objects lie in each other more than so often."""
    level = [value]
    for _ in range(most + 1):
        level = [
            inner
            for item in level
            if isinstance(item, dict | list)
            for inner in (item.values() if isinstance(item, dict) else item)
        ]
        if not level:
            return False
    return True
