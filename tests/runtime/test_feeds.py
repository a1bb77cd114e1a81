"""Tables that flows are fed from."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from specc.runtime import feed
from specc.runtime.feeds import cell, share_feeds


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    (tmp_path / "rows.csv").write_text('name,count\nann,1\n"b, c",2.50\ncy,\n')
    return tmp_path / "s.bts"


def test_rows_are_taken_in_turn(spec: Path) -> None:
    rows = feed("rows.csv", spec)
    assert [rows.take()["name"] for _ in range(4)] == ["ann", "b, c", "cy", "ann"]


def test_a_cell_is_json_where_it_can_be() -> None:
    assert [cell(text) for text in ("1", "2.50", "true", "null", '"07"', "07", "", "NaN")] == [
        1,
        Decimal("2.50"),
        True,
        None,
        "07",
        "07",
        "",
        "NaN",
    ]


def test_processes_take_rows_of_their_own(spec: Path) -> None:
    one, other = feed("rows.csv", spec), feed("rows.csv", spec)
    share_feeds(1, 2)
    other.begin(0, 2)
    assert [one.take()["name"] for _ in range(2)] == ["b, c", "ann"]
    assert [other.take()["name"] for _ in range(2)] == ["ann", "cy"]


def test_a_table_that_is_empty_or_gone(spec: Path) -> None:
    (spec.parent / "empty.csv").write_text("name\n")
    with pytest.raises(ValueError, match=r"empty\.csv has no rows"):
        feed("empty.csv", spec).take()
    with pytest.raises(FileNotFoundError, match=r"gone\.csv"):
        feed("gone.csv", spec).take()
