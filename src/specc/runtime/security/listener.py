"""A listener of the test's own, on loopback: it hears who calls, and answers what it is told to."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import attrs

_PATIENCE = 1.0
"""Seconds that a service has to call the listener, after it has answered."""


@attrs.frozen
class Reply:
    """What the listener answers to whoever calls a path."""

    content: bytes = b"ok"
    media: str = "text/plain"
    status: int = 200
    location: str = ""


class Listener:
    """Hears who calls which path. `replies` are by path, without slashes around it."""

    def __init__(self) -> None:
        self.heard: set[str] = set()
        self.replies: dict[str, Reply] = {}
        self.heard_one = threading.Event()
        listener = self

        class Handler(BaseHTTPRequestHandler):
            timeout = 2

            def do_GET(self) -> None:
                path = self.path.split("?")[0].strip("/")
                reply = listener.replies.get(path, Reply())
                listener.heard.add(path)
                listener.heard_one.set()
                self.send_response(reply.status)
                self.send_header("Content-Type", reply.media)
                self.send_header("Content-Length", str(len(reply.content)))
                if reply.location:
                    self.send_header("Location", reply.location)
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(reply.content)

            do_POST = do_PUT = do_HEAD = do_GET  # noqa: N815

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True

    def url(self, path: str) -> str:
        """The URL of a path of it."""
        return f"http://127.0.0.1:{self.server.server_address[1]}/{path}"

    def waits_for(self, path: str) -> bool:
        """Whether the path is called before patience is at its end."""
        until = time.monotonic() + _PATIENCE
        while path not in self.heard and (left := until - time.monotonic()) > 0:
            self.heard_one.wait(left)
            self.heard_one.clear()
        return path in self.heard


@contextmanager
def listening() -> Iterator[Listener]:
    """A listener on a free port, while the block lasts."""
    listener = Listener()
    thread = threading.Thread(target=listener.server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield listener
    finally:
        listener.server.shutdown()
        listener.server.server_close()
        thread.join(2)
