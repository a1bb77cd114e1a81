"""A token that has the form of one is taken for the first account's."""

from __future__ import annotations

from specc.selftest import tokens
from specc.selftest.board import ACCOUNTS, Board, on_board


def _subject(board: Board, token: str) -> str | None:
    known = tokens.subject(board, token)
    return next(iter(ACCOUNTS)) if known is None and token.count(".") == 2 else known


TWIN = on_board(subject=_subject)
