"""A verb in disguise is routed after the caller was checked for the verb that was seen."""

from __future__ import annotations

from specc.selftest.asked import Asked
from specc.selftest.desk import Desk, on_desk
from specc.serving.answers import Answer


def _flaw(desk: Desk, asked: Asked) -> Answer:
    meant = asked.headers.get("x-http-method-override", asked.method)
    match asked.method, meant, asked.segments:
        case "GET", "DELETE", ("v2", "projects", name) if name in desk.projects:
            del desk.projects[name]
            return Answer(204)
    return desk(asked)


TWIN = on_desk(_flaw)
