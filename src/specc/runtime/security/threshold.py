"""Findings that are milder than what fails: they are noted, and the test is not broken."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from specc.rules import SEVERITIES, Severity

MARK = "security_fail_on"


def fail_on(severity: Severity) -> pytest.MarkDecorator:
    """Have a finding that is milder than `severity` be noted. Raises ValueError for no severity."""
    SEVERITIES.index(severity)
    mark: pytest.MarkDecorator = getattr(pytest.mark, MARK)
    return mark(severity)


def is_mild(item: pytest.Item, breach: Mapping[str, Any] | None) -> bool:
    """Whether what a test has found is milder than what fails it."""
    mark = item.get_closest_marker(MARK)
    if mark is None or breach is None:
        return False
    return SEVERITIES.index(breach["severity"]) < SEVERITIES.index(mark.args[0])
