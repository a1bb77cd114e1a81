"""Answers do not forbid that their type is guessed."""

from __future__ import annotations

import attrs

from specc.selftest.asked import Asked
from specc.selftest.board import Board, on_board
from specc.serving.answers import Answer


def _flaw(board: Board, asked: Asked) -> Answer:
    answer = board(asked)
    kept = tuple(pair for pair in answer.headers if pair[0] != "X-Content-Type-Options")
    return attrs.evolve(answer, headers=kept)


TWIN = on_board(_flaw)
