"""The count of notes is for whoever is logged in."""

from __future__ import annotations

from specc.selftest.asked import Asked
from specc.selftest.board import Board, on_board
from specc.serving.answers import Answer


def _flaw(board: Board, asked: Asked) -> Answer:
    if asked.segments == ("counts",):
        board.caller(asked)
        return board.count()
    return board(asked)


TWIN = on_board(_flaw)
