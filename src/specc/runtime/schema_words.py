"""What a JSON Schema asks for, in words that fit after "expected"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from specc.runtime.json_text import Json, brief
from specc.runtime.visible import one_line, shortened

Resolve = Callable[[str], Json]

NOUNS = {
    "string": "text",
    "integer": "an integer",
    "number": "a number",
    "boolean": "true or false",
    "null": "null",
    "array": "a list",
    "object": "an object",
}
FORMATS = {
    "uuid": "a UUID",
    "email": "an e-mail address",
    "idn-email": "an e-mail address",
    "uri": "a URI",
    "uri-reference": "a URI reference",
    "date": "a date as in 2030-01-31",
    "date-time": "a date and time as in 2030-01-31T12:00:00Z",
    "time": "a time as in 12:00:00Z",
    "duration": "an ISO 8601 duration as in PT1H30M",
    "ipv4": "an IPv4 address",
    "ipv6": "an IPv6 address",
    "hostname": "a host name",
    "regex": "a regular expression",
}
_MOST_OPTIONS = 12
_RANGES = (
    ("minimum", "maximum", "from", ""),
    ("minLength", "maxLength", "", "character"),
    ("minItems", "maxItems", "", "item"),
    ("minProperties", "maxProperties", "", "field"),
)


def noun(schema: Json) -> str:
    """The kind of value that a schema is about: `an integer`, `text or null`, `a UUID`."""
    if not isinstance(schema, Mapping):
        return "a value"
    if schema.get("format") in FORMATS:
        return FORMATS[schema["format"]]
    if "x-bytes" in schema:
        return "base64"
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else list(kinds)
    if not kinds:
        return "a value"
    return any_of([NOUNS.get(kind, str(kind)) for kind in kinds])


def describe(schema: Json, resolve: Resolve) -> str:
    """All that a schema asks of a value itself; not what it asks of the parts of objects."""
    if schema is True or schema == {}:
        return "any value"
    if schema is False or not isinstance(schema, Mapping):
        return "nothing"
    if isinstance(reference := schema.get("$ref"), str):
        name = reference.rpartition("/")[2]
        target = resolve(reference)
        inner = target.get("type") if isinstance(target, Mapping) else None
        return f"{name} ({describe(target, resolve)})" if inner not in ("object", None) else name
    if "const" in schema:
        return brief(schema["const"])
    if "enum" in schema:
        return one_of(schema["enum"])
    for union in ("anyOf", "oneOf"):
        if union in schema:
            return any_of([describe(option, resolve) for option in schema[union]])
    return " ".join([noun(schema), *_limits(schema)])


def _limits(schema: Mapping[str, Json]) -> list[str]:
    """What all keywords ask, a least and a most as one range."""
    told: dict[str, str] = {}
    for low, high, before, thing in _RANGES:
        if low in schema and high in schema:
            least, most = schema[low], schema[high]
            if least == most:
                range_ = count(least, thing) if thing else f"that is {least}"
            else:
                range_ = count(f"{before} {least} to {most}".strip(), thing)
            told[low] = f"of {range_}" if thing else range_
            told[high] = ""
    words = [told[key] if key in told else limit(key, schema) for key in schema]
    return [each for each in words if each]


def any_of(words: list[str]) -> str:
    """`a, b or c`."""
    words = list(dict.fromkeys(words))
    return " or ".join(filter(None, [", ".join(words[:-1]), words[-1]])) if words else "a value"


def one_of(options: list[Json]) -> str:
    """`one of "a", "b"`, not too many of them."""
    if len(options) == 1:
        return brief(options[0])
    shown = [brief(option, 60) for option in options[:_MOST_OPTIONS]]
    more = f" … ({len(options)} in all)" if len(options) > _MOST_OPTIONS else ""
    return f"one of {', '.join(shown)}{more}"


def limit(keyword: str, schema: Mapping[str, Json]) -> str:
    """What one keyword asks, to go after the noun; empty for one that limits no single value."""
    value = schema[keyword]
    match keyword:
        case "minimum":
            return f"≥ {value}"
        case "maximum":
            return f"≤ {value}"
        case "exclusiveMinimum":
            return f"> {value}"
        case "exclusiveMaximum":
            return f"< {value}"
        case "multipleOf":
            return f"that is a multiple of {value}"
        case "minLength":
            return f"of at least {count(value, 'character')}"
        case "maxLength":
            return f"of at most {count(value, 'character')}"
        case "minItems":
            return f"of at least {count(value, 'item')}"
        case "maxItems":
            return f"of at most {count(value, 'item')}"
        case "minProperties":
            return f"with at least {count(value, 'field')}"
        case "maxProperties":
            return f"with at most {count(value, 'field')}"
        case "uniqueItems":
            return "without repetitions" if value else ""
        case "pattern":
            return f"that matches /{shortened(one_line(str(value)), 120)}/"
        case "x-range":
            return _between(value, "")
        case "x-bytes":
            return _between(value, " bytes")
        case _:
            return ""


def count(number: Json, thing: str) -> str:
    """`1 item`, `2 items`; of nothing in particular just the number."""
    return f"{number} {thing}{'' if str(number) == '1' else 's'}" if thing else str(number)


def _between(ends: Json, unit: str) -> str:
    low, high = ends
    if low is None:
        return f"≤ {high}{unit}" if high is not None else ""
    if high is None:
        return f"≥ {low}{unit}"
    return f"from {low} to {high}{unit}"
