"""A project is kept before anyone looks who is asking for it."""

from __future__ import annotations

from specc.selftest.asked import Asked
from specc.selftest.desk import Desk, on_desk
from specc.serving.answers import Answer, ProblemError, json_answer


def _flaw(desk: Desk, asked: Asked) -> Answer:
    match asked.method, asked.segments:
        case "POST", ("v2", "projects"):
            try:
                return desk(asked)
            except ProblemError:
                desk.keep(str(asked.sent().get("title")), "nobody")
                raise
        case "GET", ("v2", "projects"):
            caller = desk.worker(asked)
            own = [each for each in desk.projects.values() if each["owner"] in (caller, "nobody")]
            shown = [{key: each[key] for key in ("id", "bonus", "title")} for each in own]
            return json_answer(200, {"projects": shown[::-1][:5]})
    return desk(asked)


TWIN = on_desk(_flaw)
