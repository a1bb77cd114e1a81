"""JSON Schema 2020-12 of a type as a service's answer must look."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, assert_never

from specc.semantics.symbols import Symbol
from specc.semantics.types import (
    TEMPORAL,
    ContractType,
    FieldType,
    ListOf,
    Literal,
    MapOf,
    Record,
    Scalar,
    Type,
    Union,
    Unknown,
)

Schema = dict[str, Any]

_FORMATS = {
    "uuid": "uuid",
    "email": "email",
    "uri": "uri",
    "date": "date",
    "datetime": "date-time",
    "time": "time",
    "duration": "duration",
    "ipv4": "ipv4",
    "ipv6": "ipv6",
    "hostname": "hostname",
}


def schema_of(type_: Type, names: Mapping[Symbol, str]) -> Schema:
    """The schema; contracts are referred to as `#/$defs/Name`, by the names given."""
    match type_:
        case Scalar():
            return _scalar(type_)
        case Literal(value):
            return {"const": value}
        case ListOf(item, low, high, unique):
            schema: Schema = {"type": "array", "items": schema_of(item, names)}
            if low is not None:
                schema["minItems"] = low
            if high is not None:
                schema["maxItems"] = high
            if unique:
                schema["uniqueItems"] = True
            return schema
        case MapOf(value):
            return {"type": "object", "additionalProperties": schema_of(value, names)}
        case Record():
            return _record(type_, names)
        case Union(options, _):
            return _union(options, names)
        case ContractType(symbol):
            return {"$ref": f"#/$defs/{names[symbol]}"}
        case FieldType(_, _, inner):
            return schema_of(inner, names)
        case Unknown():
            return {}
        case _:
            assert_never(type_)


def _union(options: tuple[Type, ...], names: Mapping[Symbol, str]) -> Schema:
    literals = [option.value for option in options if isinstance(option, Literal)]
    if len(literals) == len(options):
        return {"enum": literals}
    return {"anyOf": [schema_of(option, names) for option in options]}


def _record(record: Record, names: Mapping[Symbol, str]) -> Schema:
    properties: Schema = {}
    required: list[str] = []
    for item in record.properties:
        if item.writeonly or item.secret:
            # Closed contracts refuse what they do not name; an open one has to be told.
            if record.open:
                properties[item.name] = False
            continue
        properties[item.name] = schema_of(item.type, names)
        if not item.optional:
            required.append(item.name)
    schema: Schema = {"type": "object", "properties": properties}
    if required:
        schema["required"] = required
    if not record.open:
        schema["additionalProperties"] = False
    return schema


def _scalar(scalar: Scalar) -> Schema:
    low, high = scalar.low, scalar.high
    match scalar.kind:
        case "any" | "json":
            return {}
        case "bool":
            return {"type": "boolean"}
        case "int":
            return {"type": "integer", **_bounds("minimum", low, "maximum", high)}
        case "number" | "decimal":
            return {"type": "number", **_bounds("minimum", low, "maximum", high)}
        case "bytes":
            limits: Schema = {"type": "string", "contentEncoding": "base64"}
            limits["x-bytes"] = [low, high]
            return limits
        case kind if kind in TEMPORAL:
            schema: Schema = {"type": "string", "format": _FORMATS[kind]}
            if low is not None or high is not None:
                schema["x-range"] = [_text(low), _text(high)]
            return schema
        case kind:
            schema = {"type": "string"}
            if kind in _FORMATS:
                schema["format"] = _FORMATS[kind]
            schema |= _bounds("minLength", low, "maxLength", high)
            if len(scalar.patterns) == 1:
                schema["pattern"] = scalar.patterns[0]
            elif scalar.patterns:
                schema["allOf"] = [{"pattern": pattern} for pattern in scalar.patterns]
            return schema


def _bounds(low_key: str, low: object, high_key: str, high: object) -> Schema:
    bounds: Schema = {}
    if low is not None:
        bounds[low_key] = low
    if high is not None:
        bounds[high_key] = high
    return bounds


def _text(end: int | Decimal | str | None) -> str | None:
    return None if end is None else str(end)


def references(schema: object) -> list[str]:
    """The names of the contracts that a schema refers to, each once, in order."""
    found: dict[str, None] = {}
    rest: list[object] = [schema]
    while rest:
        at = rest.pop()
        if isinstance(at, dict):
            target = at.get("$ref")
            if isinstance(target, str):
                found[target.removeprefix("#/$defs/")] = None
            rest.extend(reversed(list(at.values())))
        elif isinstance(at, list):
            rest.extend(reversed(at))
    return list(found)
