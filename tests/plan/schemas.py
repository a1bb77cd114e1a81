"""JSON Schema of a type in the other direction: of what a client may send. A second opinion."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from specc.semantics.types import ListOf, Literal, MapOf, Record, Scalar, Type, Union

FORMATS = {
    "uuid": "uuid",
    "email": "email",
    "date": "date",
    "datetime": "date-time",
    "ipv4": "ipv4",
    "ipv6": "ipv6",
    "uri": "uri",
}


def request_schema(type_: Type) -> dict[str, Any]:
    match type_:
        case Scalar("int" | "number" | "decimal" as kind, low, high, _):
            schema: dict[str, Any] = {"type": "integer" if kind == "int" else "number"}
            if low is not None:
                schema["minimum"] = plain(low)
            if high is not None:
                schema["maximum"] = plain(high)
            return schema
        case Scalar("bool"):
            return {"type": "boolean"}
        case Scalar("json" | "any"):
            return {}
        case Scalar("string", low, high, patterns):
            schema = {"type": "string", "allOf": [{"pattern": item} for item in patterns]}
            if not patterns:
                del schema["allOf"]
            if low is not None:
                schema["minLength"] = low
            if high is not None:
                schema["maxLength"] = high
            return schema
        case Scalar(kind):
            return {"type": "string", "format": FORMATS[kind]}
        case Literal(value):
            return {"const": plain(value)}
        case ListOf(item, low, high, unique):
            schema = {"type": "array", "items": request_schema(item), "uniqueItems": unique}
            if low is not None:
                schema["minItems"] = low
            if high is not None:
                schema["maxItems"] = high
            return schema
        case MapOf(value):
            return {"type": "object", "additionalProperties": request_schema(value)}
        case Record(properties, is_open):
            sent = [item for item in properties if not item.readonly]
            return {
                "type": "object",
                "properties": {item.name: request_schema(item.type) for item in sent},
                "required": [item.name for item in sent if not item.optional],
                "additionalProperties": is_open,
            }
        case Union(options, _):
            return {"anyOf": [request_schema(option) for option in options]}
        case _:
            raise AssertionError(f"no schema for {type_}")


def plain(value: Any) -> Any:
    """A value as a JSON reader would give it."""
    match value:
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case list():
            return [plain(item) for item in value]
        case dict():
            return {key: plain(item) for key, item in value.items()}
        case _:
            return value
