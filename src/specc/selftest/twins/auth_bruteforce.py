"""Nobody counts wrong passwords."""

from __future__ import annotations

from specc.selftest.asked import Asked
from specc.selftest.desk import Desk, on_desk
from specc.serving.answers import Answer


def _flaw(desk: Desk, asked: Asked) -> Answer:
    desk.accounts.failures.clear()
    return desk(asked)


TWIN = on_desk(_flaw)
