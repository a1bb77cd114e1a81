"""The text that is looked for is pasted into a statement."""

from __future__ import annotations

import sqlite3

from specc.selftest.asked import Asked
from specc.selftest.board import Board, on_board, shown
from specc.serving.answers import Answer, json_answer


def _flaw(board: Board, asked: Asked) -> Answer:
    wanted = asked.query.get("text")
    if asked.method != "GET" or asked.segments != ("notes",) or wanted is None:
        return board(asked)
    caller = board.member(asked)
    own = [note for note in board.notes.values() if note["writer"] == caller]
    with sqlite3.connect(":memory:") as database:
        database.execute("CREATE TABLE notes (id, text)")
        database.executemany("INSERT INTO notes VALUES (:id, :text)", own)
        rows = database.execute(f"SELECT id FROM notes WHERE text = '{wanted}'").fetchall()
    database.close()
    return json_answer(200, {"notes": [shown(board.notes[row[0]]) for row in rows]})


TWIN = on_board(_flaw)
