"""Whatever is sent is read, however long it is."""

from __future__ import annotations

import attrs

from specc.selftest.asked import Asked
from specc.selftest.desk import Desk, on_desk
from specc.serving.answers import Answer


def _flaw(desk: Desk, asked: Asked) -> Answer:
    return desk(attrs.evolve(asked, body=asked.body.rstrip()))


TWIN = on_desk(_flaw)
