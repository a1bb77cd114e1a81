"""The emitters by name: a new target is a folder beside `pytest/` and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from specc.emit.locust import Locustfile
from specc.emit.pytest import PytestSuite
from specc.plan.nodes import EndpointPlan, Plan


class Emission(Protocol):
    """The files of one target, as names in the suite's folder and texts.

    Files come as soon as they can be made, so that no more than one of them is held at a time.
    """

    def endpoint(self, part: EndpointPlan) -> Iterable[tuple[str, str]]:
        """The files of one endpoint; called for each of them in the order of the spec."""

    def rest(self) -> Iterable[tuple[str, str]]:
        """The files that are left, once all endpoints were seen."""


EMITTERS: dict[str, Callable[[Plan, int | str], Emission]] = {
    "pytest": PytestSuite.of,
    "locust": Locustfile.of,
}
"""Each begins the files of a plan.

The second argument leads from the suite's folder to the one that spec names start from: how many
folders lie between them, or its path.
"""
