"""A run asks of a service no more than it may."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from specc.runtime import bounds


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    bounds.limit.cache_clear()
    yield
    bounds.limit.cache_clear()


def test_a_body_that_is_too_large_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPECC_MAX_BODY", "1000")
    bounds.admit(b"x" * 1000)
    bounds.admit(None)
    with pytest.raises(bounds.OutOfBoundsError, match=r"1,001 bytes.*1,000"):
        bounds.admit(b"x" * 1001)


def test_there_is_a_limit_where_none_is_set() -> None:
    with pytest.raises(bounds.OutOfBoundsError):
        bounds.admit(b"x" * (bounds.MAX_BODY + 1))


def test_requests_keep_their_distance(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr(time, "sleep", waited.append)
    monkeypatch.setattr(time, "monotonic", lambda: 50.0)
    monkeypatch.setattr(bounds, "_pace", bounds._Pace())
    monkeypatch.setenv("SPECC_MAX_RATE", "10")
    monkeypatch.setenv("PYTEST_XDIST_WORKER_COUNT", "2")
    for _ in range(3):
        bounds.admit(None)
    assert waited == pytest.approx([0.2, 0.4])


def test_cases_that_are_too_many_are_spread(monkeypatch: pytest.MonkeyPatch) -> None:
    cases = ["a"] * 10 + ["b"] * 2
    assert bounds.left_out(cases) == {}
    monkeypatch.setenv("SPECC_MAX_CASES", "4")
    bounds.limit.cache_clear()
    left = bounds.left_out(cases)
    assert sorted(set(range(12)) - left.keys()) == [0, 2, 5, 7, 10, 11]
    assert left[1] == "it is one of 10 cases, and --max-cases allows 4"


@pytest.mark.parametrize("text", ["0", "-1", "many", "1.5", "1" * 30])
def test_a_limit_is_a_number(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPECC_MAX_CASES", text)
    with pytest.raises(ValueError, match="SPECC_MAX_CASES"):
        bounds.check()
