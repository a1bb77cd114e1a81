"""Nobody looks at `exp`; the key can be guessed, or a test could not make such a token."""

from __future__ import annotations

from specc.selftest import tokens
from specc.selftest.board import Board, on_board


def _subject(board: Board, token: str) -> str | None:
    parts = tokens.read(token)
    if parts is None or tokens.signature(board.key, parts[2]) != parts[3]:
        return None
    return str(parts[1].get("sub"))


TWIN = on_board(key=b"changeme", subject=_subject)
