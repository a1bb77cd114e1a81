"""Security tests ask for no more than they may, and clean up whatever that is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.conftest import Specc, Write, project, specc, write

from specc.selftest.asked import Asked, service_of
from specc.selftest.board import Board
from specc.selftest.board_spec import SPEC
from specc.serving.answers import Answer
from specc.serving.server import serving

__all__ = ["project", "specc", "write"]

BLOCK = """security rules {
  injection on all
  ownership on all
}
"""


class Counting:
    """The board, which counts what it is asked, and remembers the notes that are left."""

    def __init__(self) -> None:
        self.board = Board()
        self.asked = 0
        self.deleted = 0

    def __call__(self, asked: Asked) -> Answer:
        self.asked += 1
        self.deleted += asked.method == "DELETE"
        return self.board(asked)


@pytest.mark.parametrize("most", [1, 25, 60])
def test_no_more_is_sent_than_the_budget_has(
    specc: Specc, project: Path, write: Write, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    write({"specs/board.bts": SPEC.partition("security rules {")[0] + BLOCK})
    counting = Counting()
    with serving(("127.0.0.1", 0), service_of(lambda: counting)(), "board") as url:
        monkeypatch.setenv("BOARD_URL", url)
        arguments = ("run", "-k", "*.inj.*", "-k", "*.bola.*", "--no-history", "--seed", "7")
        said = specc(*arguments, "--security-requests", str(most), "--report", "report.json")
    assert said.code == 0, said.out + said.err
    report = json.loads(Path("report.json").read_text(encoding="utf-8"))
    obligations = [each for suite in report["suites"] for each in suite["obligations"]]
    left = [each for each in obligations if "budget of security tests" in each["reason"]]
    assert left
    assert all(each["outcome"] == "not_run" for each in left)
    assert not counting.board.notes, "what was made is deleted, whatever the budget"
    actors, clean_up = 3, counting.deleted
    assert counting.asked <= most + 2 * actors + clean_up
    assert not report["left_behind"]


def test_time_is_a_budget_too(
    specc: Specc, project: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"specs/board.bts": SPEC.partition("security rules {")[0] + BLOCK})

    def slow(asked: Asked, board: Board = Board()) -> Answer:  # noqa: B008
        import time

        time.sleep(0.1)
        return board(asked)

    with serving(("127.0.0.1", 0), service_of(lambda: slow)(), "board") as url:
        monkeypatch.setenv("BOARD_URL", url)
        said = specc("run", "-k", "*.inj.*", "--no-history", "--security-time", "1s")
    assert said.code == 0, said.out + said.err
    assert "the budget of security tests is used up: 1 s (--security-time)" in said.out
    wrong = specc("run", "--security-time", "soon")
    assert wrong.code == 2
    assert "a time such as `30s` or `5m`" in " ".join(wrong.err.split())
