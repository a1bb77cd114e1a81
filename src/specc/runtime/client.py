"""Send requests: kept-alive connections, time limits, and what went wrong in plain words."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from decimal import Decimal

from specc.runtime import patience, sent_log
from specc.runtime.broken import Broken, Finding
from specc.runtime.connection import Answer, Connection, NotSentError, TooLargeError
from specc.runtime.decoding import decoded
from specc.runtime.exchange import Request, Response
from specc.runtime.hosts import Origin
from specc.runtime.security_budget import budget
from specc.runtime.serialise import wire

LARGEST = 64 * 1024 * 1024
"""Bytes that a response may have."""

_REPEATABLE = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"})


class _Idle(threading.local):
    """This thread's connections. No other thread uses them, so that none has to wait."""

    def __init__(self) -> None:
        self.connections: dict[Origin, Connection] = {}


_idle = _Idle()
_sent = 0


def sent() -> int:
    """How many requests this process has sent."""
    return _sent


def send(request: Request, timeout: float) -> Response:
    """Send a request and wait, at most `timeout` seconds, for the whole response.

    Raises HostRefusedError, before anything is sent, for a host that is not allowed, and Broken
    where no complete HTTP response comes.
    """
    __tracebackhide__ = True
    global _sent
    request.service.allowed.check(request.origin)
    budget.spend()
    _sent += 1
    timeout = patience.left(request.origin, timeout)
    if not timeout:
        words = f"no answer: {request.origin.netloc} has stopped to answer"
        raise Broken(Finding.saying(words, request))
    sent_log.note(request)
    head = wire(f"{request.method} {request.target} HTTP/1.1\r\n{request.head}\r\n")
    try:
        answer = _exchange(request, head + request.body if request.body else head, timeout)
        content, undecoded = answer.content, ""
        if encodings := answer.headers.get("Content-Encoding"):
            content, undecoded = decoded(content, encodings, LARGEST)
    except (OSError, NotSentError, TooLargeError, http.client.HTTPException) as wrong:
        if isinstance(wrong, TimeoutError):
            patience.waited_in_vain(request.origin, timeout)
        words = in_words(wrong, request.origin, timeout)
        raise Broken(Finding.saying(words, request)) from None
    patience.answered(request.origin)
    return Response(
        request,
        answer.status,
        answer.reason,
        answer.headers,
        content,
        Decimal(answer.elapsed_ns).scaleb(-9),
        undecoded=undecoded,
        stray=answer.stray,
    )


def close_idle() -> None:
    """Close the kept-alive connections of this thread."""
    while _idle.connections:
        _idle.connections.popitem()[1].close()


def _exchange(request: Request, data: bytes, timeout: float) -> Answer:
    origin = request.origin
    deadline = time.monotonic() + timeout
    kept = _idle.connections.pop(origin, None)
    if kept is not None and kept.is_stale:
        kept.close()
        kept = None
    connection = kept or Connection(origin, deadline)
    while True:
        again = connection.used
        try:
            answer, goes_on = connection.exchange(request.method, data, deadline, LARGEST)
        except BaseException as wrong:
            connection.close()
            # A connection that was kept may have been closed by the server in the same moment. The
            # request is sent once more only if it cannot have been acted on, or may be twice.
            if again and not connection.received_any and _may_repeat(wrong, request.method):
                connection = Connection(origin, deadline)
                continue
            raise
        if goes_on:
            _idle.connections[origin] = connection
        else:
            connection.close()
        return answer


def _may_repeat(wrong: BaseException, method: str) -> bool:
    if isinstance(wrong, NotSentError):
        return True
    return isinstance(wrong, ConnectionError) and method in _REPEATABLE


def in_words(wrong: BaseException, origin: Origin, timeout: float) -> str:
    """Why no answer came from `origin` within `timeout` seconds."""
    where = origin.netloc
    match wrong:
        case TimeoutError():
            return f"no complete answer within {timeout:g} s"
        case TooLargeError():
            return f"the answer has {wrong}; at most {LARGEST:,} bytes are read"
        case socket.gaierror():
            return f"the host {origin.host} is not known ({wrong.strerror})"
        case ssl.SSLCertVerificationError():
            return f"the certificate of {where} is not valid: {wrong.verify_message}"
        case ssl.SSLError():
            return f"no TLS connection to {where}: {wrong.reason or wrong}"
        case ConnectionRefusedError():
            return f"no answer: nothing listens on {where}"
        case NotSentError():
            return f"no answer: {where} closed the connection before it had read the request"
        case http.client.RemoteDisconnected() | ConnectionError():
            return f"no answer: {where} closed the connection"
        case http.client.IncompleteRead():
            missing = f", {wrong.expected:,} more were announced" if wrong.expected else ""
            return f"the answer breaks off after {len(wrong.partial):,} bytes of its body{missing}"
        case http.client.BadStatusLine():
            return f"the answer is not HTTP: it starts with {wrong!s:.80}"
        case http.client.HTTPException():
            return f"the answer is not HTTP: {type(wrong).__name__} {wrong}".rstrip()
        case _:
            return f"no answer from {where}: {wrong}"
