"""The way out leads anywhere."""

from __future__ import annotations

from specc.selftest.asked import Asked
from specc.selftest.board import Board, leading, on_board
from specc.serving.answers import Answer


def _flaw(board: Board, asked: Asked) -> Answer:
    to = asked.query.get("to", "")
    if asked.segments == ("go",) and to.isprintable() and to.isascii():
        return leading(to)
    return board(asked)


TWIN = on_board(_flaw)
