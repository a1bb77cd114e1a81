"""All that is sent goes into the account, its role too."""

from __future__ import annotations

from specc.selftest.asked import Asked
from specc.selftest.desk import Desk, on_desk
from specc.serving.answers import Answer


def _flaw(desk: Desk, asked: Asked) -> Answer:
    if (asked.method, asked.segments) == ("PATCH", ("v2", "me")):
        account = desk.accounts.by_email[desk.worker(asked)]
        answer = desk(asked)
        account["role"] = asked.sent().get("role", account["role"])
        return answer
    return desk(asked)


TWIN = on_desk(_flaw)
