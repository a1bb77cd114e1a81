"""A project's title goes into its page as it is."""

from __future__ import annotations

from specc.selftest.asked import Asked
from specc.selftest.desk import Desk, on_desk, page
from specc.serving.answers import Answer


def _flaw(desk: Desk, asked: Asked) -> Answer:
    match asked.method, asked.segments:
        case "GET", ("v2", "projects", name, "page"):
            project = desk.own(name, desk.worker(asked))
            return page(f"<h1>{project['title']}</h1>")
    return desk(asked)


TWIN = on_desk(_flaw)
