"""What a profile's mix reaches: its flows and those they call, and the endpoints of all of them."""

from __future__ import annotations

from specc.ir import nodes
from specc.ir.load import LoadProfile
from specc.ir.steps import FlowCall, Request, walk_steps


def flows_of(suite: nodes.Suite, profiles: tuple[LoadProfile, ...]) -> list[nodes.Flow]:
    """The flows that profiles reach, in the order of the spec."""
    by_name = {flow.name: flow for flow in suite.flows}
    pending = [item.name for each in profiles for item in each.mix if item.kind == "flow"]
    found: set[str] = set()
    while pending:
        name = pending.pop()
        if name not in found:
            found.add(name)
            pending += [
                step.flow for step in walk_steps(by_name[name].steps) if isinstance(step, FlowCall)
            ]
    return [flow for flow in suite.flows if flow.name in found]


def endpoints_of(suite: nodes.Suite, profile: LoadProfile) -> frozenset[str]:
    """The endpoints that a profile's mix calls."""
    found = {item.name for item in profile.mix if item.kind == "endpoint"}
    for flow in flows_of(suite, (profile,)):
        for step in walk_steps(flow.steps):
            if isinstance(step, Request) and step.endpoint is not None:
                found.add(step.endpoint)
    return frozenset(found)
