"""Just enough of a web framework for a service of a test's own."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import attrs


@attrs.frozen
class Request:
    method: str
    segments: tuple[str, ...]
    query: dict[str, list[str]]
    headers: dict[str, str]
    body: bytes

    def json(self, *, any_media: bool = False) -> Any:
        """The body as JSON, of which the service's own code makes nothing but values."""
        media = self.headers.get("content-type", "").partition(";")[0]
        if media != "application/json" and not any_media:
            raise RefusedError(415)
        try:
            return json.loads(self.body.decode("utf-8"), parse_constant=_no_constant)
        except (ValueError, RecursionError):
            raise RefusedError(422) from None

    def one(self, name: str) -> str | None:
        """A query parameter that may be there once."""
        values = self.query.get(name)
        if values is None:
            return None
        if len(values) > 1:
            raise RefusedError(422)
        return values[0]

    def cookie(self, name: str) -> str | None:
        found = SimpleCookie(self.headers.get("cookie", "")).get(name)
        return None if found is None else found.value


def _no_constant(name: str) -> object:
    raise ValueError(name)


@attrs.frozen
class Answer:
    status: int
    value: object = None
    headers: dict[str, str] = attrs.field(factory=dict)


class RefusedError(Exception):
    """The request is answered with a problem."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


Respond = Callable[[Request], Answer]


@contextmanager
def serving(respond: Respond) -> Iterator[str]:
    """A service on a free port while the block lasts; yields its url."""
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def handle_one_request(self) -> None:
            try:
                super().handle_one_request()
            except ConnectionError:
                self.close_connection = True

        def answer(self) -> None:
            parts = urlsplit(self.path)
            length = int(self.headers.get("Content-Length", "0"))
            request = Request(
                self.command,
                tuple(unquote(part) for part in parts.path.split("/")[1:]),
                parse_qs(parts.query, keep_blank_values=True),
                {name.lower(): value for name, value in self.headers.items()},
                self.rfile.read(length),
            )
            with lock:
                found = answered(respond, request)
            self.send(found)

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = answer  # noqa: N815

        def send(self, found: Answer) -> None:
            bare = found.status in (204, 304)
            content = b"" if bare else json.dumps(found.value).encode()
            self.send_response(found.status)
            for name, value in found.headers.items():
                self.send_header(name, value)
            if not bare:
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def version_string(self) -> str:
            return "service"

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()


def answered(respond: Respond, request: Request) -> Answer:
    """The answer, a problem where the request is refused, and 500 where the service fails."""
    try:
        return respond(request)
    except RefusedError as refusal:
        return problem(refusal.status)
    except Exception:
        return problem(500)


def problem(status: int) -> Answer:
    return Answer(status, {"title": "refused", "status": status})
