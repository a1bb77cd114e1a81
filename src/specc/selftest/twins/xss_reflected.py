"""A greeting is a page, and has the name in it as it came."""

from __future__ import annotations

from specc.selftest.asked import Asked
from specc.selftest.board import Board, on_board
from specc.serving.answers import Answer


def _flaw(board: Board, asked: Asked) -> Answer:
    answer = board(asked)
    if asked.segments == ("greetings",) and answer.status == 200:
        page = f"<p>Hello, {asked.query.get('name', '')}</p>"
        return Answer(200, page.encode(), "text/html; charset=utf-8")
    return answer


TWIN = on_board(_flaw)
