"""A server of raw bytes: a test writes its half of each exchange."""

from __future__ import annotations

import re
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import attrs

Answering = Callable[["Exchange"], None]


@attrs.define
class Exchange:
    """One request as it came, and the connection to answer on."""

    sock: socket.socket
    head: bytes
    body: bytes
    number: int
    """Which request of all it is, from 0."""
    connection: int
    close: bool = False

    def send(self, data: bytes) -> None:
        self.sock.sendall(data)


@attrs.define
class Awkward:
    """The server: where it is, and what it was sent."""

    port: int
    scheme: str = "http"
    requests: list[bytes] = attrs.field(factory=list)
    connections: int = 0
    reads_bodies: bool = True

    @property
    def url(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}"


@contextmanager
def awkward(
    answer: Answering, tls: ssl.SSLContext | None = None, *, reads_bodies: bool = True
) -> Iterator[Awkward]:
    listener = socket.create_server(("127.0.0.1", 0))
    server = Awkward(listener.getsockname()[1], "https" if tls else "http")
    server.reads_bodies = reads_bodies
    over = threading.Event()
    open_ones: list[socket.socket] = []

    def accept() -> None:
        while not over.is_set():
            try:
                sock, _ = listener.accept()
            except OSError:
                return
            open_ones.append(sock)
            number = server.connections
            server.connections += 1
            threading.Thread(target=converse, args=(sock, number), daemon=True).start()

    def converse(sock: socket.socket, number: int) -> None:
        with suppress(OSError, ValueError):
            if tls is not None:
                sock = tls.wrap_socket(sock, server_side=True)
                open_ones.append(sock)
            buffer = b""
            while True:
                while b"\r\n\r\n" not in buffer:
                    data = sock.recv(65536)
                    if not data:
                        sock.close()
                        return
                    buffer += data
                head, _, buffer = buffer.partition(b"\r\n\r\n")
                length = re.search(rb"(?i)content-length: (\d+)", head)
                wanted = int(length[1]) if length and server.reads_bodies else 0
                while len(buffer) < wanted:
                    buffer += sock.recv(65536)
                body, buffer = buffer[:wanted], buffer[wanted:]
                exchange = Exchange(sock, head, body, len(server.requests), number)
                server.requests.append(head + b"\r\n\r\n" + body)
                answer(exchange)
                if exchange.close:
                    sock.shutdown(socket.SHUT_RDWR)
                    sock.close()
                    return

    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        over.set()
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        for sock in open_ones:
            sock.close()


def plain(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    """An answer as most servers give it."""
    lines = "".join(f"{line}\r\n" for line in headers)
    return f"HTTP/1.1 {status}\r\n{lines}Content-Length: {len(body)}\r\n\r\n".encode() + body
