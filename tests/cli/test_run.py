"""`specc run`: the report, and what its exit code says."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from driver.toy import Toy

from specc.driver import covering
from specc.driver.running import session
from specc.driver.running.results import Result, RunResult, SuiteResult

from .conftest import Specc, Write

HELD = Result("get_order.works", "get_order", "specs/shop.bts:7", "held")
BROKEN = Result(
    "pay.refuses.stranger",
    "pay",
    "specs/shop.bts:9",
    "broken",
    message="status: expected 403, got 200\n\n  curl [bold]that[/bold]",
)
NOT_RUN = Result("pay.within.p95", "pay", "specs/shop.bts:10", "not_run", reason="needs load")
SUITE = SuiteResult("shop", "specs/shop.bts", (HELD, NOT_RUN))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[session.Options]:
    """The options that runs were asked for; a run itself does nothing."""
    options: list[session.Options] = []

    def run(_output: str, _suites: object, given: session.Options, _watcher: object) -> RunResult:
        options.append(given)
        return RunResult(7, (SUITE,))

    monkeypatch.setattr(session, "run", run)
    return options


@pytest.fixture
def shop(toy: Toy, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """A spec that makes a suite."""
    monkeypatch.setattr(covering, "coverage", lambda *_: covering.Coverage((), (), ()))
    write({"specs/shop.bts": "service\nendpoint"})


def outcome(monkeypatch: pytest.MonkeyPatch, **changes: object) -> None:
    suite = attrs.evolve(SUITE, **changes)
    monkeypatch.setattr(session, "run", lambda *_: RunResult(7, (suite,)))


def test_all_holds(specc: Specc, shop: None, asked: list[session.Options]) -> None:
    said = specc("run")
    assert (said.code, said.err) == (0, "")
    assert "1 held, 1 not run in 0.0 s (--seed 7)" in said.out
    assert "needs load\n    pay.within.p95 (specs/shop.bts:10)" in said.out


def test_options_reach_the_run(specc: Specc, shop: None, asked: list[session.Options]) -> None:
    chosen = "-k pay -k get --seed 3 --env staging --allow-host a --allow-host b".split()  # noqa: SIM905
    specc("run", *chosen, "-n", "4", "--junit", "j.xml", "--report", "r.json", "-x")
    assert asked == [
        session.Options("staging", 3, ("a", "b"), ("pay", "get"), "4", "j.xml", "r.json", True)
    ]


def test_something_is_broken(specc: Specc, shop: None, monkeypatch: pytest.MonkeyPatch) -> None:
    outcome(monkeypatch, results=(HELD, BROKEN, NOT_RUN), left_behind=("order 7",))
    said = specc("run")
    assert said.code == 1
    assert "broken pay.refuses.stranger (specs/shop.bts:9)" in said.out
    assert "    curl [bold]that[/bold]\n" in said.out
    assert "order 7" in said.out
    quiet = specc("run", "-q")
    assert quiet.code == 1
    assert "pay.refuses.stranger" in quiet.out
    assert "needs load" not in quiet.out


def test_a_service_that_cannot_be_had(
    specc: Specc, shop: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome(
        monkeypatch,
        results=(attrs.evolve(NOT_RUN, reason="nobody home"), BROKEN),
        unreachable=("nobody home",),
    )
    said = specc("run")
    assert said.code == 3
    assert "all 1 that need it" in said.out


def test_a_suite_that_cannot_be_run(
    specc: Specc, shop: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome(monkeypatch, trouble="no module named x")
    said = specc("run", "-q")
    assert said.code == 4
    assert "no module named x" in said.out


def test_an_interrupted_run(specc: Specc, shop: None, monkeypatch: pytest.MonkeyPatch) -> None:
    outcome(monkeypatch, interrupted=True)
    said = specc("run")
    assert said.code == 1
    assert "interrupted" in said.err
    assert "1 held" in said.out


def test_an_edited_suite_is_not_run(
    specc: Specc, project: Path, shop: None, asked: list[session.Options]
) -> None:
    specc("build")
    (project / "generated/shop/conftest.py").write_text("mine")
    said = specc("run")
    assert said.code == 2
    assert "generated/shop/conftest.py" in said.err
    assert not asked


@pytest.mark.parametrize("text", ["service\nendpoint\nerror here", "service", "endpoint"])
def test_specs_that_make_no_suite(
    specc: Specc, toy: Toy, write: Write, asked: list[session.Options], text: str
) -> None:
    write({"specs/shop.bts": text})
    said = specc("run")
    assert (said.code, said.out) == (2, "")
    assert "error" in said.err
    assert not asked


@pytest.mark.parametrize("workers", ["many", "-1", "1.5"])
def test_wrong_numbers_of_workers(specc: Specc, shop: None, workers: str) -> None:
    assert specc("run", "-n", workers).code == 2


def test_what_many_tests_need_is_told_once(
    specc: Specc, shop: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = [
        attrs.evolve(BROKEN, obligation=f"pay.rejects.{name}", outcome="error", message="no login")
        for name in "abcdefghijklm"
    ]
    outcome(monkeypatch, results=(HELD, BROKEN, *failed))
    said = specc("run")
    assert said.code == 1
    assert said.out.count("no login") == 1
    assert "error pay.rejects.a (specs/shop.bts:9)\n  and so for 12 more:\n" in said.out
    assert "and 2 more; `--report FILE` names them all" in said.out
