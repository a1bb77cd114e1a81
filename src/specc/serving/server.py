"""A service on a socket: one thread a connection, and an orderly end."""

import signal
import socket
import socketserver
import ssl
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from specc.serving.answers import Answer
from specc.serving.wire import STALL_SECONDS, Request, converse

POLL_SECONDS = 0.02
WAIT_SECONDS = 0.5

Respond = Callable[[Request], Answer]


class _Conversation(socketserver.BaseRequestHandler):
    server: "_Server"

    def handle(self) -> None:
        if self.server.tls is None:
            converse(self.request, self.server.respond)
            return
        self.request.settimeout(STALL_SECONDS)
        with suppress(OSError), self.server.tls.wrap_socket(self.request, server_side=True) as safe:
            converse(safe, self.server.respond)


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    request_queue_size = 256
    # On Windows the option would let two servers share one port.
    allow_reuse_address = sys.platform != "win32"

    def __init__(
        self, address: tuple[str, int], respond: Respond, tls: ssl.SSLContext | None
    ) -> None:
        self.respond = respond
        self.tls = tls
        self._connections: set[socket.socket] = set()
        self._lock = threading.Lock()
        super().__init__(address, _Conversation)

    def get_request(self) -> tuple[socket.socket, object]:
        connection, address = super().get_request()
        with self._lock:
            self._connections.add(connection)
        return connection, address

    def shutdown_request(self, request: object) -> None:
        assert isinstance(request, socket.socket)
        with self._lock:
            self._connections.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """End every open connection, so that no client goes on talking to a closed service."""
        with self._lock:
            for connection in self._connections:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)


@contextmanager
def serving(
    address: tuple[str, int], respond: Respond, name: str, tls: ssl.SSLContext | None = None
) -> Iterator[str]:
    """A service that answers in background threads while the block lasts; yields its base url.

    `address` is a host and a port, 0 for any free one; `respond` may be called by many threads at
    once; with `tls` it is served by https. Raises `ValueError` for a port outside 0..65535 and
    `OSError` when it cannot be had.
    """
    host, port = address
    if not 0 <= port <= 65_535:
        raise ValueError(f"a port is a number from 0 to 65535, not {port}")
    try:
        server = _Server(address, respond, tls)
    except OSError as error:
        raise OSError(error.errno, f"cannot serve on {host}:{port}: {error.strerror}") from error
    with server:
        threading.Thread(
            target=server.serve_forever, args=(POLL_SECONDS,), name=name, daemon=True
        ).start()
        try:
            yield f"{'http' if tls is None else 'https'}://{host}:{server.server_address[1]}"
        finally:
            server.shutdown()
            server.hang_up()


@contextmanager
def until_stopped() -> Iterator[Callable[[], None]]:
    """A block that Ctrl-C and SIGTERM end, as if it had come to its end; yields a wait for them.

    Only the main thread can be told of signals.
    """
    with suppress(KeyboardInterrupt), _termination() as stop:

        def wait() -> None:
            while not stop.wait(
                WAIT_SECONDS
            ):  # in steps: on Windows, a long wait is deaf to Ctrl-C
                pass

        yield wait


@contextmanager
def _termination() -> Iterator[threading.Event]:
    """An event that SIGTERM sets."""
    stop = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return
    previous = signal.signal(signal.SIGTERM, lambda _signal, _frame: stop.set())
    try:
        yield stop
    finally:
        signal.signal(signal.SIGTERM, previous)
