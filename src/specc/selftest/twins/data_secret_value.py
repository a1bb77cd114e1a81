"""A log-in that fails repeats the password."""

from __future__ import annotations

from specc.selftest.asked import Asked
from specc.selftest.board import ACCOUNTS, Board, on_board
from specc.serving.answers import Answer, ProblemError


def _flaw(board: Board, asked: Asked) -> Answer:
    if asked.segments == ("login",):
        sent = asked.sent()
        if ACCOUNTS.get(str(sent.get("email"))) != sent.get("password"):
            raise ProblemError(401, f"{sent.get('password')} is not the password")
    return board(asked)


TWIN = on_board(_flaw)
