"""A mutant of a way to behave."""

from __future__ import annotations

from specc.ir.nodes import Endpoint
from specc.mock.defects import Defect, Quirk
from specc.mutate.mutant import Mutant


def quirk_of(
    endpoint: Endpoint,
    kind: str,
    quirk: Quirk,
    place: str,
    *expected: str,
    of: str = "",
) -> Mutant:
    """A mutant whose endpoint has a quirk, about `of`; `expected` are ids without the endpoint."""
    text = quirk.value + (f": {of}" if of else "")
    ids = tuple(f"{endpoint.name}.{item}" for item in expected)
    defect = Defect(endpoint.name, quirk=quirk, of=of)
    return Mutant(kind, endpoint.name, of, place, text, defect, ids)
