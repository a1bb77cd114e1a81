"""How good the derived tests are: of the defects in a mock, nearly all are noticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from specc.driver.mutating.session import Options, mutate
from specc.driver.stages import plans

ROOT = Path(__file__).parent.parent.parent
LEAST = 95.0
"""Percent of all mutants, those included that no test comes across."""


@pytest.mark.slow
@pytest.mark.parametrize(
    "spec",
    [
        "specs/shop.bts",
        "tests/mock/specs/blog.bts",
        *(f"tests/golden/{name}/{name}.bts" for name in ("contracts", "ownership", "sign_up")),
    ],
)
def test_nearly_all_mutants_are_noticed(spec: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    [found] = mutate(plans([spec]).suites[:1], Options(seed=1))
    assert not found.trouble
    assert found.verdicts
    assert found.score >= LEAST, [verdict.id for verdict in found.survivors]
    assert all(verdict.message for verdict in found.survivors)
