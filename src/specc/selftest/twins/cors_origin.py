"""Every origin may call with its user's credentials."""

from __future__ import annotations

import attrs

from specc.selftest.asked import Asked
from specc.selftest.board import Board, on_board
from specc.serving.answers import Answer


def _flaw(board: Board, asked: Asked) -> Answer:
    answer = board(asked)
    origin = asked.headers.get("origin")
    if origin is None:
        return answer
    allowed = (
        ("Access-Control-Allow-Origin", origin),
        ("Access-Control-Allow-Credentials", "true"),
    )
    return attrs.evolve(answer, headers=(*answer.headers, *allowed))


TWIN = on_board(_flaw)
