"""A note is shown with all that is kept of it."""

from __future__ import annotations

from specc.selftest.asked import Asked
from specc.selftest.board import Board, on_board
from specc.serving.answers import Answer, json_answer


def _flaw(board: Board, asked: Asked) -> Answer:
    match asked.method, asked.segments:
        case "GET", ("notes", name):
            return json_answer(200, board.own(name, board.member(asked)))
    return board(asked)


TWIN = on_board(_flaw)
