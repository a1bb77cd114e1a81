"""Mutants are run: some are noticed, and of the others it is told why not."""

from __future__ import annotations

import json
from pathlib import Path

import attrs
import pytest

from specc.cli.entry import main
from specc.driver.inputs import DriverError
from specc.driver.mutating.results import Mutated, Verdict
from specc.driver.mutating.session import Options, mutate
from specc.driver.mutating.tally import by_endpoint, by_kind
from specc.driver.stages import plans

from .test_mutants import BLOG, SMALL


def run(*only: str, **options: object) -> Mutated:
    return mutate(plans([str(BLOG)]).suites, Options(only=only, **options))[0]


def outcome(result: Mutated, name: str) -> Verdict:
    return next(verdict for verdict in result.verdicts if verdict.id == name)


def test_defects_are_noticed_by_the_obligation_that_is_about_them() -> None:
    found = run(
        "write.body_accepts.title.high",
        "write.drops_field.slug",
        "edit.accepts_stale",
        "edit.ignores_owner",
        "erase.deletes_nothing",
        "comments.skips_between_pages",
        "drawings.ignores_limit",
        "draw.ignores_authentication",
    )
    assert not found.trouble
    assert {verdict.id: verdict.by for verdict in found.verdicts} == {
        "write.body_accepts.title.high": "write.rejects.title.too_long",
        "write.drops_field.slug": "write.conforms",
        "edit.accepts_stale": "edit.stale",
        "edit.ignores_owner": "edit.refuses.stranger",
        "erase.deletes_nothing": "erase.deletes",
        "comments.skips_between_pages": "comments.pages",
        "drawings.ignores_limit": "drawings.pages",
        "draw.ignores_authentication": "draw.refuses.anonymous",
    }
    assert found.score == 100
    assert {row.name: row.noticed for row in by_endpoint(found)}["erase"] == 1
    assert sum(row.total for row in by_kind(found)) == len(found.verdicts)


THIN = """
service s { url "http://127.0.0.1:1" }
contract Note { readonly id: uuid, text: string(1..20), hint?: string(..5) }
endpoint add POST /notes {
  as      anyone
  body    Note
  returns 201 Note
  creates Note
}
endpoint all GET /notes {
  as      anyone
  query   limit?: int(1..50) = 20
  query   colour?: string
  returns 200 [Note]
  lists   Note
}
"""


def test_what_nobody_notices_is_explained(tmp_path: Path) -> None:
    spec = tmp_path / "thin.bts"
    spec.write_text(THIN, encoding="utf-8")
    found = mutate(plans([str(spec)]).suites, Options(only=("add.loses_write", "all.misses_one")))[
        0
    ]
    assert not found.trouble
    assert found.score < 100
    for verdict in found.survivors:
        assert verdict.outcome in ("survived", "unreached")
        assert verdict.message
    told = found.data()
    assert json.loads(json.dumps(told)) == told


def test_a_pattern_that_fits_nothing_is_told() -> None:
    with pytest.raises(DriverError, match="no mutant is chosen") as raised:
        run("write.loses_wrte")
    assert "write.loses_write" in raised.value.help


def test_a_mutant_whose_tests_do_not_end_is_stopped(tmp_path: Path) -> None:
    spec = tmp_path / "slow.bts"
    text = (
        SMALL
        + """
test "a task is seen in the end" as ann {
  add with { title: "wash" } -> task
  eventually within 60s every 100ms {
    one(id: task.id) -> seen
    expect seen.title == "wash"
  }
}
"""
    )
    spec.write_text(text, encoding="utf-8")
    made = plans([str(spec)]).suites
    planned = [attrs.evolve(each) for each in made]
    only = ("one.nulls_field.title",)
    found = mutate(planned, Options(only=only, timeout=30))[0]
    assert outcome(found, only[0]).noticed


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "out" / "mutants.json"
    arguments = ["mutate", str(BLOG), "--only", "draw.drops_field.*", "--json", str(place)]
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    said = capsys.readouterr().out
    assert ended.value.code == 0, said
    assert "mutants noticed (100.0%" in said
    assert json.loads(place.read_text())[0]["score"] == 100


def test_the_command_fails_where_too_few_are_noticed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = tmp_path / "thin.bts"
    spec.write_text(THIN, encoding="utf-8")
    for least, code in (("100", 1), ("0", 0)):
        with pytest.raises(SystemExit) as ended:
            main(["mutate", str(spec), "--only", "add.loses_write", "--min", least])
        assert ended.value.code == code
    assert "that nobody noticed" in capsys.readouterr().out
