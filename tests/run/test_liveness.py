"""Who is shut out in the middle of a test makes it inconclusive: never a pass."""

from __future__ import annotations

import pytest

from specc.driver.selftesting.suites import Suite, write_suite
from specc.driver.selftesting.trial import Seen, trial
from specc.selftest.asked import Asked, Respond
from specc.selftest.board import Board, on_board
from specc.serving.answers import Answer, ProblemError


def _locking(board: Board, asked: Asked) -> Answer:
    """Odd input locks its sender out for good."""
    caller = board.caller(asked) if "authorization" in asked.headers else None
    if caller is not None and caller in board.notes.get("locked", {}):
        raise ProblemError(401, "locked out")
    said = "".join(asked.query.values()) + asked.body.decode("utf-8", "replace")
    if caller is not None and ("'" in said or "$" in said):
        board.notes.setdefault("locked", {})[caller] = True
        raise ProblemError(401, "locked out")
    if asked.segments == ("notes",) and asked.method == "GET":
        kept = board.notes.pop("locked", None)
        try:
            return board(asked)
        finally:
            if kept is not None:
                board.notes["locked"] = kept
    return board(asked)


def _without_ben(board: Board, asked: Asked) -> Answer:
    """Ben's sessions are good for nothing, as after a log-out that he did not ask for."""
    if "authorization" in asked.headers and board.caller(asked).startswith("ben@"):
        raise ProblemError(401, "log in again")
    return board(asked)


def _busy(board: Board, asked: Asked) -> Answer:
    """Whoever has no good token is told to come later."""
    try:
        return board(asked)
    except ProblemError as refusal:
        if refusal.answer.status == 401:
            raise ProblemError(429, "later") from None
        raise


@pytest.fixture(scope="module")
def suite(tmp_path_factory: pytest.TempPathFactory) -> Suite:
    return write_suite(on_board(), str(tmp_path_factory.mktemp("board")))


def outcomes(suite: Suite, service: Respond, rule: str) -> dict[str, Seen]:
    ran = trial(suite, service, rule)
    assert not ran.trouble
    return {each.obligation: each for each in ran.seen}


def test_who_is_locked_out_by_a_probe_proves_nothing(suite: Suite) -> None:
    found = outcomes(suite, on_board(_locking).flawed, "inj.sql")
    locked = found["list_notes.inj.sql"]
    assert locked.outcome == "not_run"
    assert locked.message.startswith("inconclusive: ")
    assert found["greet.inj.sql"].outcome == "held"


@pytest.mark.parametrize(
    ("rule", "obligation"),
    [
        ("bola.read", "get_note.bola.read"),
        ("bola.write", "change_note.bola.write"),
        ("bola.list", "list_notes.bola.list"),
        ("bola.body_reference", "send_note.bola.body_reference"),
    ],
)
def test_a_stranger_who_is_let_in_nowhere_proves_nothing(
    suite: Suite, rule: str, obligation: str
) -> None:
    seen = outcomes(suite, on_board(_without_ben).flawed, rule)[obligation]
    assert seen.outcome == "not_run"
    assert seen.message.startswith("inconclusive: ")


def test_who_has_to_come_later_is_not_refused(suite: Suite) -> None:
    seen = outcomes(suite, on_board(_busy).flawed, "auth.garbage")["get_note.auth.garbage"]
    assert seen.outcome == "not_run"
    assert "so many attempts are not allowed" in seen.message
