"""The variables of its environment are open to everyone; these are made up."""

from __future__ import annotations

from specc.selftest.asked import Asked
from specc.selftest.board import Board, on_board
from specc.serving.answers import Answer


def _flaw(board: Board, asked: Asked) -> Answer:
    if asked.segments == (".env",):
        return Answer(200, b"DATABASE_URL=postgres://board@localhost/board\n", "text/plain")
    return board(asked)


TWIN = on_board(_flaw)
