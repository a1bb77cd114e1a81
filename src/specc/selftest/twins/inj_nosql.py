"""A password may be an operator of the database."""

from __future__ import annotations

from specc.selftest.asked import Asked
from specc.selftest.board import ACCOUNTS, Board, on_board
from specc.serving.answers import Answer


def _flaw(board: Board, asked: Asked) -> Answer:
    if asked.segments == ("login",):
        sent = asked.sent()
        email, password = str(sent.get("email")), sent.get("password")
        if email in ACCOUNTS and isinstance(password, dict) and "$ne" in password:
            return board.logged_in(email)
    return board(asked)


TWIN = on_board(_flaw)
