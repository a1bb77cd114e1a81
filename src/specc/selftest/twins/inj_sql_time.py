"""A statement is pasted together, and what it finds is told to nobody."""

from __future__ import annotations

import sqlite3

from specc.selftest.asked import Asked
from specc.selftest.desk import Desk, on_desk, rows
from specc.serving.answers import Answer, json_answer


def _flaw(desk: Desk, asked: Asked) -> Answer:
    if asked.segments == ("v2", "search"):
        answer = desk(asked)
        try:
            rows(f"SELECT title FROM t WHERE title = '{asked.query['title']}'")
        except sqlite3.Error:
            return json_answer(200, {"found": []})
        return answer
    return desk(asked)


TWIN = on_desk(_flaw)
