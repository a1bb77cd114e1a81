"""Whoever knocks may knock again, however often."""

from __future__ import annotations

from specc.selftest.asked import Asked
from specc.selftest.desk import Desk, on_desk
from specc.selftest.desk_accounts import address_of
from specc.serving.answers import Answer


def _flaw(desk: Desk, asked: Asked) -> Answer:
    if asked.segments == ("v2", "knocks"):
        address_of(asked.sent())
        return Answer(204)
    return desk(asked)


TWIN = on_desk(_flaw)
