"""The key is taken from the token itself."""

from __future__ import annotations

import base64

from specc.selftest import tokens
from specc.selftest.board import Board, on_board


def _subject(board: Board, token: str) -> str | None:
    parts = tokens.read(token)
    if parts is not None and isinstance(jwk := parts[0].get("jwk"), dict):
        text = str(jwk.get("k"))
        key = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        if tokens.signature(key, parts[2]) == parts[3]:
            return str(parts[1].get("sub"))
    return tokens.subject(board, token)


TWIN = on_board(subject=_subject)
