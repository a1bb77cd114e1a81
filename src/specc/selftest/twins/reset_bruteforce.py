"""Nobody counts wrong codes."""

from __future__ import annotations

from specc.selftest.asked import Asked
from specc.selftest.desk import Desk, on_desk
from specc.serving.answers import Answer


def _flaw(desk: Desk, asked: Asked) -> Answer:
    for reset in desk.accounts.resets.values():
        reset["wrong"] = 0
    return desk(asked)


TWIN = on_desk(_flaw)
