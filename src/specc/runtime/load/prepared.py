"""Requests that are put into bytes before they are sent: all but what is only known then."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Mapping
from typing import Any

import attrs

from specc.runtime.absent import ABSENT
from specc.runtime.actor import Actor
from specc.runtime.endpoint import Endpoint
from specc.runtime.exchange import Request
from specc.runtime.expect import Status
from specc.runtime.load.heads import Head
from specc.runtime.load.tally import Series
from specc.runtime.outgoing import Outgoing, to_endpoint, to_path
from specc.runtime.serialise import wire
from specc.runtime.service import Service

_NOTHING: Mapping[str, Any] = {}
_PLAIN = re.compile(r"[A-Za-z0-9_-]+", re.ASCII).fullmatch
"""Text that is spelled the same in a path, a query, a header, a form and JSON."""


@attrs.frozen
class Slot:
    """The place of a value that is known only when the request is sent; `of` says what it is."""

    of: str


class Prepared:
    """A request of a profile: what is sent, and what status is to come.

    `call` and `to` make them. `whole` keeps each answer apart from others of the same bytes,
    because a flow asks for its time or its request.
    """

    def __init__(
        self,
        make: Callable[[Mapping[str, Any], object], Outgoing],
        params: Mapping[str, Any],
        body: object,
        *,
        name: str,
        method: str,
        service: Service,
        expects: Status | None,
        at: str,
        follow: bool,
        whole: bool,
        endpoint: Endpoint | None = None,
    ) -> None:
        self.endpoint = endpoint
        self._make = make
        self._params = params
        self._body = body
        self.name = name
        self.method = method
        self.service = service
        self.expects = expects
        self.at = at
        self.follow = follow
        self.whole = whole
        self.slots = _slots((params, body))
        self.bodiless = method == "HEAD"
        self.repeatable = method in {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"}
        wanted = [expects] if isinstance(expects, int | str) else list(expects or ())
        self.has_effects = endpoint is not None and endpoint.has_effects
        self.fine = frozenset(each for each in wanted if isinstance(each, int))
        """Statuses of which nothing more is to be asked."""

    def __repr__(self) -> str:
        return f"<Prepared {self.method} {self.name}>"

    def params(self, values: tuple[object, ...]) -> Mapping[str, Any]:
        """The call's parameters, with values in their slots."""
        if not self.slots:
            return self._params
        return _filled(self._params, iter(values))  # type: ignore[no-any-return]

    def outgoing(self, values: tuple[object, ...]) -> Outgoing:
        """The call with values in its slots. Raises as `Actor.call` does."""
        if len(values) != self.slots:
            raise TypeError(f"{self!r} takes {self.slots} values, not {len(values)}")
        rest = iter(values)
        params = _filled(self._params, rest)
        body = _filled(self._body, rest)
        return self._make(params, body)


def call(
    endpoint: Endpoint,
    params: Mapping[str, Any] = _NOTHING,
    *,
    body: object = ABSENT,
    expects: Status | None = None,
    at: str = "",
    follow: bool = False,
    whole: bool = False,
) -> Prepared:
    """A call of an endpoint, with the status that is to come and the spec line that says so.

    Where no single status can be said here, whoever sends it says it.
    """
    # What is deleted by what was sent is told by the request of each answer.
    told_by_request = endpoint.creates is not None and endpoint.creates.from_request
    return Prepared(
        lambda params, body: to_endpoint(endpoint, params, body),
        params,
        body,
        name=endpoint.name,
        method=endpoint.method,
        service=endpoint.service,
        expects=expects,
        at=at,
        follow=follow,
        whole=whole or told_by_request,
        endpoint=endpoint,
    )


def request(
    method: str,
    path: str,
    *,
    service: Service,
    query: Mapping[str, Any] = _NOTHING,
    body: object = ABSENT,
    expects: Status | None = None,
    at: str = "",
    follow: bool = False,
    whole: bool = False,
) -> Prepared:
    """A request that is no declared endpoint's."""
    shown = path.of if isinstance(path, Slot) else path
    return Prepared(
        lambda given, body: to_path(
            service, method, given["path"], given["query"], {}, {}, body, None, None
        ),
        {"path": path, "query": query},
        body,
        name=f"{method} {shown}",
        method=method,
        service=service,
        expects=expects,
        at=at,
        follow=follow,
        whole=whole,
    )


def _slots(value: object) -> int:
    match value:
        case Slot():
            return 1
        case Mapping():
            return sum(map(_slots, value.values()))
        case list() | tuple():
            return sum(map(_slots, value))
        case _:
            return 0


def _filled(value: Any, rest: Any) -> Any:
    match value:
        case Slot():
            return next(rest)
        case str() | int():
            return value
        case dict() | Mapping():
            return {key: _filled(item, rest) for key, item in value.items()}
        case list() | tuple():
            return [_filled(item, rest) for item in value]
        case _:
            return value


