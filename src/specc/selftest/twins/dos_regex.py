"""A code is checked by a pattern that repeats what it repeats."""

from __future__ import annotations

import re

from specc.selftest.asked import Asked
from specc.selftest.desk import Desk, on_desk
from specc.serving.answers import Answer, ProblemError, json_answer


def _flaw(desk: Desk, asked: Asked) -> Answer:
    if asked.segments == ("v2", "codes"):
        desk.worker(asked)
        code = str(asked.sent().get("code"))
        if not 1 <= len(code) <= 80:
            raise ProblemError(422, "code is a text of 1 to 80 characters")
        return json_answer(200, {"valid": bool(re.fullmatch(r"([a-z]+)*", code))})
    return desk(asked)


TWIN = on_desk(_flaw)
