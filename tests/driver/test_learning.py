"""What a run has found is appended to a spec, once, and only where it is right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from learning.test_regressions import SPEC

from specc.driver.inputs import DriverError
from specc.driver.learning import learn, sequences
from specc.driver.running.results import RunResult, SuiteResult


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("specs").mkdir()
    Path("specs/notes.bts").write_text(SPEC, encoding="utf-8")


def result(*found: tuple[str, dict[str, Any]]) -> RunResult:
    return RunResult(7, (SuiteResult("notes", "specs/notes.bts", (), found=found),))


def call(endpoint: str, body: Any = None, **more: Any) -> dict[str, Any]:
    told = {"actor": "ann", "endpoint": endpoint, "spec": "", "params": {}, "status": 500}
    return told | ({} if body is None else {"body": json.dumps(body)}) | more


def found(*calls: dict[str, Any], **more: Any) -> dict[str, Any]:
    told = {"calls": list(calls), "before": [], "part": "", "expects": [], "claim": None}
    return told | more


VALID = ("make.any_valid", found(call("make", {"text": "x"})))


def test_a_test_is_appended_once() -> None:
    first = learn("specs/found.bts", result(VALID))
    assert (first.added, first.known, first.unsaid) == (1, 0, ())
    text = Path("specs/found.bts").read_text(encoding="utf-8")
    assert 'import "notes.bts" as notes' in text
    assert '  notes.make with { text: "x" } as notes.ann expects 201\n' in text
    again = learn("specs/found.bts", result(VALID))
    assert (again.added, again.known) == (0, 1)
    assert Path("specs/found.bts").read_text(encoding="utf-8") == text
    assert {path.name for path in Path("specs").iterdir()} == {"notes.bts", "found.bts"}


def test_what_cannot_be_said_is_told_with_the_reason() -> None:
    told = found(call("make", "", unsayable="its body is no JSON"), part="body")
    told["calls"][0]["body"] = ""
    learned = learn("specs/found.bts", result(("make.any_invalid", told)))
    assert learned.added == 0
    assert learned.unsaid == (("make.any_invalid", "its body is no JSON"),)
    assert not Path("specs/found.bts").exists()


def test_a_file_that_is_wrong_already_is_left_as_it_is() -> None:
    Path("specs/found.bts").write_text("tset", encoding="utf-8")
    learned = learn("specs/found.bts", result(VALID))
    assert learned.added == 0
    assert learned.unsaid
    assert Path("specs/found.bts").read_text(encoding="utf-8") == "tset"


def test_a_place_that_cannot_be_written() -> None:
    Path("specs/found.bts").mkdir()
    with pytest.raises(DriverError, match=r"cannot read specs/found\.bts"):
        learn("specs/found.bts", result(VALID))


def test_sequences_are_shown_as_tests() -> None:
    answer = json.dumps({"id": "9f85083f-9993-495c-89a8-89338537f0db", "text": "a"})
    made = call("make", {"text": "a"}, status=201, answer=answer)
    shown = call("show", params={"id": '"9f85083f-9993-495c-89a8-89338537f0db"'})
    (test,) = sequences(result(("stateful.sequences", found(made, shown, expects=[404]))))
    assert "  notes.show(id: note.id) as notes.ann expects 404\n" in test
    assert sequences(result(VALID)) == ()
