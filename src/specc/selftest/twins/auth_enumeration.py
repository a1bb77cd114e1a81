"""A log-in says whether there is such an account."""

from __future__ import annotations

from specc.selftest.asked import Asked
from specc.selftest.board import ACCOUNTS, Board, on_board
from specc.serving.answers import Answer, ProblemError


def _flaw(board: Board, asked: Asked) -> Answer:
    if asked.segments == ("login",) and asked.sent().get("email") not in ACCOUNTS:
        raise ProblemError(401, "there is no such account")
    return board(asked)


TWIN = on_board(_flaw)
