"""The mark that ties a test to the promise it checks."""

import pytest


def obligation(name: str, spec: str, *tags: str) -> pytest.MarkDecorator:
    """Say which obligation (by its id) a test discharges, and the spec line that made it.

    A parametrised test discharges one a row: the row's id goes after a dot. With `tags`, it can be
    selected by them (`-k smoke`).
    """
    return pytest.mark.obligation(name, spec, *tags)
