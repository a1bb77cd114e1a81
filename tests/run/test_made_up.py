"""Requests that are made up hold in a healthy shop, find what is wrong in another, and clean up."""

from __future__ import annotations

from pathlib import Path

import pytest

from run.running import SECRETS, orders_left, run
from specc.demo import running

MADE_UP = ("-k", "any_valid or any_invalid or sequences")

FOUND = {
    "create-refuses-null-note": "create_order.any_valid",
    "pay-accepts-15-digits": "pay.any_invalid",
    "create-invalid-body-trace": "create_order.any_invalid",
    "get-shows-strangers": "stateful.sequences",
    "cancel-leaves-listed": "stateful.sequences",
}


def test_they_hold_in_a_healthy_shop(suite: Path) -> None:
    with running() as url:
        done = run(suite, url, *MADE_UP, examples=15)
        assert done.code == 0, done.text
        assert "9 passed" in done.text
        assert orders_left(url) == {"alice@example.com": 0, "bob@example.com": 0}


@pytest.mark.parametrize("fault", sorted(FOUND))
def test_they_find_a_fault(suite: Path, fault: str) -> None:
    with running(fault) as url:
        done = run(suite, url, *MADE_UP, examples=40)
    assert FOUND[fault] in done.failed, done.text
    assert not any(secret in done.text for secret in SECRETS)
    assert "--examples 40 --seed 7` finds it again" in done.text


def test_they_are_not_run_unless_asked_for(suite: Path) -> None:
    with running() as url:
        done = run(suite, url, *MADE_UP)
    assert done.code == 0, done.text
    assert "9 skipped" in done.text
