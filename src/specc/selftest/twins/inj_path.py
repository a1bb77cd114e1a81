"""A file's name leads out of the folder; the one file that is there is played."""

from __future__ import annotations

import posixpath

from specc.selftest.asked import Asked
from specc.selftest.board import Board, on_board
from specc.serving.answers import Answer, json_answer

_FILES = {"/etc/passwd": "root:x:0:0:root:/root:/bin/sh\n"}


def _flaw(board: Board, asked: Asked) -> Answer:
    if asked.segments == ("files",):
        path = posixpath.normpath(posixpath.join("/srv/board", asked.query.get("name", "")))
        if path in _FILES:
            return json_answer(200, {"text": _FILES[path]})
    return board(asked)


TWIN = on_board(_flaw)
