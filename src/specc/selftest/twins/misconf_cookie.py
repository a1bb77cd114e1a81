"""Scripts and other sites may use the session's cookie."""

from __future__ import annotations

import attrs

from specc.selftest.asked import Asked
from specc.selftest.board import Board, on_board
from specc.serving.answers import Answer


def _flaw(board: Board, asked: Asked) -> Answer:
    answer = board(asked)
    headers = tuple(
        (name, value.replace("; HttpOnly; SameSite=Strict", "") if name == "Set-Cookie" else value)
        for name, value in answer.headers
    )
    return attrs.evolve(answer, headers=headers)


TWIN = on_board(_flaw)
