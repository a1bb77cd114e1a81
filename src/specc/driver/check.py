"""Checking specs: everything that can be known before a request is sent, and nothing written."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from specc.diagnostics.model import Diagnostic, sorted_unique
from specc.driver.compiling import checked, uncollected
from specc.driver.sources import Sources
from specc.driver.survey import survey


@attrs.frozen
class Checks:
    """The specs that were checked, and what there is to say about them."""

    specs: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def ok(self) -> bool:
        """Whether there is no error."""
        return all(diagnostic.severity != "error" for diagnostic in self.diagnostics)


def check(paths: Sequence[str], skip: str = "") -> Checks:
    """Check the specs that `paths` stand for, but for those in the folder `skip`.

    Raises DriverError where there are none.
    """
    sources = Sources({})
    diagnostics: list[Diagnostic] = []
    with uncollected():
        found = survey(paths, skip, sources)
        for unit in found.units:
            diagnostics += checked(unit.root, sources).diagnostics
    return Checks(found.specs, sorted_unique(diagnostics))
