"""The way out begins with the host that the client has said."""

from __future__ import annotations

from specc.selftest.asked import Asked
from specc.selftest.board import Board, leading, on_board
from specc.serving.answers import Answer


def _flaw(board: Board, asked: Asked) -> Answer:
    answer = board(asked)
    host = asked.headers.get("x-forwarded-host")
    if asked.segments == ("go",) and host is not None:
        return leading(f"https://{host}{asked.query.get('to', '')}")
    return answer


TWIN = on_board(_flaw)
