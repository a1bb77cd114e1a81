"""A preview is whatever is found at its URL."""

from __future__ import annotations

from urllib.request import urlopen

from specc.selftest.asked import Asked
from specc.selftest.desk import Desk, on_desk, page
from specc.serving.answers import Answer


def _flaw(desk: Desk, asked: Asked) -> Answer:
    if asked.segments == ("v2", "previews"):
        desk.worker(asked)
        url = str(asked.sent().get("url"))
        if url.startswith("http://127.0.0.1:"):
            with urlopen(url, timeout=2) as found:  # the flaw, and loopback only
                return page(found.read(2000).decode())
    return desk(asked)


TWIN = on_desk(_flaw)
