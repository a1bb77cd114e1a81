"""The mark that ties a test to the promise it checks."""

import pytest


def obligation(id: str, spec: str, *tags: str) -> pytest.MarkDecorator:
    """Say which obligation a test discharges, and the spec line that made it.

    A parametrised test discharges one a row: the row's id goes after a dot. `tags` select it (`-k smoke`).
    """
    return pytest.mark.obligation(id, spec, *tags)
