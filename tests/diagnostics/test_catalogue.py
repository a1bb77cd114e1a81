"""Holds every code of the catalogue to what it promises."""

import re
from pathlib import Path

import pytest

from specc.diagnostics import catalogue
from specc.diagnostics.catalogue import CATALOGUE
from specc.diagnostics.code import EXAMPLE, Code
from specc.diagnostics.render import human
from specc.frontend import check_text

SOURCES = Path(catalogue.__file__).parents[2]

each_code = pytest.mark.parametrize("code", CATALOGUE.values(), ids=CATALOGUE.keys())


@pytest.fixture(scope="module")
def words_outside_the_catalogue() -> set[str]:
    """Every word of the compiler's code but of the catalogue itself."""
    home = Path(catalogue.__file__).parent
    return {
        word
        for path in SOURCES.rglob("*.py")
        if home not in path.parents
        for word in re.findall(r"\w+", path.read_text(encoding="utf-8"))
    }


def test_there_are_codes() -> None:
    assert CATALOGUE


def test_every_module_of_the_catalogue_is_collected() -> None:
    files = {path.stem for path in Path(catalogue.__file__).parent.glob("*.py")}
    assert files - {"__init__"} == set(catalogue.MODULES)


@each_code
def test_its_example_raises_it_and_nothing_else(code: Code) -> None:
    found = check_text(code.files_with(code.example), EXAMPLE)
    assert [one.code.id for one in found] == [code.id], human.render(found)


@each_code
def test_its_fixed_example_is_clean(code: Code) -> None:
    found = check_text(code.files_with(code.fixed), EXAMPLE)
    assert not found, human.render(found)


@each_code
def test_it_is_explained(code: Code) -> None:
    assert code.title.strip() == code.title
    assert "\n" not in code.title
    assert len(code.explanation.split()) >= 10


@pytest.mark.parametrize(
    ("constant", "code"), [pytest.param(*pair, id=pair[1].id) for pair in catalogue.constants()]
)
def test_it_is_raised_somewhere(
    constant: str, code: Code, words_outside_the_catalogue: set[str]
) -> None:
    assert constant in words_outside_the_catalogue, f"{code.id} is never raised: retire it"
