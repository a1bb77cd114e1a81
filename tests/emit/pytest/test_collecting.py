"""pytest knows the tests by the very names that the plan has for them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from compilation import suite_in
from golden.stages import goldens

from specc.plan.planning import make_plan
from tests.compilation import files_of

GOLDENS = {golden.name: golden for golden in goldens()}


@pytest.mark.parametrize("name", ["hostile", "scenarios"])
def test_test_ids_are_those_of_the_plan(name: str, tmp_path: Path) -> None:
    golden = GOLDENS[name]
    plan = make_plan(suite_in(golden.files, golden.root, name))
    for file, text in files_of(plan, 2).items():
        path = tmp_path / "generated" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    suite = tmp_path / "generated" / name
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", "."],
        cwd=suite,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    collected = {line for line in done.stdout.splitlines() if "::" in line}
    assert collected == {item.test for item in plan.obligations if item.test is not None}
