"""A fault in the service makes the suite red, and the message leads to the line of the spec."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from run.running import (
    SECRETS,
    Ran,
    orders_left,
    run,
    shop_specs,
    without_tests,
    write_suite,
)
from specc.demo import FAULTS, running

FUNCTIONAL = [fault.name for fault in FAULTS if fault.kind == "functional"]

QUICK = {
    "create-accepts-quantity-101": "create_order.rejects.lines[].quantity.above_maximum",
    "get-shows-strangers": "get_order.refuses.stranger",
    "list-cursor-skips": "list_orders.pages",
    # The first step of a test fails, whose last steps look at what it should have made.
    "create-refuses-null-note": "test.a_cancelled_order_is_gone",
}


@pytest.fixture
def own_suite(suite: Path, tmp_path: Path) -> Path:
    """A copy of the project, so that what one run leaves in its cache is not another's."""
    shutil.copytree(suite.parent.parent, tmp_path / "project")
    return tmp_path / "project" / "generated" / "shop"


def assert_red_for_a_reason(done: Ran) -> None:
    assert done.code == 1, done.text
    assert done.failed, done.text
    assert "INTERNALERROR" not in done.text
    messages = [
        node.get("message", "") + (node.text or "")
        for case in done.cases
        for node in (*case.findall("failure"), *case.findall("error"))
    ]
    for message in messages:
        assert re.search(r"specs/shop\.bts:\d+", message), message
        assert not re.search(r"timed out|Timeout", message), message
    for secret in SECRETS:
        assert secret not in done.text


@pytest.mark.parametrize("fault", QUICK)
def test_a_fault_is_found_where_it_is(fault: str, own_suite: Path) -> None:
    with running(fault) as url:
        done = run(own_suite, url)
        assert_red_for_a_reason(done)
        assert QUICK[fault] in done.failed


def test_what_failed_last_is_run_again(own_suite: Path) -> None:
    with running("create-accepts-quantity-0") as url:
        first = run(own_suite, url)
        again = run(own_suite, url, "--lf")
    assert first.failed
    assert again.failed == first.failed
    assert len(again.cases) == len(first.failed)
    with running() as url:
        assert run(own_suite, url, "--lf").code == 0


def test_a_failure_leaves_nothing_behind(own_suite: Path) -> None:
    with running("create-accepts-quantity-101", "create-accepts-quantity-as-text") as url:
        done = run(own_suite, url)
        assert_red_for_a_reason(done)
        assert orders_left(url) == {"alice@example.com": 0, "bob@example.com": 0}


@pytest.mark.slow
@pytest.mark.parametrize("fault", FUNCTIONAL)
def test_every_functional_fault_is_found(fault: str, own_suite: Path) -> None:
    with running(fault) as url:
        assert_red_for_a_reason(run(own_suite, url))


UNSAID = {
    "debug-endpoint-open": "a path that no endpoint declares",
    "create-rounds-total": "what an A1 costs",
    "pay-never-ships": "that a paid order ships",
}
"""What the shop's spec says in its tests, and nowhere else."""


@pytest.fixture(scope="session")
def derived_suite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The suite of a spec from which all tests that somebody wrote are left out."""
    specs = without_tests(shop_specs())
    assert "\ntest " not in specs["specs/shop.bts"]
    return write_suite(tmp_path_factory.mktemp("derived"), specs)


def test_a_healthy_shop_has_nothing_to_be_derived_against(derived_suite: Path) -> None:
    with running() as url:
        done = run(derived_suite, url)
    assert done.code == 0, done.text


@pytest.mark.slow
@pytest.mark.parametrize("fault", [fault for fault in FUNCTIONAL if fault not in UNSAID])
def test_every_fault_that_a_spec_speaks_of_is_found_by_what_is_derived(
    fault: str, derived_suite: Path
) -> None:
    with running(fault) as url:
        assert_red_for_a_reason(run(derived_suite, url, "-x", "-p", "no:cacheprovider"))
