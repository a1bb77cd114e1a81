import subprocess
import sys

import attrs
import pytest

from specc.diagnostics import catalogue

from .build import ERROR, WARNING


def test_codes_are_collected_in_the_order_of_their_ids() -> None:
    assert list(catalogue.collect([WARNING, ERROR], retired=())) == ["BTS203", "BTS903"]


def test_an_id_has_one_meaning() -> None:
    with pytest.raises(ValueError, match="BTS203 is defined twice"):
        catalogue.collect([ERROR, attrs.evolve(ERROR, title="another")], retired=())


def test_a_retired_id_stays_reserved() -> None:
    with pytest.raises(ValueError, match="BTS203 is retired"):
        catalogue.collect([ERROR], retired=("BTS203",))


def test_a_name_that_is_not_there_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="NONSENSE"):
        getattr(catalogue, "NONSENSE")  # noqa: B009 - a type checker would refuse it otherwise


def test_one_subject_is_imported_without_the_others() -> None:
    program = "import sys, specc.diagnostics.catalogue.syntax; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    package = catalogue.__name__
    loaded = {name for name in run.stdout.split() if name.startswith(f"{package}.")}
    assert loaded == {f"{package}.syntax"}
