"""A note is gone before anyone looks whose it is."""

from __future__ import annotations

from specc.selftest.asked import Asked
from specc.selftest.board import Board, on_board
from specc.serving.answers import Answer


def _flaw(board: Board, asked: Asked) -> Answer:
    match asked.method, asked.segments:
        case "DELETE", ("notes", name) if name in board.notes:
            caller = board.member(asked)
            note = board.notes.pop(name)
            if note["writer"] == caller:
                return Answer(204)
    return board(asked)


TWIN = on_board(_flaw)
