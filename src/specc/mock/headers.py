"""The headers of an answer: those that the spec declares, and what helps a client besides."""

from __future__ import annotations

from typing import Any

from specc.ir.nodes import Return
from specc.mock.call import Call
from specc.mock.state import State
from specc.mock.values import NoValueError
from specc.mock.versions import spellings, version_of
from specc.mock.wording import text_of
from specc.plan.regex_example import accepts, regex_example

FRAMING = frozenset({"content-length", "transfer-encoding", "connection"})
"""Headers that say how an answer travels: a value made up for one would break it."""

ENCODINGS = frozenset({"gzip", "deflate", "identity"})
"""What an answer's body may be written in."""


def declared(state: State, call: Call, returned: Return) -> list[tuple[str, str]]:
    """The headers that a return promises, each with a value of its type.

    Those that may be absent are left out. Raises NoValueError where no value was found.
    """
    found = []
    for name, optional, schema in returned.headers:
        if name.lower() in FRAMING or (optional and name.lower() != "etag"):
            continue
        text = _value(state, schema, _likely(state, call, name, returned))
        if text is None:
            raise NoValueError(f"no value of the header {name} was found")
        if name.lower() == "content-encoding" and text not in ENCODINGS:
            continue
        found.append((name, text))
    return found


def location(state: State, call: Call) -> tuple[str, str] | None:
    """Where what a call has made can be read; None where nothing says."""
    made = call.made
    if made is None:
        return None
    for reader in state.readers_of(made.contract):
        values = {
            parameter.name: made.field(parameter.feed.path)
            if parameter.feed is not None and parameter.feed.contract == made.contract
            else call.params.get(parameter.name)
            if parameter.feed is None
            else _parent_field(call, parameter.feed.contract, parameter.feed.path)
            for parameter in reader.parameters
            if parameter.place_in == "path"
        }
        if None not in values.values():
            path = "".join(
                text_of(values[part[1:-1]]) if part.startswith("{") else part
                for part in reader.path
            )
            return ("Location", path) if _in_header(path) else None
    return None


def _parent_field(call: Call, contract: str, path: tuple[str, ...]) -> Any:
    made = call.made
    parent = None if made is None else made.parents.get(contract)
    return None if parent is None else parent.field(path)


def _in_header(text: str) -> bool:
    return text.isascii() and text.isprintable()


def _likely(state: State, call: Call, name: str, returned: Return) -> list[str]:
    """Values that a header of this name is likely to have, the best first."""
    match name.lower():
        case "etag":
            version = version_of(state, call)
            return list(spellings(version if version is not None else 1))
        case "location":
            found = location(state, call)
            return [] if found is None else [found[1], call.address + found[1]]
        case "www-authenticate":
            return ['Bearer realm="mock"', 'Basic realm="mock"']
        case "retry-after":
            return ["1"]
        case "last-modified":
            return ["Tue, 01 Jan 2030 12:00:00 GMT"]
        case "content-type":
            return [returned.media or "application/json"]
        case _ if any(word in name.lower() for word in ("total", "count")):
            listed = next((item for item in call.endpoint.effects if item.kind == "lists"), None)
            return (
                ["0"] if listed is None else [str(sum(1 for _ in state.world.of(listed.contract)))]
            )
        case _:
            return []


def _value(state: State, schema: Any, likely: list[str]) -> str | None:
    """A text that a JSON Schema accepts as a header's value; None where none was found."""
    if not isinstance(schema, dict):
        return likely[0] if likely else "value"
    if "$ref" in schema:
        name = str(schema["$ref"]).removeprefix("#/$defs/")
        type_ = state.recipes.types.get(name)
        if type_ is None:
            return None
        for text in likely:
            if state.types.fits(text, type_):
                return text
        return text_of(state.maker.make(type_, "header"))
    if "const" in schema:
        return text_of(schema["const"])
    if "enum" in schema:
        return text_of(schema["enum"][0])
    if "anyOf" in schema:
        options = (_value(state, option, likely) for option in schema["anyOf"])
        return next((text for text in options if text is not None), None)
    return _plain(schema, likely)


_OF_FORMAT = {
    "uuid": "5f0c9b1e-8a3d-4b62-9f0e-2d7c6a1b3e45",
    "uri": "https://host.example/path",
    "date-time": "2030-01-01T12:00:00Z",
    "date": "2030-01-01",
    "email": "person@host.example",
    "time": "12:00:00Z",
    "duration": "PT1H",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "hostname": "host.example",
}


def _plain(schema: dict[str, Any], likely: list[str]) -> str | None:
    if schema.get("type") in ("integer", "number"):
        low, high = schema.get("minimum"), schema.get("maximum")
        numbers = [text for text in likely if text.isdecimal()]
        for number in (*numbers, "1", str(low), str(high)):
            if number != "None" and (
                (low is None or float(number) >= low) and (high is None or float(number) <= high)
            ):
                return number
        return None
    if schema.get("type") == "boolean":
        return "true"
    patterns = [schema["pattern"]] if "pattern" in schema else []
    patterns += [item["pattern"] for item in schema.get("allOf", ()) if "pattern" in item]
    low, high = int(schema.get("minLength", 0)), schema.get("maxLength")
    made = [text for pattern in patterns if (text := regex_example(pattern, low)) is not None]
    if schema.get("format") in _OF_FORMAT:
        likely = [text for text in likely if "://" in text]
        made.append(_OF_FORMAT[schema["format"]])
    for text in (*likely, *made, *([] if patterns else ["value", "v" * max(low, 1)])):
        if (
            low <= len(text) <= (high if high is not None else len(text))
            and all(accepts(pattern, text) for pattern in patterns)
            and _in_header(text)
        ):
            return text
    return None
