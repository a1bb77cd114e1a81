"""A token that says it is unsigned is believed."""

from __future__ import annotations

from specc.selftest import tokens
from specc.selftest.board import Board, on_board


def _subject(board: Board, token: str) -> str | None:
    parts = tokens.read(token)
    if parts is not None and str(parts[0].get("alg")).lower() == "none" and not parts[3]:
        return str(parts[1].get("sub"))
    return tokens.subject(board, token)


TWIN = on_board(subject=_subject)
