"""HTTP/1.1 on one connection: reads requests strictly and sends each answer at once.

A stalled client is told 408, a malformed request 4xx, and both end the connection: after an error
nobody can know where the next request would begin. A client that goes away is no event at all.
"""

import re
import socket
import time
from collections.abc import Callable, Mapping
from typing import BinaryIO

import attrs

from specc.serving.answers import Answer, ProblemError, encode

MOST_BODY_BYTES = 10_000_000
MOST_LINE_BYTES = 8_192
MOST_HEADERS = 64
IDLE_SECONDS = 75.0
STALL_SECONDS = 10.0
LINGER_SECONDS = 2.0

_TOKEN = rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_REQUEST_LINE = re.compile(rb"(%s) ([!-~\x80-\xff]+) HTTP/([0-9])\.([0-9])\r?\n" % _TOKEN)
_HEADER_NAME = re.compile(_TOKEN)
_ORIGIN = re.compile(r"https?://[^/?#]*", re.IGNORECASE)
# Said twice, these make two readers of one request disagree about what it is.
_SINGLE_HEADERS = frozenset({"content-length", "transfer-encoding", "host"})


@attrs.frozen
class Request:
    """One complete request. `path` is still percent-encoded; names of headers are lower case."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes
    keep_alive: bool


def converse(connection: socket.socket, respond: Callable[[Request], Answer]) -> None:
    """Answer the requests of one connection, until either side ends it."""
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        with connection.makefile("rb") as stream:
            while _exchange(connection, stream, respond):
                pass
    except OSError:
        return  # the client left, or stayed idle too long


def _exchange(
    connection: socket.socket, stream: BinaryIO, respond: Callable[[Request], Answer]
) -> bool:
    """One request and its answer; whether the connection goes on."""
    connection.settimeout(IDLE_SECONDS)
    line = stream.readline(MOST_LINE_BYTES + 1)
    if len(line) <= MOST_LINE_BYTES and not line.endswith(b"\n"):
        return False  # the client left between two requests, or in the middle of a line
    if line in (b"\r\n", b"\n"):
        return True  # RFC 9112: empty lines before a request are to be skipped
    connection.settimeout(STALL_SECONDS)
    try:
        request = _read_request(line, connection, stream)
    except TimeoutError:
        return _turn_away(connection, ProblemError(408, "the request did not arrive in time"))
    except ProblemError as refusal:
        return _turn_away(connection, refusal)
    answer = respond(request)
    with_body = request.method != "HEAD"
    connection.sendall(encode(answer, with_body=with_body, close=not request.keep_alive))
    return request.keep_alive


def _turn_away(connection: socket.socket, refusal: ProblemError) -> bool:
    """Refuse and end the connection, without losing the refusal.

    Closing a socket that has unread input resets the connection, and the client would see that
    instead of the answer. So what it still sends is read for a moment, and dropped.
    """
    connection.sendall(encode(refusal.answer, with_body=True, close=True))
    connection.shutdown(socket.SHUT_WR)
    deadline = time.monotonic() + LINGER_SECONDS
    connection.settimeout(LINGER_SECONDS)
    while time.monotonic() < deadline and connection.recv(65_536):
        pass
    return False


def _read_request(line: bytes, connection: socket.socket, stream: BinaryIO) -> Request:
    if len(line) > MOST_LINE_BYTES:
        raise ProblemError(414, "the request line is too long")
    start = _REQUEST_LINE.fullmatch(line)
    if start is None:
        raise ProblemError(400, "the request line is malformed")
    if start[3] != b"1":
        raise ProblemError(505, "only HTTP/1.1 and HTTP/1.0 are spoken here")
    modern = start[4] != b"0"
    path, query = _split_target(start[2].decode("latin-1"))
    headers = _read_headers(stream)
    if modern and "host" not in headers:
        raise ProblemError(400, "the Host header is missing")
    length = _body_length(headers)
    if length and headers.get("expect", "").lower() == "100-continue":
        connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
    body = stream.read(length)
    if len(body) < length:
        raise ConnectionResetError("the client left in the middle of a body")
    wishes = headers.get("connection", "").lower()
    keep_alive = "close" not in wishes if modern else "keep-alive" in wishes
    return Request(start[1].decode("ascii"), path, query, headers, body, keep_alive)


def _split_target(target: str) -> tuple[str, str]:
    origin = _ORIGIN.match(target)
    if origin is not None:  # the absolute form, which proxies use
        target = target[origin.end() :]
        if not target.startswith("/"):
            target = "/" + target
    if not target.startswith("/"):
        raise ProblemError(400, "the request target must be a path")
    path, _, query = target.partition("?")
    return path, query


def _read_headers(stream: BinaryIO) -> dict[str, str]:
    headers: dict[str, str] = {}
    for _ in range(MOST_HEADERS + 1):
        line = stream.readline(MOST_LINE_BYTES + 1)
        if line in (b"\r\n", b"\n"):
            return headers
        if len(line) > MOST_LINE_BYTES:
            raise ProblemError(431, "a header is too long")
        if not line.endswith(b"\n"):
            raise ConnectionResetError("the client left in the middle of the headers")
        raw_name, colon, raw_value = line.partition(b":")
        raw_value = raw_value.strip(b" \t\r\n")
        if not colon or not _HEADER_NAME.fullmatch(raw_name) or re.search(rb"[\0\r]", raw_value):
            raise ProblemError(400, "a header is malformed")
        name, value = raw_name.decode("ascii").lower(), raw_value.decode("latin-1")
        if name in headers:
            if name in _SINGLE_HEADERS:
                raise ProblemError(400, "a header that must be unique is repeated")
            value = f"{headers[name]}, {value}"
        headers[name] = value
    raise ProblemError(431, "there are too many headers")


def _body_length(headers: Mapping[str, str]) -> int:
    """The length of the body in bytes; a body without a declared length is refused."""
    if "transfer-encoding" in headers:
        raise ProblemError(411, "send the body with a Content-Length")
    text = headers.get("content-length", "0")
    if re.fullmatch("[0-9]{1,18}", text) is None:
        raise ProblemError(400, "the Content-Length is malformed")
    length = int(text)
    if length > MOST_BODY_BYTES:
        raise ProblemError(413, f"a body may have {MOST_BODY_BYTES} bytes")
    return length
