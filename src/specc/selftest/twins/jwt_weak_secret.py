"""The key is one that is in every list."""

from __future__ import annotations

from specc.selftest.board import on_board

TWIN = on_board(key=b"changeme")
