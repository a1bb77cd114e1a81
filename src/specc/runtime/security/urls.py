"""Whether a service goes, or leads, to wherever a client says."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach
from specc.runtime.security.liveness import still_welcome
from specc.runtime.values import unique

_PATIENCE = 1.0
"""Seconds that a service has to call the listener, after it has answered."""


class _Listener:
    """Hears who calls which path, on loopback, and answers with nothing much."""

    def __init__(self) -> None:
        self.heard: set[str] = set()
        self.heard_one = threading.Event()
        listener = self

        class Handler(BaseHTTPRequestHandler):
            timeout = 2

            def do_GET(self) -> None:
                listener.heard.add(self.path.split("?")[0].strip("/"))
                listener.heard_one.set()
                self.send_response(200)
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"ok")

            do_POST = do_PUT = do_HEAD = do_GET  # noqa: N815

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True

    def waits_for(self, path: str) -> bool:
        """Whether the path is called before patience is at its end."""
        until = time.monotonic() + _PATIENCE
        while path not in self.heard and (left := until - time.monotonic()) > 0:
            self.heard_one.wait(left)
            self.heard_one.clear()
        return path in self.heard


@contextmanager
def _listening() -> Iterator[_Listener]:
    listener = _Listener()
    thread = threading.Thread(target=listener.server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield listener
    finally:
        listener.server.shutdown()
        listener.server.server_close()
        thread.join(2)


def _leads_to(location: str, host: str) -> bool:
    """Whether a browser would go to the host: to it, a slash or a backslash is the same."""
    scheme, slashes, rest = location.replace("\\", "/").partition("//")
    named = rest.partition("/")[0].rpartition("@")[2]
    return bool(slashes) and scheme in ("", "http:", "https:") and named == host


def follows_no_stranger(rule: str, attempt: Attempt, *, at: Sequence[str]) -> None:
    """The service does not fetch, or redirect to, a URL only because it was sent. Raises Broken.

    `at` are the places of URLs. What is to be fetched is a listener of the test's own.
    """
    __tracebackhide__ = True
    if rule == "redirect.open":
        for place in at:
            host = f"{unique('elsewhere')}.example"
            # A path's parameter may be pasted behind a scheme of the service's own.
            for url in (f"https://{host}/", f"//{host}/", host):
                answer = attempt.send(put={place: url})
                if 300 <= answer.status < 400 and _leads_to(answer.header("Location") or "", host):
                    said = f"`{place}` leads to any host"
                    raise breach(rule, said, answer, where=place)
        still_welcome(attempt)
        return
    with _listening() as listener:
        port = listener.server.server_address[1]
        for place in at:
            path = unique("fetched")
            answer = attempt.send(put={place: f"http://127.0.0.1:{port}/{path}"})
            if listener.waits_for(path):
                said = f"the service calls the URL of `{place}`, on its own machine"
                raise breach(rule, said, answer, where=place)
    still_welcome(attempt)
