"""The history: kept between runs, and what it says that one run can't."""

from __future__ import annotations

import itertools
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specc.driver.history import store
from specc.driver.history.alerts import alerts, chance
from specc.driver.history.series import latency_series
from specc.driver.history.store import (
    Figure,
    HistoryError,
    Latency,
    Outcome,
    Run,
    keep,
    recall,
)


def run(
    outcome: str = "held",
    seconds: float = 0.1,
    revision: str = "",
    obligation: str = "get.works",
    figures: tuple[Figure, ...] = (),
    version: str = "1",
    latencies: tuple[Latency, ...] = (),
    pipeline: str = "",
) -> Run:
    made = (
        Outcome("shop", obligation, "get", outcome, seconds),
        Outcome("shop", "put.works", "put", "held", 0.2),
    )
    took = latencies or (Latency("shop", "get", "200", seconds, 20),)
    at = "2030-01-01T10:00:00+00:00"
    return Run(at, revision, "", 7, 1.5, made, figures, took, {"shop": version}, pipeline)


def kinds(runs: list[Run]) -> list[str]:
    return [alert.kind for alert in alerts(runs)]


def test_runs_are_kept_in_order(tmp_path: Path) -> None:
    folder = str(tmp_path / "kept")
    assert recall("", 9, folder) == ()
    made = [run(seconds=0.1 * number, figures=(Figure("a: b", "p95", 0.5),)) for number in (1, 2)]
    for each in made:
        keep(each, folder)
    assert recall("", 9, folder) == made
    assert recall("", 1, folder) == made[1:]
    assert recall("staging", 9, folder) == []
    assert (tmp_path / "kept/.gitignore").read_text() == "*\n"


def test_a_history_of_before_goes_on(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "history.sqlite") as base:
        base.executescript(f"{store._TABLES}PRAGMA user_version = 1;")
        base.execute("INSERT INTO runs VALUES (1, '2030', 'abc', '', 7, 1.5)")
        base.execute("INSERT INTO outcomes VALUES (1, 'shop', 'get.works', 'get', 'held', 0.1)")
    base.close()
    keep(run(), str(tmp_path))
    old, new = recall("", 9, str(tmp_path))
    assert (old.latencies, old.versions, old.outcomes[0].outcome) == ((), {}, "held")
    assert new == run()


def test_a_history_of_a_later_version_is_told(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "history.sqlite") as base:
        base.execute("PRAGMA user_version = 99")
    base.close()
    with pytest.raises(HistoryError, match="another version"):
        keep(run(), str(tmp_path))


def test_old_runs_make_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("specc.driver.history.store.KEPT", 3)
    for number in range(5):
        keep(run(seconds=float(number)), str(tmp_path))
    assert [each.outcomes[0].seconds for each in recall("", 9, str(tmp_path))] == [2.0, 3.0, 4.0]


@pytest.mark.parametrize(
    "data", [b"not a database, and long enough to be looked at" * 50, b"\0" * 99]
)
def test_a_broken_file_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "history.sqlite").write_bytes(data)
    with pytest.raises(HistoryError, match=r"history\.sqlite"):
        keep(run(), str(tmp_path))


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(HistoryError, match="file"):
        keep(run(), str(tmp_path / "file"))


def test_what_broke_is_a_new_finding_once() -> None:
    assert kinds([run(), run("broken")]) == ["new finding"]
    assert kinds([run(), run("broken"), run("broken")]) == []
    assert kinds([run("broken")]) == []
    assert kinds([run(), run("broken", obligation="get.other")]) == ["new finding"]
    assert kinds([run(), run("not_run"), run("broken")]) == ["new finding"]


def test_an_obligation_that_flickers() -> None:
    same = [run(outcome, revision="abc") for outcome in ("held", "broken", "held")]
    assert kinds(same) == ["flickers"]
    fixed = [run(outcome, revision=outcome + str(at)) for at, outcome in enumerate(("held", "broken", "held"))]  # fmt: skip
    assert kinds(fixed) == []
    again = [run(outcome) for outcome in ("held", "broken", "held", "broken", "held")]
    assert kinds(again) == ["flickers"]


