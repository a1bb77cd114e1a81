"""Whether there was a bonus is looked up a moment before it is given."""

from __future__ import annotations

import time

from specc.selftest.asked import Asked
from specc.selftest.desk import Desk, facts, on_desk
from specc.serving.answers import Answer, ProblemError, json_answer


def _flaw(desk: Desk, asked: Asked) -> Answer:
    match asked.method, asked.segments:
        case "POST", ("v2", "projects", name, "bonus"):
            project = desk.own(name, desk.worker(asked))
            if project["bonus"]:
                raise ProblemError(409, "it had its bonus")
            time.sleep(0.05)  # as a database takes its time
            project["bonus"] += 10
            return json_answer(200, facts(project))
    return desk(asked)


TWIN = on_desk(_flaw)
