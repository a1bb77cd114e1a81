"""What is nobody's business: headers that let somebody in, fields that are secret by their name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from specc.runtime.contract import Contract, secret_fields
from specc.runtime.json_text import Json
from specc.runtime.redaction import REDACTED, Redactor, known

if TYPE_CHECKING:
    from specc.runtime.exchange import Request, Response

_HEADER = re.compile(
    r"auth(?!or(?!iz))|cookie|token|secret|passw|credential|session|signature|csrf"
    r"|(?:api|access|private)[-_]?key",
    re.I,
)
_HARMLESS = frozenset({"www-authenticate", "proxy-authenticate"})
_FIELD = re.compile(
    r"passw(or)?d|secret|credential|(?:private|api)[_-]?key"
    r"|^(?:(?:access|refresh|id|session|auth|csrf)[_-]?)?token$|^jwt$",
    re.I,
)
_SHORTEST = 4
"""Characters that a value must have to be hidden wherever it turns up."""


def is_sensitive(header: str) -> bool:
    """Whether a header of this name holds what lets somebody in."""
    return _HEADER.search(header) is not None and header.lower() not in _HARMLESS


def is_secret_field(name: str, declared: frozenset[str]) -> bool:
    """Whether a field is secret: a spec says so, or its name does."""
    return name in declared or _FIELD.search(name) is not None


def secret_names(request: Request) -> frozenset[str]:
    """The fields that the endpoint of a request, and its contracts, declare to be secret."""
    endpoint = request.endpoint
    if endpoint is None:
        return frozenset()
    contracts: list[Contract | None] = []
    for promise in endpoint.promises.values():
        contracts += [promise.contract, *promise.header.values(), *promise.optional_header.values()]
    return frozenset(endpoint.secret) | secret_fields(contracts)


def without_secrets(value: Json, names: frozenset[str]) -> Json:
    """The value with the content of its secret fields taken out."""
    if isinstance(value, Mapping):
        return {
            key: label(item)
            if is_secret_field(str(key), names) and not isinstance(item, bool | None)
            else without_secrets(item, names)
            for key, item in value.items()
        }
    if isinstance(value, list | tuple):
        return [without_secrets(item, names) for item in value]
    return value


def label(value: Json) -> str:
    """What is shown in a secret's place: the variable that it comes from, if that is known."""
    return (known().label(value) if isinstance(value, str) else None) or REDACTED


def secrets_of(request: Request, response: Response | None) -> Redactor:
    """What must not be shown of one exchange, beyond what is known to be secret anyway."""
    redactor = Redactor()
    names = secret_names(request)
    headers = request.headers.items() + (response.headers.items() if response else [])
    for name, value in headers:
        if is_sensitive(name) or name.lower() in request.credentials:
            for part in _parts(name, value):
                _add(redactor, part)
    query = request.target.partition("?")[2]
    for pair in query.split("&"):
        name, _, value = pair.partition("=")
        if is_secret_field(name, names):
            _add(redactor, value)
    for text in _field_values(request.sent, names):
        _add(redactor, text)
    if response is not None and response.is_json:
        for text in _field_values(response.json, names):
            _add(redactor, text)
    return redactor


def _add(redactor: Redactor, value: str) -> None:
    if len(value) >= _SHORTEST:
        redactor.add(value)


def _parts(name: str, value: str) -> Iterator[str]:
    """The secret parts of a header: the values of cookies, what follows a scheme."""
    lower = name.lower()
    if lower == "cookie":
        for pair in value.split(";"):
            yield pair.partition("=")[2].strip()
    elif lower == "set-cookie":
        yield value.partition(";")[0].partition("=")[2].strip()
    elif lower.endswith("authorization"):
        yield value.partition(" ")[2] or value
    else:
        yield value


def _field_values(value: Json, names: frozenset[str]) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            if is_secret_field(str(key), names):
                yield from _leaves(item)
            else:
                yield from _field_values(item, names)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _field_values(item, names)


def _leaves(value: Json) -> Iterator[str]:
    if isinstance(value, Mapping):
        for item in value.values():
            yield from _leaves(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _leaves(item)
    elif value is not None and not isinstance(value, bool):
        yield str(value)
