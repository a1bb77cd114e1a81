"""A call before it is anybody's: where it goes, and what goes along whoever makes it."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from specc.runtime.absent import ABSENT
from specc.runtime.body import encode
from specc.runtime.endpoint import Endpoint, Form
from specc.runtime.serialise import fixed_path, header_line, in_path, query
from specc.runtime.service import Service

_WITHOUT_BODY = frozenset({"GET", "HEAD", "DELETE", "OPTIONS", "TRACE"})


@attrs.define
class Outgoing:
    """What is asked for: the request's target, and header lines by their lower-case names."""

    service: Service
    method: str
    target: str
    lines: dict[str, str]
    cookies: Mapping[str, object]
    body: object
    form: Form | None
    media: str | None
    endpoint: Endpoint | None

    def content(self) -> bytes | None:
        """The body's bytes; the header lines that say what it is are added."""
        if self.body is ABSENT:
            if self.method not in _WITHOUT_BODY:
                self.lines["content-length"] = "Content-Length: 0\r\n"
            return None
        encoded = encode(self.body, self.form, self.media)
        self.lines.setdefault("content-type", f"Content-Type: {encoded.media}\r\n")
        self.lines["content-length"] = f"Content-Length: {len(encoded.content)}\r\n"
        return encoded.content


def to_endpoint(endpoint: Endpoint, params: Mapping[str, object], body: object) -> Outgoing:
    """A call of an endpoint. Raises LookupError for parameters that are missing or not its own."""
    if not params.keys() <= endpoint.params:
        unknown = ", ".join(sorted(params.keys() - endpoint.params))
        raise LookupError(f"the endpoint {endpoint.name} has no parameter {unknown}")
    given = {name: value for name, value in params.items() if value is not None}
    return Outgoing(
        endpoint.service,
        endpoint.method,
        _with_query(
            _path(endpoint, given), {name: given[name] for name in endpoint.query if name in given}
        ),
        {name.lower(): header_line(name, given[name]) for name in endpoint.header if name in given},
        {name: given[name] for name in endpoint.cookie if name in given},
        body,
        endpoint.body,
        endpoint.media,
        endpoint,
    )


def to_path(
    service: Service,
    method: str,
    path: str,
    query: Mapping[str, object],
    header: Mapping[str, object],
    cookie: Mapping[str, object],
    body: object,
    form: Form | None,
    media: str | None,
) -> Outgoing:
    """A request to any path of a service. Raises ValueError for what is no path."""
    if not path.startswith("/") or not method.isalpha():
        raise ValueError(f"{method} {path!r} is no request: a path starts with a slash")
    target = service.base + fixed_path(path)
    lines = {name.lower(): header_line(name, value) for name, value in header.items()}
    return Outgoing(
        service,
        method.upper(),
        _with_query(target, query),
        lines,
        cookie,
        body,
        form,
        media,
        None,
    )


def _path(endpoint: Endpoint, params: Mapping[str, object]) -> str:
    pieces = endpoint.pieces
    target = endpoint.service.base + pieces[0]
    for index in range(1, len(pieces), 2):
        name = pieces[index]
        if name not in params:
            raise LookupError(f"the endpoint {endpoint.name} needs the path parameter {name}")
        target += in_path(params[name], name) + pieces[index + 1]
    return target


def _with_query(target: str, pairs: Mapping[str, object]) -> str:
    text = query(iter(pairs.items()))
    if not text:
        return target
    return f"{target}{'&' if '?' in target else '?'}{text}"
