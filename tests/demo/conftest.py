"""A healthy shop for the tests of one file."""

from collections.abc import Iterator

import pytest

from specc.demo import running

from .visitor import Visitor


@pytest.fixture(scope="module")
def shop() -> Iterator[Visitor]:
    """A visitor of a healthy shop."""
    with running() as url:
        yield Visitor(url)
