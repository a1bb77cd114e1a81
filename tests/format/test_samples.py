"""The specs of this project are in the one layout."""

from pathlib import Path

import pytest

from specc.driver.starting import FIRST

from .formatted import ROOT, SPECS, formatted


@pytest.mark.parametrize("path", SPECS, ids=lambda path: str(path.relative_to(ROOT)))
def test_specs_are_formatted(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert formatted(text) == text


def test_the_example_of_the_docs_is_formatted() -> None:
    page = (ROOT / "docs/layout.md").read_text(encoding="utf-8")
    _, _, rest = page.partition("```bts\n")
    example, _, _ = rest.partition("```\n")
    assert example
    assert formatted(example) == example


def test_the_first_spec_of_a_project_is_formatted() -> None:
    assert formatted(FIRST) == FIRST
