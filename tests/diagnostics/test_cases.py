"""Runs `cases/NAME`: the spec `main.bts` (or the only one), and in `expected.txt` what is said.

`pytest --refresh` rewrites what is expected.
"""

from pathlib import Path

import pytest

from specc.diagnostics.render import human
from specc.frontend import check_text

CASES = Path(__file__).parent / "cases"
EXPECTED = "expected.txt"


def files_of(case: Path) -> dict[str, str]:
    """What the spec may read, by its name inside the case's folder."""
    return {
        path.relative_to(case).as_posix(): path.read_bytes().decode("utf-8")
        for path in sorted(case.rglob("*"))
        if path.is_file() and path != case / EXPECTED
    }


def root_of(files: dict[str, str]) -> str | None:
    """The spec that a case is about; None where there is none, or no telling which."""
    if "main.bts" in files:
        return "main.bts"
    specs = [name for name in files if name.endswith(".bts")]
    return specs[0] if len(specs) == 1 else None


def test_there_are_cases() -> None:
    assert any(CASES.iterdir())


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda path: path.name)
def test_what_is_said_is_what_is_expected(case: Path, snapshot) -> None:
    assert case.is_dir(), f"{case} belongs to no case"
    files = files_of(case)
    root = root_of(files)
    assert root, f"{case} is an orphan: it has no spec that could be the root"
    snapshot(case / EXPECTED, human.render(check_text(files, root)))
