"""A service that does what its spec says makes its suite green, however it is run."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from run.running import SECRETS, Ran, orders_left, properties, run, shop_plan, shop_specs

NOTHING_LEFT = {"alice@example.com": 0, "bob@example.com": 0}


@pytest.fixture(scope="module")
def green(suite: Path, shop: str) -> Ran:
    """The first run of the whole suite."""
    return run(suite, shop, "-v")


def test_all_holds_and_nothing_is_left_behind(green: Ran, shop: str) -> None:
    assert green.code == 0, green.text
    assert orders_left(shop) == NOTHING_LEFT


def test_each_obligation_with_a_test_is_reported_with_its_line(green: Ran) -> None:
    reported = {found["obligation"]: found["spec"] for found in map(properties, green.cases)}
    tested = {
        item.id: item.place for item in shop_plan(shop_specs()).obligations if item.test is not None
    }
    assert set(reported) == set(tested)
    assert all(place.startswith("specs/shop.bts:") for place in reported.values())


def test_no_secret_is_in_what_a_run_says(green: Ran) -> None:
    for secret in SECRETS:
        assert secret not in green.text
        assert secret not in green.junit_text


def test_a_shop_answers_a_second_run(green: Ran, suite: Path, shop: str) -> None:
    again = run(suite, shop)
    assert again.code == 0, again.text
    assert len(again.cases) == len(green.cases)
    assert orders_left(shop) == NOTHING_LEFT


def test_workers_share_the_work(green: Ran, suite: Path, shop: str) -> None:
    done = run(suite, shop, "-n", "2")
    assert done.code == 0, done.text
    assert len(done.cases) == len(green.cases)
    assert orders_left(shop) == NOTHING_LEFT


def test_tests_are_chosen_by_name(suite: Path, shop: str) -> None:
    done = run(suite, shop, "-k", "test_pay and refuses")
    assert done.code == 0, done.text
    found = {properties(case)["obligation"] for case in done.cases}
    assert found == {
        f"pay.refuses.{who}" for who in ("anonymous", "admin", "stranger", "made_up_credential")
    }


def test_tests_are_chosen_by_tag(suite: Path, shop: str) -> None:
    done = run(suite, shop, "-k", "pricing")
    assert done.code == 0, done.text
    tagged = {
        f"test.{test.slug}"
        for test in shop_plan(shop_specs()).suite.tests
        if "pricing" in test.tags
    }
    assert {properties(case)["obligation"] for case in done.cases} == tagged


@pytest.mark.parametrize("chosen", ["test_get_order.py", "test_list_orders.py"])
def test_a_file_runs_by_itself(suite: Path, shop: str, chosen: str) -> None:
    done = run(suite / chosen, shop)
    assert done.code == 0, done.text
    assert orders_left(shop) == NOTHING_LEFT


@pytest.mark.slow
def test_a_suite_runs_wherever_its_project_is(suite: Path, shop: str, tmp_path: Path) -> None:
    moved = tmp_path / "a folder"
    shutil.copytree(suite.parent.parent, moved, ignore=shutil.ignore_patterns("__pycache__"))
    done = run(moved / "generated" / "shop", shop)
    assert done.code == 0, done.text
