"""A list of all accounts that was made for a day, and stayed."""

from __future__ import annotations

from specc.selftest.asked import Asked
from specc.selftest.desk import Desk, on_desk
from specc.serving.answers import Answer, json_answer


def _flaw(desk: Desk, asked: Asked) -> Answer:
    if asked.segments == ("internal", "users"):
        return json_answer(200, sorted(desk.accounts.by_email))
    return desk(asked)


TWIN = on_desk(_flaw)
