"""Each code's example raises that code and no other, and its fixed version none."""

import pytest

from specc.diagnostics.catalogue import CATALOGUE
from specc.diagnostics.code import Code
from specc.frontend import check_text
from tests.semantics.shop import TODAY

CODES = [code for code in CATALOGUE.values() if not code.id.startswith("BTS0")]


def raised(code: Code, text: str) -> list[str]:
    """The codes of an example, among the files that it may import."""
    files = {"example.bts": text, **dict(code.files)}
    return [diagnostic.code.id for diagnostic in check_text(files, "example.bts", TODAY)]


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_the_example_raises_its_code_alone(code: Code) -> None:
    assert raised(code, code.example) == [code.id]


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_the_fixed_example_is_clean(code: Code) -> None:
    assert raised(code, code.fixed) == []
