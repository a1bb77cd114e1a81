"""Only what calls itself JSON is checked."""

from __future__ import annotations

import json

from specc.selftest.asked import Asked
from specc.selftest.desk import Desk, facts, on_desk
from specc.serving.answers import Answer, json_answer


def _flaw(desk: Desk, asked: Asked) -> Answer:
    is_plain = asked.headers.get("content-type", "").startswith("text/plain")
    if is_plain and (asked.method, asked.segments) == ("POST", ("v2", "projects")):
        title = json.loads(asked.body)["title"]
        return json_answer(201, facts(desk.keep(title, desk.worker(asked))))
    return desk(asked)


TWIN = on_desk(_flaw)
