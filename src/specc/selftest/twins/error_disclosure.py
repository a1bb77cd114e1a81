"""A mistake shows where it was made."""

from __future__ import annotations

import traceback

from specc.selftest.asked import Asked
from specc.selftest.board import Board, on_board
from specc.serving.answers import Answer, ProblemError


def _flaw(board: Board, asked: Asked) -> Answer:
    if asked.method == "POST" and asked.segments == ("notes",):
        board.member(asked)
        try:
            asked.sent()["text"].strip()
        except (LookupError, AttributeError):
            raise ProblemError(500, traceback.format_exc()) from None
    return board(asked)


TWIN = on_board(_flaw)
