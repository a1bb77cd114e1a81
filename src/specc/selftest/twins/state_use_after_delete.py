"""An account is said to be deleted, and only no longer listed anywhere."""

from __future__ import annotations

from specc.selftest.asked import Asked
from specc.selftest.desk import Desk, on_desk
from specc.serving.answers import Answer


def _flaw(desk: Desk, asked: Asked) -> Answer:
    if (asked.method, asked.segments) == ("DELETE", ("v2", "me")):
        desk.worker(asked)
        return Answer(204)
    return desk(asked)


TWIN = on_desk(_flaw)
