"""The first version is still there."""

from __future__ import annotations

import attrs

from specc.selftest.asked import Asked
from specc.selftest.desk import Desk, on_desk
from specc.serving.answers import Answer


def _flaw(desk: Desk, asked: Asked) -> Answer:
    if asked.segments[0] == "v1":
        asked = attrs.evolve(asked, segments=("v2", *asked.segments[1:]))
    return desk(asked)


TWIN = on_desk(_flaw)
