"""All kinds of mutants. A new kind is one line here."""

from __future__ import annotations

from specc.ir.nodes import Endpoint, Suite
from specc.mock.state import State
from specc.mutate.kinds.answers import answered_fields, leaks
from specc.mutate.kinds.around import headers, media_types, statuses
from specc.mutate.kinds.edges import faults_on_edges
from specc.mutate.kinds.lists import listing
from specc.mutate.kinds.memory import remembering
from specc.mutate.kinds.promises import promises
from specc.mutate.kinds.reading import reading
from specc.mutate.kinds.rights import access
from specc.mutate.kinds.validation import body_bounds, parameter_bounds
from specc.mutate.kinds.writing import writing
from specc.mutate.mutant import Kind, Mutant

KINDS: tuple[Kind, ...] = (
    access,
    body_bounds,
    parameter_bounds,
    answered_fields,
    leaks,
    statuses,
    headers,
    media_types,
    faults_on_edges,
    reading,
    writing,
    listing,
    remembering,
    promises,
)


def mutants_of(suite: Suite) -> tuple[Mutant, ...]:
    """The mutants of a suite's endpoints that have obligations, by endpoint, each id once."""
    state = State.of(suite, {})
    found: dict[str, Mutant] = {}
    for endpoint in suite.endpoints:
        if endpoint.covered:
            for kind in KINDS:
                for mutant in kind(state, endpoint):
                    if not _is_waived(mutant, endpoint):
                        found.setdefault(mutant.id, mutant)
    return tuple(found.values())


def _is_waived(mutant: Mutant, endpoint: Endpoint) -> bool:
    """Whether the spec itself says that what the mutant does not keep need not be kept."""
    ids = [name.removeprefix(f"{endpoint.name}.") for name in mutant.expected]
    return any(waiver.covers(name) for waiver in endpoint.waivers for name in ids)
