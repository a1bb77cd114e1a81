"""A preview is fetched from wherever its link leads."""

from __future__ import annotations

import urllib.request

from specc.selftest.asked import Asked
from specc.selftest.board import Board, on_board
from specc.serving.answers import Answer


def _flaw(board: Board, asked: Asked) -> Answer:
    answer = board(asked)
    url = str(asked.sent().get("url")) if asked.segments == ("previews",) else ""
    # Loopback is as far as this one goes: it is served on the reader's own machine.
    if answer.status == 200 and url.startswith("http://127.0.0.1:"):
        try:
            urllib.request.urlopen(url, timeout=1).close()
        except OSError:
            return answer
    return answer


TWIN = on_board(_flaw)
