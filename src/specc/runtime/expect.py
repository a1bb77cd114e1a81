"""Hold a response against what was promised of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from fnmatch import fnmatchcase
from http import HTTPStatus
from typing import TypeAlias

import attrs

from specc.runtime.absent import DECLARED, Declared
from specc.runtime.broken import Broken, Finding
from specc.runtime.contract import Contract
from specc.runtime.endpoint import Returns
from specc.runtime.exchange import Response
from specc.runtime.json_text import Json, brief
from specc.runtime.mismatch import Mismatch

Status: TypeAlias = int | str | Iterable[int | str]
"""A status, a class of them (`"4xx"`), or several of either."""

Promise: TypeAlias = Contract | Returns | Declared | None


def expect(response: Response, status: Status, contract: Promise = DECLARED) -> Response:
    """Check a response and return it.

    The status must be the one given (or in the class, or one of several). Then content type,
    headers and body must be as the endpoint declares for that status; `contract` takes the place of
    the declared body, and None promises nothing of it. Raises one Broken with every mismatch.
    """
    __tracebackhide__ = True
    found = list(status_mismatches(response, status)) or list(
        content_mismatches(response, contract)
    )
    if found:
        raise Broken(Finding(tuple(found), shown=(response,)))
    return response


def expect_status(response: Response, status: Status) -> Response:
    """Check the status of a step that others build on, and return the response.

    What the answer holds is for the tests of its endpoint: whatever is wrong with it, the tests
    that only need what was made are run. Raises Broken.
    """
    __tracebackhide__ = True
    found = list(status_mismatches(response, status))
    if found:
        raise Broken(Finding(tuple(found), shown=(response,)))
    return response


def status_mismatches(response: Response, status: Status) -> Iterable[Mismatch]:
    """How the status is not one of those expected, or not one that the endpoint declares."""
    wanted = [status] if isinstance(status, int | str) else list(status)
    came = response.status
    if came in wanted:
        return
    # Where a redirect led is no longer the endpoint that was called.
    endpoint = None if response.hops else response.endpoint
    undeclared = ""
    if endpoint is not None and came not in endpoint.promises:
        declared = ", ".join(map(str, endpoint.promises)) or "none"
        undeclared = f"{came} is declared nowhere in `{endpoint.name}` (it declares: {declared})"
    if not any(_in_class(came, each) for each in wanted):
        expected = " or ".join(str(each) for each in wanted)
        yield Mismatch.between("status", expected, _named(response) + _reason_given(response))
        if undeclared:
            yield Mismatch("status", undeclared)
    elif undeclared:
        yield Mismatch("status", undeclared, "a status that is declared", _named(response))


def _in_class(status: int, wanted: int | str) -> bool:
    return (
        isinstance(wanted, str)
        and re.fullmatch(r"[1-5]xx", wanted) is not None
        and (status // 100 == int(wanted[0]))
    )


def _named(response: Response) -> str:
    try:
        usual = HTTPStatus(response.status).phrase
    except ValueError:
        usual = ""
    return f"{response.status} {response.reason or usual}".rstrip()


def _reason_given(response: Response) -> str:
    """What an error response says of itself: it belongs into the first line of a report."""
    if response.status < 400 or not response.is_json or not isinstance(response.json, dict):
        return ""
    for name in ("detail", "message", "error_description", "error", "title"):
        text = response.json.get(name)
        if isinstance(text, str) and text and text != response.reason:
            return f" ({brief(text, 200)})"
    return ""


def content_mismatches(response: Response, contract: Promise = DECLARED) -> Iterable[Mismatch]:
    """How content type, headers and body are not as promised for the status that came."""
    promise = _promise(response, contract)
    if response.status in (204, 304) and (response.stray or response.content):
        yield Mismatch(
            "body", f"a {response.status} response must not have a body, and this one has"
        )
    if promise is None:
        return
    yield from _header_mismatches(response, promise)
    if response.status in (204, 304) or response.request.method == "HEAD":
        return
    yield from _media_mismatches(response, promise)
    if promise.contract is not None:
        yield from _body_mismatches(response, promise, promise.contract)


def _promise(response: Response, contract: Promise) -> Returns | None:
    called = None if response.hops else response.endpoint
    declared = called.promises.get(response.status) if called else None
    if contract is DECLARED:
        return declared
    if isinstance(contract, Returns):
        return contract
    if declared is None:
        return Returns(contract)
    if contract is None:  # nothing of the body; the headers stay promised
        return attrs.evolve(declared, contract=None, form="json", media=None)
    return attrs.evolve(declared, contract=contract)


def _media_mismatches(response: Response, promise: Returns) -> Iterable[Mismatch]:
    if promise.media is not None:
        expected, fits = promise.media, fnmatchcase(response.media, promise.media.lower())
    elif promise.form == "json" and promise.contract is not None:
        expected, fits = "application/json", _is_json(response.media)
    elif promise.form == "text":
        expected, fits = "text/…", response.media.startswith("text/")
    else:
        return
    if not fits:
        given = response.headers.get("Content-Type")
        yield Mismatch.between(
            "header.Content-Type", expected, "no such header" if given is None else given
        )


def _is_json(media: str) -> bool:
    return media == "application/json" or media.endswith("+json")


def _body_mismatches(
    response: Response, promise: Returns, contract: Contract
) -> Iterable[Mismatch]:
    if response.undecoded:
        yield Mismatch("body", f"cannot be read: {response.undecoded}")
        return
    match promise.form:
        case "bytes":
            low, high = _sizes(contract)
            size = len(response.content)
            if not low <= size <= (size if high is None else high):
                yield Mismatch.between("body", f"from {low} to {high} bytes", f"{size} bytes")
        case "text":
            yield from contract.errors(response.text)
        case _:
            try:
                value = response.json
            except Broken as broken:
                yield Mismatch.between(
                    "body", f"JSON ({contract.name})", _instead(response, broken)
                )
            else:
                yield from contract.errors(value)


def _instead(response: Response, broken: Broken) -> str:
    return brief(response.text) if response.content else broken.mismatches[0].message


def _sizes(contract: Contract) -> tuple[int, int | None]:
    sizes = contract.schema.get("x-bytes") if not isinstance(contract.schema, bool) else None
    low, high = sizes or (None, None)
    return low or 0, high


def _header_mismatches(response: Response, promise: Returns) -> Iterable[Mismatch]:
    for headers, required in ((promise.header, True), (promise.optional_header, False)):
        for name, contract in headers.items():
            text = response.headers.get(name)
            if text is not None:
                yield from contract.errors(_value(text, contract), f"header.{name}")
            elif required:
                yield Mismatch(f"header.{name}", "missing", contract.name, "no such header")


def _value(text: str, contract: Contract) -> Json:
    """A header's text as the type that its contract is about; text where it is not of that type."""
    schema = contract.schema if not isinstance(contract.schema, bool) else {}
    kinds = schema.get("type", "string")
    for kind in [kinds] if isinstance(kinds, str) else kinds:
        match kind:
            case "integer" if re.fullmatch(r"[+-]?\d{1,4000}", text):
                return int(text)
            case "number":
                try:
                    number = Decimal(text)
                except InvalidOperation:
                    continue
                if number.is_finite():
                    return number
            case "boolean" if text.lower() in ("true", "false"):
                return text.lower() == "true"
            case "array":
                return [item.strip() for item in text.split(",")]
    return text
