"""The parameters of a call: read from path, query, headers and cookies, and held to their types."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs

from specc.ir.nodes import Endpoint, Parameter
from specc.mock.call import Call, Refusal
from specc.mock.identities import cookies
from specc.mock.state import State
from specc.mock.wording import UnreadableError, read_texts
from specc.plan.changes import constant
from specc.plan.derive.answers import to_invalid
from specc.semantics.types import ListOf
from specc.serving.wire import Request

BY_ITSELF = frozenset({"user-agent", "accept", "accept-encoding", "accept-language", "host"})
"""Headers that clients send of their own accord: where they may be left out, they may be odd."""

INVALID = (400, 422, 404, 412, 409)


def texts_of(endpoint: Endpoint, path: dict[str, str], request: Request) -> dict[str, list[str]]:
    """What was sent for each parameter; those that were not sent are left out."""
    query = parse_qs(request.query, keep_blank_values=True, errors="surrogateescape")
    jar = cookies(request)
    found: dict[str, list[str]] = {}
    for parameter in endpoint.parameters:
        name = parameter.name
        match parameter.place_in:
            case "path":
                found[name] = [path[name]]
            case "query" if name in query or f"{name}[]" in query:
                found[name] = query.get(name, []) + query.get(f"{name}[]", [])
            case "header" if name.lower() in request.headers:
                found[name] = [_decoded(request.headers[name.lower()])]
            case "cookie" if name in jar:
                found[name] = [jar[name]]
            case _:
                pass
    return found


def _decoded(text: str) -> str:
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def read_parameters(state: State, call: Call) -> Refusal | None:
    """Read the parameters of a call; a refusal where one is missing or not of its type."""
    for parameter in call.endpoint.parameters:
        texts = call.texts.get(parameter.name)
        if texts is None:
            if parameter.required:
                return _invalid(parameter, "is missing")
            continue
        if parameter.place_in != "query" and isinstance(
            state.types.body_of(parameter.type), ListOf
        ):
            texts = [part.strip() for part in texts[0].split(",")]
        try:
            value = read_texts(texts, parameter.type, state.types)
            problem = state.types.problem(value, parameter.type, parameter.name)
        except UnreadableError as error:
            problem = str(error)
        if problem is None:
            call.params[parameter.name] = value
        elif not _may_be_ignored(call.endpoint, parameter):
            return _invalid(parameter, problem)
    return None


def _may_be_ignored(endpoint: Endpoint, parameter: Parameter) -> bool:
    """Whether an invalid parameter is as none: where nothing says that it is refused."""
    if parameter.required:
        return False
    name, place_in = parameter.name, parameter.place_in
    return name.lower() in BY_ITSELF or to_invalid(endpoint, name, place_in) is None


def _invalid(parameter: Parameter, reason: str) -> Refusal:
    kind = "invalid" if parameter.place_in != "path" else "invalid path"
    return Refusal(kind, parameter.name, INVALID, f"{parameter.name}: {reason}")


def unknown_plain(state: State, call: Call) -> Refusal | None:
    """A refusal where a parameter that no thing feeds may be unknown, and is.

    What is known is what the spec itself gives as an example, or calls the endpoint with.
    """
    for parameter in call.endpoint.parameters:
        if parameter.feed is not None or parameter.name not in call.params:
            continue
        if call.endpoint.when("unknown", parameter.name) is None:
            continue
        known = _known(state, call.endpoint, parameter)
        if known and call.params[parameter.name] not in known:
            reason = f"no such {parameter.name} is known"
            return Refusal("unknown", parameter.name, (404,), reason)
    return None


def _known(state: State, endpoint: Endpoint, parameter: Parameter) -> list[Any]:
    given = dict(state.suite.recipes.get(endpoint.name, ((), None))[0]).get(parameter.name)
    values = [constant(value) for value in (given, parameter.example) if value is not None]
    return [value for value in values if value != ()]
