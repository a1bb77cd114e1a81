"""Answers name the software and its version."""

from __future__ import annotations

import attrs

from specc.selftest.asked import Asked
from specc.selftest.board import Board, on_board
from specc.serving.answers import Answer


def _flaw(board: Board, asked: Asked) -> Answer:
    answer = board(asked)
    return attrs.evolve(answer, headers=(*answer.headers, ("Server", "board/2.4.1")))


TWIN = on_board(_flaw)
