"""The body of a request: read in the form that the endpoint takes, and held to its type."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs

from specc.ir.nodes import Endpoint
from specc.mock.call import ABSENT, Call, Refusal
from specc.mock.state import State
from specc.mock.wording import MediaTypeError, UnreadableError, read_json, read_texts
from specc.semantics.types import Record
from specc.serving.wire import Request

INVALID = (422, 400, 413, 415)
_PART_NAME = re.compile(rb'name="([^"]*)"')


def media_type(request: Request) -> str:
    """The media type of a request's body, without its settings, in lower case."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def read_body(state: State, endpoint: Endpoint, request: Request) -> Any:
    """The body as a value, ABSENT where there is none. Raises UnreadableError.

    Whether it is one of its type is another question.
    """
    form = endpoint.body_form
    if form is None:
        return ABSENT
    if not request.body and form not in ("text", "bytes"):
        return ABSENT
    media = media_type(request)
    wanted = (endpoint.body_media or "").partition(";")[0].strip().lower()
    match form:
        case "json":
            if media != wanted and not (
                not wanted and (media == "application/json" or media.endswith("+json"))
            ):
                raise MediaTypeError("its media type is not JSON's")
            return read_json(request.body)
        case "form":
            if media != "application/x-www-form-urlencoded":
                raise MediaTypeError("its media type is not a form's")
            text = request.body.decode("latin-1")
            return _fields(state, endpoint, parse_qs(text, keep_blank_values=True))
        case "multipart":
            return _fields(state, endpoint, _parts(request))
        case "text":
            try:
                return request.body.decode("utf-8")
            except UnicodeDecodeError as error:
                raise UnreadableError("it is no UTF-8") from error
        case _:
            return request.body


def body_problem(state: State, call: Call) -> Refusal | None:
    """A refusal where a body is missing or not of its type."""
    endpoint = call.endpoint
    if endpoint.body_form is None:
        return None
    if call.body is ABSENT:
        type_ = endpoint.body_type
        if type_ is not None and state.types.fits({}, type_):
            call.body = {}
            return None
        return _invalid("the body is missing")
    if endpoint.body_type is None or endpoint.body_form == "bytes":
        return None
    problem = state.types.problem(call.body, endpoint.body_type)
    return None if problem is None else _invalid(problem)


def unreadable(error: UnreadableError) -> Refusal:
    """The refusal of a body that can't be read."""
    kind = "invalid" if isinstance(error, MediaTypeError) else "malformed"
    return Refusal(kind, "body", INVALID, f"the body: {error}")


def _invalid(reason: str) -> Refusal:
    return Refusal("invalid", "body", INVALID, reason)


def _fields(state: State, endpoint: Endpoint, given: dict[str, list[Any]]) -> dict[str, Any]:
    """A form's fields as values of the types that the body's record has for them."""
    record = None if endpoint.body_type is None else state.types.body_of(endpoint.body_type)
    made: dict[str, Any] = {}
    for name, texts in given.items():
        field = record.get(name) if isinstance(record, Record) else None
        made[name] = texts[0] if field is None else read_texts(texts, field.type, state.types)
    return made


def _parts(request: Request) -> dict[str, list[Any]]:
    """The parts of a multipart body: texts, and the bytes of what has a file name."""
    found = re.search(r'boundary="?([^";]+)"?', request.headers.get("content-type", ""))
    if media_type(request) != "multipart/form-data" or found is None:
        raise MediaTypeError("its media type is not a multipart form's")
    pieces = (b"\r\n" + request.body).split(b"\r\n--" + found[1].encode("latin-1"))
    if len(pieces) < 2 or not pieces[-1].startswith(b"--"):
        raise UnreadableError("it has no end")
    made: dict[str, list[Any]] = {}
    for piece in pieces[1:-1]:
        head, gap, content = piece.partition(b"\r\n\r\n")
        name = _PART_NAME.search(head)
        if not gap or name is None:
            raise UnreadableError("a part has no name")
        is_file = b"filename=" in head
        try:
            value: Any = content if is_file else content.decode("utf-8")
        except UnicodeDecodeError as error:
            raise UnreadableError("a part is no UTF-8") from error
        made.setdefault(name[1].decode("utf-8", "replace"), []).append(value)
    return made
