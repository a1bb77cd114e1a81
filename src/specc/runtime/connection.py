"""One kept-alive HTTP/1.1 connection: a request's bytes go out at once, an answer comes back."""

from __future__ import annotations

import http.client
import io
import select
import socket
import ssl
import time
from functools import cache
from typing import TYPE_CHECKING

import attrs

from specc.runtime.exchange import Headers
from specc.runtime.hosts import Origin, addresses

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_CHUNK = 1 << 16
_BODILESS = (204, 304)


class TooLargeError(Exception):
    """An answer is larger than the limit."""


class NotSentError(Exception):
    """The connection went before all of the request was sent: nobody can have acted on it."""


@attrs.frozen
class Answer:
    """A response as it came over the wire. `stray` says that bytes followed where none may."""

    status: int
    reason: str
    headers: Headers
    content: bytes
    elapsed_ns: int
    stray: bool


class _Incoming(io.RawIOBase):
    """The receiving side of a socket, with one deadline for all of an answer."""

    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock
        self.deadline = 0.0
        self.received = 0
        self.waits = True

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int | None:
        if not self.waits:
            return None
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self.sock.settimeout(left)
        count = self.sock.recv_into(buffer)
        self.received += count
        return count


class _Reader(io.BufferedReader):
    """A reader that outlives the single answer: `HTTPResponse` closes what it has read from."""

    def close(self) -> None:
        """Leave it open; the connection is closed as a whole."""

    def flush(self) -> None:
        """Nothing is ever written to it."""


class Connection:
    """A connection to an origin. It is used by one thread at a time."""

    def __init__(self, origin: Origin, deadline: float) -> None:
        self.origin = origin
        self.used = False
        self._sock = _connect(origin, deadline)
        self._incoming = _Incoming(self._sock)
        self._reader = _Reader(self._incoming, _CHUNK)
        self._poll = select.poll() if hasattr(select, "poll") else None
        if self._poll is not None:
            self._poll.register(self._sock, select.POLLIN)

    def makefile(self, _mode: str) -> io.BufferedReader:
        """What `HTTPResponse` reads from."""
        return self._reader

    def close(self) -> None:
        """Close the socket; the connection is of no use any more."""
        self._sock.close()

    def __del__(self) -> None:
        if hasattr(self, "_sock"):
            self._sock.close()

    @property
    def is_stale(self) -> bool:
        """Whether the other side has closed, or sent what nobody asked for, while it lay idle."""
        if self._poll is not None:
            return bool(self._poll.poll(0))
        return bool(select.select([self._sock], [], [], 0)[0])

    @property
    def received_any(self) -> bool:
        """Whether any byte of an answer to the last request came."""
        return self._incoming.received > 0

    def exchange(
        self, method: str, data: bytes, deadline: float, limit: int
    ) -> tuple[Answer, bool]:
        """Send a request and read the answer; the second value says if the connection can go on.

        Raises NotSentError, TimeoutError, TooLargeError, OSError or http.client.HTTPException; the
        connection is then to be closed.
        """
        self.used = True
        incoming = self._incoming
        incoming.deadline = deadline
        incoming.received = 0
        started = time.perf_counter_ns()
        whole = self._send(data, deadline)
        try:
            response = self._head(method)
            content = _body(response, limit)
        except OSError:
            if not whole and not self.received_any:
                raise NotSentError from None
            raise
        elapsed = time.perf_counter_ns() - started
        stray = response.status in _BODILESS and self._has_stray(response)
        headers = Headers(list(response.headers.raw_items()))
        answer = Answer(response.status, response.reason, headers, content, elapsed, stray)
        return answer, whole and not stray and not response.will_close

    def _send(self, data: bytes, deadline: float) -> bool:
        self._sock.settimeout(max(deadline - time.monotonic(), 0.001))
        try:
            self._sock.sendall(data)
        except (BrokenPipeError, ConnectionResetError):
            # A server that refuses a body answers and closes before it has read it all.
            return False
        return True

    def _head(self, method: str) -> http.client.HTTPResponse:
        while True:
            # Only `makefile` is asked of what HTTPResponse is given.
            response = http.client.HTTPResponse(self, method=method)  # type: ignore[arg-type]
            response.begin()
            if response.status >= 200 or response.status == 101:
                return response

    def _has_stray(self, response: http.client.HTTPResponse) -> bool:
        if response.status == 204 and response.headers.get("Content-Length", "0").strip() != "0":
            return True
        self._incoming.waits = False
        try:
            return bool(self._reader.peek(1))
        finally:
            self._incoming.waits = True


def _body(response: http.client.HTTPResponse, limit: int) -> bytes:
    if response.length is not None:
        if response.length > limit:
            raise TooLargeError(f"{response.length:,} bytes")
        return response.read()
    chunks = []
    size = 0
    while chunk := response.read(_CHUNK):
        size += len(chunk)
        if size > limit:
            raise TooLargeError(f"more than {limit:,} bytes")
        chunks.append(chunk)
    return b"".join(chunks)


def _connect(origin: Origin, deadline: float) -> socket.socket:
    error = OSError("it has no address")
    for address in addresses(origin.host):
        left = max(deadline - time.monotonic(), 0.001)
        try:
            sock = socket.create_connection((address, origin.port), timeout=left)
        except OSError as refused:
            error = refused
            continue
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if origin.scheme == "https":
            return tls_context().wrap_socket(sock, server_hostname=origin.host)
        return sock
    raise error


@cache
def tls_context() -> ssl.SSLContext:
    """How certificates are checked, for every connection."""
    context = ssl.create_default_context()
    context.set_alpn_protocols(["http/1.1"])
    return context


def listens(origin: Origin, within: float) -> bool:
    """Whether something accepts connections there."""
    for address in addresses(origin.host):
        try:
            socket.create_connection((address, origin.port), timeout=within).close()
        except OSError:
            continue
        return True
    return False
