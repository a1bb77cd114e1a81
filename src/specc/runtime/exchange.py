"""A request that was sent and the response that came."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from specc.runtime import json_text
from specc.runtime.absent import ABSENT
from specc.runtime.broken import Broken, Finding
from specc.runtime.json_text import Json

if TYPE_CHECKING:
    from specc.runtime.endpoint import Endpoint
    from specc.runtime.hosts import Origin
    from specc.runtime.service import Service


class Request:
    """A request as it was sent. `credentials` are the names of headers that came from the actor."""

    __slots__ = (  # as many are made as requests are sent
        "actor",
        "body",
        "credentials",
        "endpoint",
        "head",
        "method",
        "origin",
        "sent",
        "service",
        "target",
    )

    def __init__(
        self,
        *,
        method: str,
        origin: Origin,
        target: str,
        head: str,
        body: bytes | None,
        sent: object,
        actor: str,
        credentials: frozenset[str],
        endpoint: Endpoint | None,
        service: Service,
    ) -> None:
        self.method = method
        self.origin = origin
        self.target = target
        self.head = head
        self.body = body
        self.sent = sent
        self.actor = actor
        self.credentials = credentials
        self.endpoint = endpoint
        self.service = service

    def __repr__(self) -> str:
        return f"<Request {self.method} {self.target.partition('?')[0]} as {self.actor}>"

    @property
    def url(self) -> str:
        """The absolute URL."""
        return f"{self.origin}{self.target}"

    @property
    def headers(self) -> Headers:
        """The headers that were sent, in their order."""
        lines = self.head.split("\r\n")
        pairs = (line.partition(": ") for line in lines if line)
        return Headers([(name, value) for name, _, value in pairs])


class Headers:
    """The headers of a message, in their order; names are compared without regard to case."""

    __slots__ = ("_pairs",)

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        self._pairs = pairs

    def get(self, name: str, default: str | None = None) -> str | None:
        """The first value of a header."""
        wanted = name.lower()
        return next((value for key, value in self._pairs if key.lower() == wanted), default)

    def get_all(self, name: str) -> list[str]:
        """All values of a header that may come several times."""
        wanted = name.lower()
        return [value for key, value in self._pairs if key.lower() == wanted]

    def items(self) -> list[tuple[str, str]]:
        """Names and values."""
        return list(self._pairs)

    def __contains__(self, name: str) -> bool:
        return self.get(name) is not None

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._pairs)

    def __len__(self) -> int:
        return len(self._pairs)

    def __repr__(self) -> str:
        return f"<Headers {', '.join(self)}>"


class Response:
    """What a service answered.

    `elapsed` is in seconds, from the first byte sent to the last byte received. `content` is the
    body with its content encoding undone; where that could not be, `undecoded` says why and
    `content` is as it came. `hops` are the redirects that led here.
    """

    def __init__(
        self,
        request: Request,
        status: int,
        reason: str,
        headers: Headers,
        content: bytes,
        elapsed: Decimal,
        *,
        undecoded: str = "",
        stray: bool = False,
        hops: tuple[Response, ...] = (),
    ) -> None:
        self.request = request
        self.status = status
        self.reason = reason
        self.headers = headers
        self.content = content
        self.elapsed = elapsed
        self.undecoded = undecoded
        self.stray = stray
        """Whether bytes followed where the status forbids a body."""
        self.hops = hops

    def __repr__(self) -> str:
        name = self.endpoint.name if self.endpoint else repr(self.request)
        return f"<Response {self.status} of {name}>"

    @property
    def endpoint(self) -> Endpoint | None:
        """The endpoint that was called; None for a raw request."""
        return self.request.endpoint

    @property
    def sent(self) -> Json:
        """The body as it was given to the call. Raises Broken if there was none."""
        if self.request.sent is ABSENT:
            __tracebackhide__ = True
            raise self._broken("the request had no body")
        return self.request.sent

    def header(self, name: str) -> str | None:
        """A header's value, or None."""
        return self.headers.get(name)

    def cookie(self, name: str) -> str | None:
        """The value that a `Set-Cookie` of this response gives a cookie, or None."""
        for line in self.headers.get_all("Set-Cookie"):
            key, _, value = line.partition(";")[0].partition("=")
            if key.strip() == name:
                return value.strip().strip('"')
        return None

    @property
    def media(self) -> str:
        """The media type without its parameters, in lower case; empty if none is given."""
        return (self.headers.get("Content-Type") or "").partition(";")[0].strip().lower()

    @cached_property
    def text(self) -> str:
        """The body as text, in the charset that the response names, else UTF-8."""
        charset = "utf-8"
        for parameter in (self.headers.get("Content-Type") or "").split(";")[1:]:
            name, _, value = parameter.partition("=")
            if name.strip().lower() == "charset":
                charset = value.strip().strip('"')
        try:
            return self.content.decode(charset, "replace")
        except LookupError:
            return self.content.decode("utf-8", "replace")

    @cached_property
    def json(self) -> Json:
        """The body as JSON, numbers with a fraction as Decimal. Raises Broken if it is none."""
        __tracebackhide__ = True
        try:
            return json_text.parse(self.content.decode("utf-8"))
        except ValueError as wrong:
            raise self._broken(self._why_not_json(wrong)) from None

    @property
    def is_json(self) -> bool:
        """Whether the body can be read as JSON."""
        try:
            _ = self.json
        except Broken:
            return False
        return True

    def _why_not_json(self, wrong: ValueError) -> str:
        if not self.content:
            return "the body is empty, where JSON was expected"
        if self.undecoded:
            return f"the body cannot be read: {self.undecoded}"
        return f"the body is not JSON ({wrong})"

    def __getitem__(self, key: str | int) -> Json:
        """A field (or, of a list, an item) of the body. Raises Broken if it is not there."""
        __tracebackhide__ = True
        value = self.json
        try:
            return value[key]
        except (LookupError, TypeError):
            raise self._broken(_why_missing(value, key)) from None

    def get(self, key: str, default: object = None) -> Json:
        """A field of the body, or the default. Raises Broken if the body is no object."""
        __tracebackhide__ = True
        value = self.json
        if not isinstance(value, dict):
            raise self._broken(_why_missing(value, key))
        return value.get(key, default)

    def __contains__(self, key: object) -> bool:
        value = self.json
        return isinstance(value, dict | list | str) and key in value

    __iter__ = None  # else `in` and loops would try [0], [1], ...

    def _broken(self, message: str) -> Broken:
        return Broken(Finding.saying(message, self))


def _why_missing(value: object, key: str | int) -> str:
    if isinstance(key, int):
        if isinstance(value, list):
            return f"the body has no item {key}: it is a list of {len(value)}"
        return f"the body has no item {key}: it is {kind(value)}"
    if not isinstance(value, dict):
        return f"the body has no field `{key}`: it is {kind(value)}"
    names = ", ".join(map(str, value)) or "none"
    near = difflib.get_close_matches(key, list(value), 1, 0.7)
    meant = f"; did you mean `{near[0]}`?" if near else ""
    return f"the body has no field `{key}` (it has: {names}){meant}"


def kind(value: object) -> str:
    """What JSON calls a value: `an object`, `a list of 3`, `text`, `a number`, `true`, `null`."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return "text"
        case int() | float() | Decimal():
            return "a number"
        case dict():
            return "an object"
        case list():
            return f"a list of {len(value)}"
        case _:
            return f"a {type(value).__name__}"
