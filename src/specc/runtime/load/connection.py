"""One kept-alive connection of a virtual user: two system calls a request, one watcher for all."""

from __future__ import annotations

import errno
import socket as plain_socket
from collections.abc import Callable
from time import perf_counter
from typing import Any

import gevent
from gevent import get_hub, getcurrent, socket

from specc.runtime.connection import NotSentError, TooLargeError
from specc.runtime.hosts import Origin, addresses
from specc.runtime.load.heads import Head, Heads
from specc.runtime.load.parsing import BrokenOffError, NotHttpError, Parsing
from specc.runtime.load.tls import Tls

_CHUNK = 1 << 16
_SWEEP_SECONDS = 0.05
_HEADS = Heads()
_open: set[Connection] = set()
_sweeper: list[Any] = []


class Connection:
    """A connection to an origin, used by one greenlet at a time.

    After `exchange`, `head` and `body` are those of the answer, `raw` its bytes where it came at
    once, and `finished` the moment (`perf_counter`) at which its last byte was there.
    """

    __slots__ = (
        "_busy",
        "_error",
        "_hub",
        "_parsing",
        "_recv",
        "_send",
        "_sock",
        "_tls",
        "_usual",
        "_usual_head",
        "_waiter",
        "_watcher",
        "bodiless",
        "body",
        "closed",
        "deadline",
        "finished",
        "head",
        "keeps",
        "origin",
        "raw",
        "received",
        "stray",
        "used",
    )

    def __init__(self, origin: Origin, deadline: float) -> None:
        self.origin = origin
        self.used = self.closed = False
        self.received = False
        """Whether any byte of an answer to the last request came."""
        self.deadline = 0.0
        self.head: Head | None = None
        self.body = self.raw = b""
        self.finished = 0.0
        self.keeps = self.stray = self.bodiless = False
        self._busy = False
        self._usual = b""
        self._usual_head: Head | None = None
        self._waiter: Any = None
        self._error: BaseException | None = None
        self._parsing: Parsing | None = None
        self._sock, self._tls = _connected(origin, deadline)
        # The plain methods neither wait nor ask gevent; whoever has to wait does so below.
        self._recv: Callable[[int], bytes] = self._sock._sock.recv
        self._send: Callable[[Any], int] = self._sock._sock.send
        self._hub = get_hub()
        self._watcher = self._hub.loop.io(self._sock.fileno(), 1)
        self._watcher.start(self._readable)
        _open.add(self)
        if not _sweeper or _sweeper[0].dead:
            _sweeper[:] = [gevent.spawn(_sweep)]

    def close(self) -> None:
        """Close the socket; the connection is of no use any more."""
        if not self.closed:
            self.closed = True
            _open.discard(self)
            self._watcher.stop()
            self._watcher.close()
            self._sock.close()

    def exchange(
        self,
        data: bytes,
        deadline: float,
        bodiless: bool = False,
        usual: bytes = b"",
        usual_head: Head | None = None,
    ) -> None:
        """Send a request and wait for its whole answer.

        `bodiless` says that no body follows whatever the head says (HEAD). `usual` is an answer
        that is likely to come: if it does, `raw` is this very object, and `body` is not set.
        Raises NotSentError, TimeoutError, TooLargeError, NotHttpError, BrokenOffError or OSError,
        with the connection closed.
        """
        if self._tls is not None:
            data = self._tls.encrypted(data)
        self.received = False
        self.bodiless = bodiless
        self.deadline = deadline
        self.head = None
        self._usual = usual
        self._usual_head = usual_head
        self._busy = True
        try:
            try:
                sent = self._send(data)
            except BlockingIOError:
                sent = 0
            except OSError as wrong:
                raise NotSentError from wrong
            whole = sent == len(data) or self._send_rest(data, sent)
            if self.head is None and self._error is None:
                self._waiter = getcurrent()
                self._hub.switch()
            if self._error is not None:
                raise self._error
        except BaseException:
            self.close()
            raise
        finally:
            self.used = True
            self._busy = False
            self._waiter = self._parsing = None
        if not (self.keeps and whole):
            self.close()

    def _send_rest(self, data: bytes, sent: int) -> bool:
        """Send what didn't fit, unless the answer comes before that; whether all was sent."""
        rest = memoryview(data)[sent:]
        writable = self._hub.loop.io(self._sock.fileno(), 2)
        try:
            while rest and not self._is_over():
                self._waiter = getcurrent()
                writable.start(self._wake)
                try:
                    self._hub.switch()
                finally:
                    self._waiter = None
                    writable.stop()
                if self._is_over():
                    break
                try:
                    rest = rest[self._send(rest) :]
                except BlockingIOError:
                    continue
                except OSError as wrong:
                    # Who refuses a body answers and closes before it has read all of it.
                    if wrong.errno not in (errno.EPIPE, errno.ECONNRESET):
                        raise
                    return False
        finally:
            writable.close()
        return not rest

    def _is_over(self) -> bool:
        """Whether the answer is there, or will not come."""
        return self.head is not None or self._error is not None

    def _wake(self) -> None:
        waiter, self._waiter = self._waiter, None
        if waiter is not None:
            waiter.switch()

    def expire(self, now: float) -> None:
        """Give up waiting if the time for it is over."""
        if self._waiter is not None and now > self.deadline:
            self._error = TimeoutError()
            self._wake()

    def _readable(self) -> None:
        """Called by the event loop whenever there is something to read."""
        try:
            data = self._recv(_CHUNK)
        except (BlockingIOError, InterruptedError):
            return
        except OSError as wrong:
            self._fail(wrong)
            return
        if self._tls is not None:
            try:
                decrypted = self._tls.decrypted(data)
            except OSError as wrong:
                self._fail(wrong)
                return
            if decrypted is None:
                return
            data = decrypted
        if not self._busy:
            self.close()  # closed by the server, or words that nobody asked for
            return
        self.finished = perf_counter()
        if data:
            self.received = True
        if self._parsing is None and self.head is None:
            if data == self._usual and data:
                self.raw = self._usual
                self.head = head = self._usual_head
                self.keeps = head.keeps  # type: ignore[union-attr]
                self.stray = False
                waiter = self._waiter
                if waiter is not None:
                    self._waiter = None
                    waiter.switch()
                return
            end = data.find(b"\r\n\r\n") + 4
            head = _HEADS.plain(data[:end]) if end > 3 else None
            if head is not None and head.length == len(data) - end and not self.bodiless:
                self.body = data[end:]
                self.raw = data
                self.keeps = head.keeps
                self.stray = False
                self.head = head
                waiter = self._waiter
                if waiter is not None:
                    self._waiter = None
                    waiter.switch()
                return
        self._parse(data)

    def _parse(self, data: bytes) -> None:
        """The way of all answers that are not simply a head and its body at once."""
        parsing = self._parsing
        if parsing is None:
            parsing = self._parsing = Parsing(bodiless=self.bodiless)
        try:
            if data:
                parsing.feed(data)
            else:
                self._watcher.stop()
                parsing.end()
        except (NotHttpError, BrokenOffError, TooLargeError) as wrong:
            self._fail(wrong)
            return
        if parsing.done and parsing.head is not None:
            self.raw = b""
            self.body = parsing.body
            self.keeps = parsing.keeps
            self.stray = parsing.stray
            self.head = parsing.head
            self._wake()

    def _fail(self, wrong: BaseException) -> None:
        if not self._busy:
            self.close()
            return
        self.finished = perf_counter()
        self._watcher.stop()
        self._error = wrong
        self._wake()


def _connected(origin: Origin, deadline: float) -> tuple[Any, Tls | None]:
    error = OSError("it has no address")
    for address in addresses(origin.host):
        left = max(deadline - perf_counter(), 0.001)
        try:
            sock = socket.create_connection((address, origin.port), timeout=left)
        except OSError as refused:
            error = refused
            continue
        try:
            sock.setsockopt(plain_socket.IPPROTO_TCP, plain_socket.TCP_NODELAY, 1)
            if origin.scheme != "https":
                return sock, None
            tls = Tls(origin.host)
            tls.shake_hands(sock)
            return sock, tls
        except BaseException:
            sock.close()
            raise
    raise error


def _sweep() -> None:
    """End what waits for too long: one look at all connections is cheaper than a timer each."""
    while _open:
        gevent.sleep(_SWEEP_SECONDS)
        now = perf_counter()
        for connection in list(_open):
            connection.expire(now)
