"""The project is checked for its owner; the task is looked up by its id alone."""

from __future__ import annotations

from specc.selftest.asked import Asked
from specc.selftest.desk import Desk, on_desk
from specc.serving.answers import Answer, json_answer


def _flaw(desk: Desk, asked: Asked) -> Answer:
    match asked.method, asked.segments:
        case "GET", ("v2", "projects", name, "tasks", task):
            desk.own(name, desk.worker(asked))
            for project in desk.projects.values():
                if task in project["tasks"]:
                    return json_answer(200, project["tasks"][task])
    return desk(asked)


TWIN = on_desk(_flaw)