class Ready:
    """A prepared request as one actor sends it, and the last answer to it.

    `data` is the whole request where it has no slots, else None.
    """

    __slots__ = (
        "_body",
        "_head",
        "_length",
        "actor",
        "answer",
        "at_length",
        "data",
        "head",
        "prepared",
        "raw",
        "request",
        "series",
    )

    def __init__(self, prepared: Prepared, actor: Actor, series: Series) -> None:
        self.prepared = prepared
        self.actor = actor
        self.series = series
        self.at_length = prepared.follow or actor.answers_challenges
        """Whether its answer may lead to further requests."""
        self.raw = b""
        """The bytes of the last answer, where it may stand for others like it; `head` is theirs."""
        self.head: Head | None = None
        self.answer: Any = None
        self.data: bytes | None = None
        self.request: Request | None = None
        self._head: tuple[bytes, ...] | None = None
        self._body: tuple[tuple[bytes, bytes], ...] = ()
        self._length: bytes | None = None
        if prepared.slots:
            self._split()
        else:
            self.request = actor.dressed(prepared.outgoing(()))
            self.data = bytes_of(self.request)

    def _split(self) -> None:
        """Cut the request where values go in; leave it whole where that isn't sure to be right."""
        token = secrets.token_hex(12)
        marks = [f"slot-{token}-{index}-" for index in range(self.prepared.slots)]
        try:
            made = self.actor.dressed(self.prepared.outgoing(tuple(marks)))
        except (TypeError, ValueError):
            return  # such as a path: a mark is none
        head, body = _head_of(made), made.body or b""
        at = [(head + b"\0" + body).count(mark.encode()) for mark in marks]
        in_body = [mark for mark in marks if mark.encode() in body]
        if at != [1] * len(marks) or marks[len(marks) - len(in_body) :] != in_body:
            return
        length = b"Content-Length: %d\r\n" % len(body)
        if in_body:
            if head.count(length) != 1:
                return
            head, _, self._length = head.partition(length)
        pieces = _cut(head, [mark for mark in marks if mark not in in_body])
        if pieces is None:
            return
        self._head = pieces
        found = _cut(body, in_body)
        assert found is not None, "the marks were counted"
        # Of JSON text the quotes belong to the value: a number has none.
        self._body = tuple(_quotes(found))

    def bytes_for(self, values: tuple[object, ...]) -> bytes:
        """The request with values in its slots. Raises as `Actor.call` does."""
        if self._head is not None:
            made = self._spliced(values)
            if made is not None:
                return made
        return bytes_of(self.request_for(values))

    def request_for(self, values: tuple[object, ...]) -> Request:
        """The request with values in its slots, for those who want to look at it."""
        return self.request or self.actor.dressed(self.prepared.outgoing(values))

    def _spliced(self, values: tuple[object, ...]) -> bytes | None:
        """The pieces with the values between them, if each value is spelled one way everywhere."""
        head = self._head
        assert head is not None
        if len(values) != self.prepared.slots:
            return None
        in_head = len(head) - 1
        made = head[0]
        for index in range(in_head):
            value = values[index]
            if type(value) is not str or not _PLAIN(value):
                if type(value) is not int:
                    return None
                value = str(value)
            made += value.encode() + head[index + 1]
        if self._length is None:
            return made + self._body[0][0] if self._body else made
        body = self._body[0][0]
        for index in range(in_head, len(values)):
            value = values[index]
            quote, after = self._body[index - in_head + 1]
            if type(value) is str and _PLAIN(value):
                body += quote + value.encode() + quote + after
            elif type(value) is int:
                body += str(value).encode() + after
            else:
                return None
        return b"%bContent-Length: %d\r\n%b%b" % (made, len(body), self._length, body)


class Later:
    """The request of an answer, made when someone looks at it."""

    __slots__ = ("_ready", "_values")

    def __init__(self, ready: Ready, values: tuple[object, ...]) -> None:
        self._ready = ready
        self._values = values

    def __getattr__(self, name: str) -> Any:
        if name in ("endpoint", "method"):
            return getattr(self._ready.prepared, name)
        return getattr(self._ready.request_for(self._values), name)


def _cut(text: bytes, marks: list[str]) -> tuple[bytes, ...] | None:
    pieces = []
    for mark in marks:
        before, found, text = text.partition(mark.encode())
        if not found:
            return None  # not in this order
        pieces.append(before)
    return (*pieces, text)


def _quotes(pieces: tuple[bytes, ...]) -> list[tuple[bytes, bytes]]:
    """The first piece; then for each slot the quote around it and what follows."""
    texts = list(pieces)
    quotes = []
    for index in range(1, len(texts)):
        before, after = texts[index - 1], texts[index]
        quoted = before.endswith(b'"') and after.startswith(b'"')
        if quoted:
            texts[index - 1], texts[index] = before[:-1], after[1:]
        quotes.append(b'"' if quoted else b"")
    return [(texts[0], b""), *zip(quotes, texts[1:], strict=True)]


def _head_of(made: Request) -> bytes:
    return wire(f"{made.method} {made.target} HTTP/1.1\r\n{made.head}\r\n")


def bytes_of(made: Request) -> bytes:
    """A request as it goes over the wire."""
    head = _head_of(made)
    return head + made.body if made.body else head
