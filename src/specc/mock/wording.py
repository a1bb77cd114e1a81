"""JSON and texts on their way in and out: read strictly, and without losing a digit."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, NoReturn

from specc.mock.validity import Types
from specc.semantics.types import ListOf, Literal, Record, Scalar, Type, Union


class UnreadableError(ValueError):
    """What was sent is not what it should be; the message says why, without quoting it."""


class MediaTypeError(UnreadableError):
    """A body says itself that it is in another form."""


def read_json(content: bytes) -> Any:
    """The value of a JSON text; numbers with a point are Decimals. Raises UnreadableError."""
    try:
        return json.loads(content.decode("utf-8"), parse_float=Decimal, parse_constant=_no_number)
    except (ValueError, RecursionError, InvalidOperation) as error:
        raise UnreadableError("it is no JSON") from error


def _no_number(_text: str) -> NoReturn:
    raise UnreadableError("it is no JSON")


def write_json(value: Any) -> bytes:
    """The value as JSON, in ASCII: any text can be written so, lone surrogates too."""
    return json.dumps(value, separators=(",", ":"), default=_plain).encode("ascii")


def _plain(value: Any) -> object:
    if isinstance(value, Decimal):
        near = float(value)
        return int(value) if near in (float("inf"), float("-inf")) else near
    return f"{len(value)} bytes" if isinstance(value, bytes) else str(value)


def text_of(value: Any) -> str:
    """A value as a header or a query has it."""
    match value:
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case _:
            return str(value)


def read_texts(texts: Sequence[Any], type_: Type, types: Types) -> Any:
    """The value of a parameter or form field from the texts that it was given as.

    Raises UnreadableError where they are none of the type; whether the value is within the type's
    bounds is another question. Files stay as they are.
    """
    body = types.body_of(type_)
    match body:
        case ListOf(item=item):
            return [read_texts([text], item, types) for text in texts]
        case Union(options, _):
            for option in options:
                try:
                    value = read_texts(texts, option, types)
                except UnreadableError:
                    continue
                if types.fits(value, option):
                    return value
            raise UnreadableError("it is none of what is allowed")
        case _ if len(texts) != 1:
            raise UnreadableError("it is given more than once")
        case Literal(wanted):
            return wanted if texts[0] == text_of(wanted) else texts[0]
        case Record() if isinstance(texts[0], str):
            return read_json(texts[0].encode("utf-8", "surrogatepass"))
        case Scalar(kind=kind):
            return _read_scalar(texts[0], kind)
        case _:
            return texts[0]


def _read_scalar(text: Any, kind: str) -> Any:
    if not isinstance(text, str):
        return text
    if kind == "bool":
        if text not in ("true", "false"):
            raise UnreadableError("it is neither true nor false")
        return text == "true"
    if kind in ("int", "number", "decimal"):
        try:
            number = Decimal(text)
        except InvalidOperation as error:
            raise UnreadableError("it is no number") from error
        if not number.is_finite() or number.adjusted() > 400:
            raise UnreadableError("it is too large a number")
        whole = kind == "int" and number == number.to_integral_value()
        return int(number) if whole else number
    return text
