"""Limits that a suite's services state, and that the environment overrules."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from specc.runtime import bounds


@pytest.fixture(autouse=True)
def nothing_stated(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(bounds, "_stated", {})
    for name in ("SPECC_MAX_BODY", "SPECC_MAX_RATE", "SPECC_MAX_CASES"):
        monkeypatch.delenv(name, raising=False)
    bounds.limit.cache_clear()
    yield
    bounds.limit.cache_clear()


def test_the_smallest_that_is_stated_holds() -> None:
    bounds.state("SPECC_MAX_BODY", 64)
    bounds.state("SPECC_MAX_BODY", None)
    bounds.state("SPECC_MAX_BODY", 16)
    bounds.admit(b"x" * 16)
    with pytest.raises(bounds.OutOfBoundsError, match=r"17 bytes.* allows 16"):
        bounds.admit(b"x" * 17)


def test_the_environment_overrules_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPECC_MAX_BODY", "100")
    bounds.state("SPECC_MAX_BODY", 16)
    bounds.admit(b"x" * 100)


def test_cases_are_left_out() -> None:
    bounds.state("SPECC_MAX_CASES", 2)
    assert sorted(bounds.left_out(["a"] * 4 + ["b"])) == [1, 3]
