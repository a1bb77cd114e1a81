"""`specc security`: the ledger of the last run, and what would be sent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from specc.selftest.board_spec import SPEC
from specc.selftest.twins import bola_read
from specc.serving.server import serving

from .conftest import Specc, Write

BLOCK = """security rules {
  ownership on get_note, list_notes
  inj.sql on greet
  except bola.list on list_notes because "a shared board" until 2999-01-01
}
"""


@pytest.fixture
def board(project: Path, write: Write) -> Path:
    head = SPEC.partition("security rules {")[0]
    write({"specs/board.bts": head + BLOCK})
    return project


def cells(specc: Specc) -> dict[tuple[str, str], dict[str, str]]:
    said = specc("security", "--format", "json")
    assert said.code == 0, said.err
    [suite] = json.loads(said.out)
    return {(cell["endpoint"], cell["rule"]): cell for cell in suite["cells"]}


def test_the_ledger_tells_of_the_last_run(
    specc: Specc, board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = cells(specc)
    assert before["get_note", "bola.read"]["why"] == "no run is known"
    with serving(("127.0.0.1", 0), bola_read.TWIN.flawed(), "board") as url:
        monkeypatch.setenv("BOARD_URL", url)
        ran = specc("run", "--only", "*.bola.*", "--only", "*.inj.sql", "--no-history")
    assert ran.code == 1, ran.err
    found = cells(specc)
    assert found["get_note", "bola.read"]["outcome"] == "broken"
    assert found["get_note", "bola.read"]["role"] == "member"
    assert found["greet", "inj.sql"] | {"place": ""} == {
        "endpoint": "greet",
        "rule": "inj.sql",
        "role": "nobody",
        "state": "tested",
        "outcome": "held",
        "why": "",
        "obligation": "greet.inj.sql",
        "place": "",
    }
    assert found["list_notes", "bola.list"]["state"] == "waived"
    assert found["greet", "bola.read"]["state"] == "opted out"
    table = specc("security").out
    assert "1 broken" in table
    assert "a shared board" in table


def test_a_dry_run_lists_requests_and_contacts_no_service(
    specc: Specc, board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARD_URL", "http://127.0.0.1:9")
    said = specc("security", "--dry-run", "--format", "json")
    assert said.code == 0, said.err
    [suite] = json.loads(said.out)
    sent = {(each["rule"], each["method"], each["actor"]) for each in suite["sent"]}
    assert ("bola.read", "GET", "ben") in sent
    assert ("bola.read", "GET", "ann") in sent
    assert ("inj.sql", "GET", "anonymous") in sent
    paths = {each["path"] for each in suite["sent"] if each["rule"] == "inj.sql"}
    assert "/greetings" in paths
    assert "correct horse" not in said.out
    table = specc("security", "--dry-run").out
    assert f"{len(suite['sent'])} requests would be sent" in table
