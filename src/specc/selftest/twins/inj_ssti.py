"""A name is a part of the template, whose language is played here: it only multiplies."""

from __future__ import annotations

import re

from specc.selftest.asked import Asked
from specc.selftest.board import Board, on_board
from specc.serving.answers import Answer, json_answer

_TEMPLATE = r"\{\{\s*(\d{1,6})\s*\*\s*(\d{1,6})\s*\}\}"


def _flaw(board: Board, asked: Asked) -> Answer:
    if asked.segments == ("greetings",):
        name = asked.query.get("name", "")
        return json_answer(200, {"text": re.sub(_TEMPLATE, _product, f"Hello, {name}")})
    return board(asked)


def _product(found: re.Match[str]) -> str:
    return str(int(found[1]) * int(found[2]))


TWIN = on_board(_flaw)
