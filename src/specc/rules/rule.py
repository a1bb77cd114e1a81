"""One security rule, as people and reports know it."""

from __future__ import annotations

from typing import Literal, TypeAlias

import attrs

Severity: TypeAlias = Literal["low", "medium", "high", "critical"]


@attrs.frozen
class Rule:
    """`owasp` is a category of the API Security Top 10 of 2023, or empty where none has it.

    `fails` says when the rule is broken, `control` what keeps it from a false alarm. A rule that
    is not `built` is known by name, and reported as not run.
    """

    name: str
    families: tuple[str, ...]
    severity: Severity
    cwe: int
    owasp: str
    title: str
    fails: str
    control: str
    remedy: str
    built: bool = True
    elsewhere: str = ""
    """Why no test of its own is needed: what puts it to the test already."""
