"""A note is shown to every member who knows its id."""

from __future__ import annotations

from specc.selftest.asked import Asked
from specc.selftest.board import Board, on_board, shown
from specc.serving.answers import Answer, json_answer


def _flaw(board: Board, asked: Asked) -> Answer:
    match asked.method, asked.segments:
        case "GET", ("notes", name) if name in board.notes:
            board.member(asked)
            return json_answer(200, shown(board.notes[name]))
    return board(asked)


TWIN = on_board(_flaw)
