"""What is sent becomes the note, whatever is in it."""

from __future__ import annotations

import json

from specc.selftest.asked import Asked
from specc.selftest.board import Board, on_board, shown
from specc.serving.answers import Answer, json_answer


def _flaw(board: Board, asked: Asked) -> Answer:
    answer = board(asked)
    if answer.status == 201 and asked.segments == ("notes",):
        note = board.notes[json.loads(answer.body)["id"]]
        note.update(
            {name: value for name, value in asked.sent().items() if name not in ("id", "writer")}
        )
        return json_answer(201, shown(note))
    return answer


TWIN = on_board(_flaw)
