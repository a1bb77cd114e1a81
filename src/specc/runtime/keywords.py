"""What JSON Schema cannot say: ranges of dates, times and durations, and lengths of bytes."""

import base64
import binascii
from collections.abc import Callable
from decimal import Decimal

import jsonschema_rs

from specc.runtime.iso8601 import duration, instant, time_of_day
from specc.runtime.json_text import Json

_READ: dict[str, Callable[[str], Decimal]] = {
    "date": instant,
    "date-time": instant,
    "time": time_of_day,
    "duration": duration,
}


class Range:
    """`x-range: [low, high]` beside a `format`; either end may be null."""

    def __init__(
        self, parent_schema: dict[str, Json], value: Json, _schema_path: list[str | int]
    ) -> None:
        self._read = _READ[parent_schema["format"]]
        self._low, self._high = (None if end is None else self._end(end) for end in value)

    def _end(self, value: object) -> Decimal:
        return self._read(value) if isinstance(value, str) else Decimal(str(value))

    def validate(self, instance: Json) -> None:
        """Raises ValueError for a value outside the range."""
        if not isinstance(instance, str):
            return  # `type` has its say about that
        try:
            value = self._read(instance)
        except ValueError:
            return  # and `format` about that
        if self._low is not None and value < self._low:
            raise ValueError("too low")
        if self._high is not None and value > self._high:
            raise ValueError("too high")


class Bytes:
    """`x-bytes: [least, most]`: base64 of so many bytes; either end may be null."""

    def __init__(
        self, _parent_schema: dict[str, Json], value: Json, _schema_path: list[str | int]
    ) -> None:
        self._low, self._high = value

    def validate(self, instance: Json) -> None:
        """Raises ValueError for a value that is not base64, or of too few or too many bytes."""
        if not isinstance(instance, str):
            return
        length = bytes_in(instance)
        if length is None:
            raise ValueError("not base64")
        if self._low is not None and length < self._low:
            raise ValueError("too few bytes")
        if self._high is not None and length > self._high:
            raise ValueError("too many bytes")


def bytes_in(text: str) -> int | None:
    """How many bytes a base64 text holds; None if it is not base64."""
    try:
        return len(base64.b64decode(text, validate=True))
    except (binascii.Error, ValueError):
        return None


def compile_schema(schema: dict[str, Json]) -> jsonschema_rs.Draft202012Validator:
    """A validator for a JSON Schema that may use these keywords, and that checks formats."""
    return jsonschema_rs.Draft202012Validator(
        schema,
        validate_formats=True,
        formats={"duration": _is_duration},
        keywords={"x-range": Range, "x-bytes": Bytes},
        retriever=_nothing_from_elsewhere,
    )


def _nothing_from_elsewhere(uri: str) -> Json:
    raise LookupError(f"a contract must not refer to {uri}: nothing is fetched")


def _is_duration(text: str) -> bool:
    # JSON Schema's own leaves out fractions, as in `PT0.5S`, which ISO 8601 has.
    try:
        duration(text)
    except ValueError:
        return False
    return True
