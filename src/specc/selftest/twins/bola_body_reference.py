"""A letter has any note in it whose id its sender knows."""

from __future__ import annotations

from uuid import uuid4

from specc.selftest.asked import Asked
from specc.selftest.board import Board, on_board
from specc.serving.answers import Answer, json_answer


def _flaw(board: Board, asked: Asked) -> Answer:
    if asked.segments == ("letters",):
        board.member(asked)
        note = board.notes.get(str(asked.sent().get("note")))
        if note is not None:
            return json_answer(201, {"id": str(uuid4()), "text": note["text"]})
    return board(asked)


TWIN = on_board(_flaw)
