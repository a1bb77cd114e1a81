"""What a suite derives from a spec holds on the mock that is derived from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from specc.driver.mutating.session import check_health
from specc.driver.stages import plans

from .conftest import SPECS

MADE_UP = ("property", "stateful")
"""Kinds of obligations whose requests are made up, which is done only if asked for."""

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("spec", ["blog", "counter"])
def test_all_obligations_hold(spec: str) -> None:
    planned = plans([str(SPECS / f"{spec}.bts")]).suites[0]
    found = check_health(planned)
    assert not found.trouble
    assert dict(found.set_aside) == {}
    run = [each for each in planned.plan.obligations if each.kind not in MADE_UP]
    assert found.tests == sum(each.test is not None for each in run)


UNHELD = {
    # It declares no parameter that could say where the next page begins.
    "tests/golden/paging/paging.bts": ["by_link.pages"],
}


@pytest.mark.slow
@pytest.mark.parametrize(
    "spec",
    [
        "specs/shop.bts",
        "specs/kinto.bts",
        *(
            f"tests/golden/{name}/{name}.bts"
            for name in (
                "contracts",
                "hostile",
                "imports",
                "ownership",
                "paging",
                "parameters",
                "sign_up",
            )
        ),
    ],
)
def test_what_is_derived_holds(spec: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests that the spec itself states may tell of rules that no declaration has."""
    monkeypatch.chdir(ROOT)
    found = check_health(plans([spec]).suites[0])
    assert not found.trouble
    unheld = [name for name in found.set_aside if not name.startswith("test.")]
    assert unheld == UNHELD.get(spec, [])
