"""The list has everybody's notes."""

from __future__ import annotations

from specc.selftest.asked import Asked
from specc.selftest.board import Board, on_board, shown
from specc.serving.answers import Answer, json_answer


def _flaw(board: Board, asked: Asked) -> Answer:
    if asked.method == "GET" and asked.segments == ("notes",):
        board.member(asked)
        return json_answer(200, {"notes": [shown(note) for note in board.notes.values()]})
    return board(asked)


TWIN = on_board(_flaw)
