"""Where a spec leaves open when a valid call may be refused, a refusal decides nothing."""

from __future__ import annotations

import attrs

from specc.ir import nodes
from specc.ir.expressions import Captured, Const
from specc.plan.derive.answers import unexplained
from specc.plan.nodes import Call, DerivedStep, Verify


def decided(
    endpoint: nodes.Endpoint, step: DerivedStep, named: str = "made"
) -> tuple[DerivedStep, ...]:
    """The call, after which the test ends if it was refused for what the spec leaves open.

    `named` is what the answer is called for that, where nothing else needs it.
    """
    refusals = unexplained(endpoint)
    if not refusals or not isinstance(step, Call):
        return (step,)
    capture = step.capture or named
    statuses = (*step.statuses, *refusals)
    left = Verify("no_conflict", (Captured(capture, "answer"), *(Const(it) for it in refusals)))
    return (attrs.evolve(step, statuses=statuses, contract=None, capture=capture), left)
