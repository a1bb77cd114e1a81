"""Who one is may be kept by every cache on the way."""

from __future__ import annotations

import attrs

from specc.selftest.asked import Asked
from specc.selftest.desk import Desk, on_desk
from specc.serving.answers import Answer


def _flaw(desk: Desk, asked: Asked) -> Answer:
    answer = desk(asked)
    if (asked.method, asked.segments) == ("GET", ("v2", "me")):
        kept = [each for each in answer.headers if each[0] != "Cache-Control"]
        return attrs.evolve(answer, headers=(*kept, ("Cache-Control", "public, max-age=600")))
    return answer


TWIN = on_desk(_flaw)
