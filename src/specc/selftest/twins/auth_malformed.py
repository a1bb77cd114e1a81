"""Whoever sends a token that cannot be read is taken for the first account."""

from __future__ import annotations

from specc.selftest import tokens
from specc.selftest.board import ACCOUNTS, Board, on_board


def _subject(board: Board, token: str) -> str | None:
    if tokens.read(token) is None and token.isalnum():
        return next(iter(ACCOUNTS))
    return tokens.subject(board, token)


TWIN = on_board(subject=_subject)
