"""The Python names of a suite's parts: valid, unique, and clear of what the files import."""

from __future__ import annotations

import attrs

from specc.emit.python.names import class_name, identifier
from specc.ir.nodes import Suite
from specc.plan.places import endpoint_files
from specc.plan.recipes import fixture_name

# What the files of a suite bring in themselves; a spec's names stay clear of it.
TAKEN = frozenset(
    [
        "Actor",
        "Append",
        "Caller",
        "Captures",
        "Change",
        "Checks",
        "Contract",
        "Creates",
        "Decimal",
        "Drop",
        "Endpoint",
        "File",
        "Fill",
        "FromBody",
        "FromParam",
        "Iterator",
        "LoadUser",
        "Path",
        "Pool",
        "Profile",
        "ProfileShape",
        "Put",
        "ROOT",
        "RULES",
        "Raw",
        "Ready",
        "Repeat",
        "Requests",
        "Resize",
        "Response",
        "Returns",
        "Rule",
        "Sent",
        "Service",
        "Shape",
        "SimpleNamespace",
        "Slot",
        "Stages",
        "Think",
        "Threshold",
        "Undo",
        "actor_named",
        "actors",
        "all_have",
        "anonymous",
        "any_invalid",
        "any_valid",
        "as_sent",
        "at_least",
        "at_most",
        "attempt",
        "burst",
        "call",
        "caller",
        "change",
        "change_kept",
        "check",
        "contains",
        "contracts",
        "each",
        "endpoints",
        "env",
        "equal",
        "eventually",
        "expect",
        "expect_status",
        "feed",
        "file",
        "flows",
        "forged",
        "greater",
        "hold",
        "holds",
        "is_a",
        "in_order",
        "is_listed",
        "counts",
        "is_not_a",
        "lasting",
        "less",
        "listed",
        "matches",
        "no_conflict",
        "none_new",
        "not_contains",
        "not_listed",
        "not_one_of",
        "now",
        "obligation",
        "once_each",
        "one_of",
        "pages",
        "pages_within",
        "pkgutil",
        "pytest",
        "ramp",
        "re",
        "read_list",
        "reads_back",
        "refused",
        "register_actors",
        "request",
        "requests",
        "rest_kept",
        "secret",
        "security",
        "server_decides",
        "service",
        "sleep",
        "spike",
        "step",
        "suite_of",
        "survived",
        "table",
        "time",
        "unequal",
        "unique",
        "unique_like",
        "uuid",
        "walk",
    ]
)

LOCAL = frozenset(["actor", "config", "made", "responses", "row", "rule", "sent", "things"])
"""What functions of the files call something themselves: no fixture or import may be called so."""


@attrs.frozen(eq=False)
class Names:
    """Python names by the suite's own; those of `fixtures` as far as they were asked for."""

    services: dict[str, str]
    contracts: dict[str, str]
    endpoints: dict[str, str]
    files: dict[str, str]
    flows: dict[str, str]
    actors: dict[str, str]
    taken: frozenset[str]
    """What captures stay clear of. They may be called like a thing's fixture: no test has both."""
    fixtures: dict[tuple[str, bool], str] = attrs.field(factory=dict)
    _claimed: set[str] = attrs.field(factory=set)

    def actor(self, name: str) -> str:
        """The fixture of an actor, also of one made anew (`new_alice`)."""
        if name in self.actors:
            return self.actors[name]
        return f"new_{self.actors[name.removeprefix('new_')]}"

    def fixture(self, contract: str, fresh: bool) -> str:
        """The fixture of a thing; it has its name from when it is first asked for."""
        found = self.fixtures.get((contract, fresh))
        if found is None:
            found = identifier(fixture_name(contract, fresh), self._claimed)
            self._claimed.add(found)
            self.fixtures[contract, fresh] = found
        return found


def names_of(suite: Suite) -> Names:
    """Names for all parts of a suite."""
    taken = set(TAKEN | LOCAL)

    def claim(text: str) -> str:
        name = identifier(text, taken)
        taken.add(name)
        return name

    def claim_class(text: str) -> str:
        name = class_name(text, taken)
        taken.add(name)
        return name

    services = {item.name: claim(item.name) for item in suite.services}
    contracts = {item.name: claim_class(item.name) for item in suite.contracts}
    endpoints = {item.name: claim(item.name) for item in suite.endpoints}
    flows = {item.name: claim(item.name) for item in suite.flows}
    actors: dict[str, str] = {"anonymous": "anonymous"}
    for actor in suite.actors:
        actors[actor.name] = claim(actor.name)
        taken.add(f"new_{actors[actor.name]}")
    kept = frozenset(taken - LOCAL)
    files = endpoint_files(suite)
    return Names(services, contracts, endpoints, files, flows, actors, kept, claimed=taken)
