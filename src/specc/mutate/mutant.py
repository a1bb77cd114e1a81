"""A mutant: a mock with one thing wrong, and what ought to notice."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from specc.ir.nodes import Endpoint
from specc.mock.defects import Defect
from specc.mock.state import State


@attrs.frozen(eq=False)
class Mutant:
    """One thing that is wrong with one endpoint.

    `of` says where in the endpoint; `expected` are the ids of obligations, or their beginnings,
    that ought to notice; `place` is the line of the spec that the mutant does not keep.
    """

    kind: str
    endpoint: str
    of: str
    place: str
    text: str
    defect: Defect
    expected: tuple[str, ...]

    @property
    def id(self) -> str:
        """`create_order.drops_field.total`."""
        return ".".join(part for part in (self.endpoint, self.kind, self.of) if part)


Kind = Callable[[State, Endpoint], Iterator[Mutant]]
"""Finds the mutants of one kind, or of a few that belong together, of an endpoint."""
