"""What a security block asks for: rules of endpoints, exceptions, and scans of files."""

from __future__ import annotations

import attrs


@attrs.frozen
class Selection:
    """Rules by name, and the endpoints that they are about; `endpoints` is empty for all.

    `end` is what the obligation of a selection as a whole is called after its block's name.
    """

    rules: tuple[str, ...]
    endpoints: tuple[str, ...]
    end: str
    text: str
    place: str
    fail_on: str | None = None
    """The severity from which on a finding fails, if it says one."""

    def covers(self, rule: str, endpoint: str | None) -> bool:
        """Whether it is about a rule on an endpoint; None is the service as a whole."""
        return rule in self.rules and (not self.endpoints or endpoint in self.endpoints)


@attrs.frozen
class Exempt:
    """A selection that need not hold for now, why, and the last day of that."""

    selection: Selection
    reason: str
    until: str | None
    place: str


@attrs.frozen
class Scan:
    """`dependencies in "requirements.txt" fail on high`; `end` as for a selection."""

    kind: str
    path: str
    fail_on: str | None
    text: str
    place: str


@attrs.frozen
class SecurityBlock:
    name: str
    hosts: tuple[str, ...]
    selections: tuple[Selection, ...]
    exceptions: tuple[Exempt, ...]
    scans: tuple[Scan, ...]
    place: str
    fail_on: str | None = None
    """For all selections that don't say one."""
