"""The limit of a page is whatever is asked for."""

from __future__ import annotations

from specc.selftest.asked import Asked
from specc.selftest.desk import Desk, on_desk
from specc.serving.answers import Answer


def _flaw(desk: Desk, asked: Asked) -> Answer:
    if (asked.method, asked.segments) == ("GET", ("v2", "projects")):
        return desk.listed(desk.worker(asked), int(asked.query.get("limit", "5")))
    return desk(asked)


TWIN = on_desk(_flaw)
