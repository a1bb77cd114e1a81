"""A log-out leaves the session as it is."""

from __future__ import annotations

from specc.selftest.asked import Asked
from specc.selftest.desk import Desk, on_desk
from specc.serving.answers import Answer


def _flaw(desk: Desk, asked: Asked) -> Answer:
    if asked.segments == ("v2", "logout"):
        desk.worker(asked)
        return Answer(204)
    return desk(asked)


TWIN = on_desk(_flaw)