def test_what_changed_with_its_spec_does_not_flicker() -> None:
    outcomes = ("held", "broken", "held", "broken", "held")
    same = [run(outcome, revision="abc", version="1") for outcome in outcomes]
    assert kinds(same) == ["flickers"]
    edited = [run(outcome, revision="abc", version=str(at)) for at, outcome in enumerate(outcomes)]
    assert kinds(edited) == []


def test_an_endpoint_that_became_slower() -> None:
    before = [run(seconds=0.1 + 0.001 * (at % 3)) for at in range(10)]
    assert kinds([*before, *(run(seconds=0.15 + 0.001 * at) for at in range(5))]) == ["slower"]
    assert kinds([*before, *(run(seconds=0.104 + 0.001 * at) for at in range(5))]) == []
    assert kinds([*before, run(seconds=0.5)]) == []
    assert kinds([run(seconds=0.1)] * 3 + [run(seconds=0.5)] * 5) == []


def test_a_load_figure_that_became_worse() -> None:
    def loaded(value: float) -> Run:
        return run(figures=(Figure("checkout: get", "p95", value),))

    before = [loaded(0.1 + 0.001 * at) for at in range(6)]
    (alert,) = alerts([*before, *(loaded(0.2 + 0.001 * at) for at in range(5))])
    assert (alert.kind, alert.subject) == ("slower", "checkout: get (p95)")
    assert "times as long" in alert.text


def test_other_requests_are_no_other_speed() -> None:
    """A run with more requests that are refused at once is held against its own usual times."""

    def mixed(slow: int, quick: int, factor: float = 1.0) -> Run:
        took = (
            Latency("shop", "get", "200", 0.1 * factor, slow),
            Latency("shop", "get", "422", 0.002 * factor, quick),
        )
        return run(latencies=tuple(each for each in took if each.count))

    series = latency_series([mixed(10, 10), mixed(1, 50), mixed(10, 0), mixed(0, 10)])["get"]
    assert len({round(value or 0, 9) for value in series}) == 1
    before = [mixed(10, at) for at in range(8)]
    assert kinds([*before, *(mixed(at, 9 - at) for at in range(5))]) == []
    assert kinds([*before, *(mixed(at, 9 - at, 1.5 + at / 10) for at in range(5))]) == ["slower"]


def test_stages_side_by_side_are_no_measure_of_a_run_alone() -> None:
    before = [run(seconds=0.1 + 0.001 * at) for at in range(8)]
    piped = [run(seconds=0.2 + 0.001 * at, pipeline="release") for at in range(8)]
    slow = [run(seconds=0.3 + 0.001 * at, pipeline="release") for at in range(5)]
    assert kinds([*before, *piped[:5]]) == []
    assert kinds([*before, *piped, *slow]) == ["slower"]
    assert kinds([*piped, *before[:5]]) == []


def test_what_could_not_be_told_is_no_finding() -> None:
    assert kinds([run(), run("error")]) == []
    assert kinds([run(), run("error"), run("broken")]) == ["new finding"]


def test_what_nobody_feels_is_no_alert() -> None:
    before = [run(seconds=0.001 + 0.00001 * at) for at in range(8)]
    assert kinds([*before, *(run(seconds=0.002 + 0.00001 * at) for at in range(5))]) == []


def test_endpoints_of_one_name_are_told_apart() -> None:
    took = tuple(Latency(suite, "get", "200", 0.1, 5) for suite in ("shop", "stock"))
    assert set(latency_series([run(latencies=took)])) == {"shop: get", "stock: get"}


@given(
    st.lists(st.integers(0, 9), min_size=1, max_size=5),
    st.lists(st.integers(0, 9), min_size=1, max_size=5),
)
def test_chance_is_that_of_all_orders(before: list[int], recent: list[int]) -> None:
    wins = sum(new > old for new in recent for old in before)
    size = len(before) + len(recent)
    orders = list(itertools.combinations(range(size), len(recent)))
    as_high = 0
    for places in orders:
        others = [at for at in range(size) if at not in places]
        as_high += sum(new > old for new in places for old in others) >= wins
    assert chance(before, recent) == pytest.approx(as_high / len(orders))
