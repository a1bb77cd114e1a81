"""What was read of an account goes on to be served after it was deleted."""

from __future__ import annotations

from specc.selftest.asked import Asked
from specc.selftest.desk import Desk, on_desk
from specc.serving.answers import Answer


def _flaw(desk: Desk, asked: Asked) -> Answer:
    if (asked.method, asked.segments) == ("DELETE", ("v2", "me")):
        account = desk.accounts.by_email[desk.worker(asked)]
        account["gone"] = True
        return Answer(204)
    return desk(asked)


TWIN = on_desk(_flaw)
