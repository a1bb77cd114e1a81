"""A run's figures for Prometheus to scrape while it lasts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from gevent.pywsgi import WSGIServer

from specc.runtime.load.exports import prometheus
from specc.runtime.load.run import Run

PATH = "/metrics"
_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class PlaceError(ValueError):
    """This is no place to listen at; the message says why."""


def place_of(text: str) -> tuple[str, int]:
    """The address and port of `9646`, `0.0.0.0:9646` or `[::1]:9646`. Raises PlaceError.

    Without an address it is this machine alone that may ask.
    """
    address, colon, port = text.rpartition(":")
    if not port.isascii() or not port.isdecimal() or int(port) > 65535 or (colon and not address):
        raise PlaceError(f"{text} is no place to listen at: write a port, or ADDRESS:PORT")
    return address.strip("[]") or "127.0.0.1", int(port)


class Scraped:
    """Serves the figures of `run()`, which is None until there is one."""

    def __init__(self, place: tuple[str, int], run: Callable[[], Run | None]) -> None:
        self._run = run
        self._server = WSGIServer(place, self._answer, log=None, error_log=None)

    def start(self) -> int:
        """Listen from now on; the port. Raises OSError where that can't be."""
        self._server.start()
        return int(self._server.server_port)

    def stop(self) -> None:
        """Listen no more."""
        self._server.stop(timeout=0)

    def _answer(self, asked: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        if asked.get("PATH_INFO") != PATH:
            start("404 Not Found", [("Content-Type", "text/plain")])
            return [f"the figures are at {PATH}\n".encode()]
        run = self._run()
        text = prometheus(run, judge=False) if run is not None else ""
        start("200 OK", [("Content-Type", _TYPE)])
        return [text.encode()]
