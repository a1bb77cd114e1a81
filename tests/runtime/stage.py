"""A little server that answers as a test tells it to, and remembers what it was asked."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import attrs

from specc.runtime import Endpoint, Service


@attrs.frozen
class Asked:
    """A request as the server saw it."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes
    connection: int


@attrs.frozen
class Answer:
    """What the server answers."""

    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()

    @classmethod
    def json(cls, value: Any, status: int = 200, *headers: tuple[str, str]) -> Answer:
        return cls(
            status, json.dumps(value).encode(), (("Content-Type", "application/json"), *headers)
        )


@attrs.define
class Stage:
    """The server: its url, how it answers, and what it was asked."""

    url: str = ""
    respond: Callable[[Asked], Answer] = lambda asked: Answer.json({})
    asked: list[Asked] = attrs.field(factory=list)

    @property
    def last(self) -> Asked:
        return self.asked[-1]

    def service(self, **settings: Any) -> Service:
        return Service("stage", url=self.url, **settings)

    def endpoint(self, method: str = "GET", path: str = "/thing", **settings: Any) -> Endpoint:
        name = settings.pop("name", "the_endpoint")
        service = settings.pop("service", None) or self.service()
        return Endpoint(
            name, method, path, service=service, spec=settings.pop("spec", "a.bts:1"), **settings
        )


@contextmanager
def staged() -> Iterator[Stage]:
    """A stage that is open for the length of a block."""
    stage = Stage()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # head and body in one segment: two would wait for each other

        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            stage.asked.append(
                Asked(self.command, self.path, dict(self.headers), body, self.client_address[1])
            )
            answer = stage.respond(stage.last)
            self.send_response(answer.status)
            for name, value in answer.headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(answer.body)

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = _answer  # noqa: N815

        def log_message(self, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        stage.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield stage
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def wired(*scripts: Callable[[socket.socket], None]) -> Iterator[str]:
    """The url of a server whose connections are scripted, one script a connection."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        for script in scripts:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                script(connection)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        listener.close()


def head_of(connection: socket.socket) -> bytes:
    """What comes until the end of a request's head."""
    data = b""
    while b"\r\n\r\n" not in data and (more := connection.recv(65536)):
        data += more
    return data
