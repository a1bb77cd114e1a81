"""A hash is worked out for accounts that there are, and for no others."""

from __future__ import annotations

from specc.selftest.asked import Asked
from specc.selftest.desk import Desk, on_desk
from specc.serving.answers import Answer, ProblemError


def _flaw(desk: Desk, asked: Asked) -> Answer:
    if (
        asked.segments == ("v2", "login")
        and asked.sent().get("email") not in desk.accounts.by_email
    ):
        raise ProblemError(401, "wrong email or password")
    return desk(asked)


TWIN = on_desk(_flaw)
