"""Claims are read, and the signature is not."""

from __future__ import annotations

from specc.selftest import tokens
from specc.selftest.board import Board, on_board


def _subject(_board: Board, token: str) -> str | None:
    parts = tokens.read(token)
    if parts is None or parts[0].get("alg") != "HS256" or not tokens.is_lasting(parts[1]):
        return None
    return str(parts[1].get("sub"))


TWIN = on_board(subject=_subject)
