"""`locustfile.py`: the load profiles, their flows, and the requests these send."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.emit.locust.profiles import Profiles
from specc.emit.locust.reach import flows_of
from specc.emit.locust.requests import RUNTIME, Requests, asked_for
from specc.emit.locust.steps import LoadStatements
from specc.emit.pytest.feeds import feed_constants, feeding
from specc.emit.pytest.imports import Imports
from specc.emit.pytest.module import ModuleView, render
from specc.emit.pytest.names import Names, names_of
from specc.emit.pytest.steps import idle_captures, values_of
from specc.emit.pytest.values import Expressions
from specc.emit.python.code import Call, Raw, literal
from specc.emit.python.names import class_name, identifier
from specc.emit.python.prose import comment, docstring
from specc.emit.python.statements import function_signature, returned
from specc.ir import nodes
from specc.ir.steps import Action, FlowCall, HostCall, Request, walk_steps
from specc.plan.load_nodes import Alone
from specc.plan.nodes import EndpointPlan, Plan


@attrs.frozen(eq=False)
class Locustfile:
    """The locustfile of a plan, where it has load profiles."""

    plan: Plan

    @staticmethod
    def of(plan: Plan, up: int | str) -> Locustfile:
        """The locustfile of a plan; it looks for nothing outside of the suite's folder."""
        return Locustfile(plan)

    def endpoint(self, part: EndpointPlan) -> Iterator[tuple[str, str]]:
        """No endpoint has a file of its own."""
        yield from ()

    def rest(self) -> Iterator[tuple[str, str]]:
        """The file."""
        if self.plan.loads.profiles:
            yield "locustfile.py", _file(self.plan, names_of(self.plan.suite))


def _file(plan: Plan, names: Names) -> str:
    suite = plan.suite
    imports = Imports()
    imports.add(RUNTIME, "Caller", "ProfileShape", "suite_of")
    flows = flows_of(suite, plan.loads.profiles)
    steps = [step for flow in flows for step in walk_steps(flow.steps)]
    steps += [step for alone in plan.loads.alone for step in alone.steps]
    asked = asked_for([value for step in steps for value in values_of(step)])
    requests = Requests(suite, names, imports, asked)
    feeds, fed = feed_constants(flows, names, imports, requests.taken)
    requests.taken.update(feeds.values())
    blocks = [
        _flow(flow, suite, names, imports, requests, feeds, captured=_captured(steps))
        for flow in flows
    ]
    mixed = {("flow", flow.name): names.flows[flow.name] for flow in flows}
    taken = set(names.taken)
    for alone in plan.loads.alone:
        name = identifier(f"{names.endpoints[alone.endpoint]}_alone", taken)
        taken.add(name)
        mixed["endpoint", alone.endpoint] = name
        blocks.append(_alone(alone, plan, names, imports, requests, name))
    profiles = Profiles(suite, names, imports, mixed)
    for profile in plan.loads.profiles:
        name = class_name(profile.name, taken)
        taken.add(name)
        blocks.append(profiles.user_class(profile, name))
    blocks.append(
        "\n".join(
            [
                "class Shape(ProfileShape):",
                docstring("Follows the stages of the profile that runs.", 4),
                "",
                "    abstract = False",
            ]
        )
    )
    left_out = [
        comment(f"The profile {profile.name} is left out: {why}", 0)
        for profile, why in plan.loads.left_out
    ]
    doc = f"The load profiles of {suite.spec}."
    return render(
        ModuleView(doc, _imports(imports), (*left_out, *fed, *requests.constants), tuple(blocks))
    )


def _imports(imports: Imports) -> str:
    """The imports, with what lets those of the suite's own files work between them."""
    own = {module: found for module, found in imports.found.items() if module.startswith(".")}
    others = {module: found for module, found in imports.found.items() if module not in own}
    bridge = comment(
        "Locust loads this file by its path; its neighbours are found all the same.", 0
    )
    return "\n\n".join(
        [
            Imports(others).text(),
            f"{bridge}\n__package__ = __package__ or suite_of(__file__)",
            Imports(own).text(),
        ]
    )


def _captured(steps: list[Action]) -> bool:
    """Whether a flow's captures are looked at by another flow."""
    return any(isinstance(step, FlowCall) and step.capture for step in steps)


def _flow(
    flow: nodes.Flow,
    suite: nodes.Suite,
    names: Names,
    imports: Imports,
    requests: Requests,
    feeds: dict[str, str],
    *,
    captured: bool,
) -> str:
    values = Expressions(names, imports)
    values.variables["caller "] = "caller"
    lines = feeding(flow, feeds, values)
    idle = frozenset() if captured else idle_captures(flow.steps)
    statements = LoadStatements(
        suite,
        values,
        "caller",
        True,
        _others(suite, names, imports, flow),
        idle,
        "caller.check",
        requests=requests,
    )
    lines += statements.block(flow.steps, 4)
    signature = function_signature(
        names.flows[flow.name], ("caller: Caller",), "SimpleNamespace" if captured else "None"
    )
    doc = docstring(f"{flow.doc or 'The flow ' + flow.name} ({flow.place}).", 4)
    if captured:
        imports.add("types", "SimpleNamespace")
        kept = dict.fromkeys(
            step.capture
            for step in walk_steps(flow.steps)
            if isinstance(step, Request | FlowCall | HostCall) and step.capture
        )
        result = tuple((identifier(name), Raw(values.variable(name))) for name in kept if name)
        lines.append(returned(Call("SimpleNamespace", (), result), 4))
    return "\n".join([signature, doc, *lines])


def _others(suite: nodes.Suite, names: Names, imports: Imports, flow: nodes.Flow) -> dict[str, str]:
    """How a flow's steps are made by other actors than the profile's."""
    used = {
        step.actor
        for step in walk_steps(flow.steps)
        if isinstance(step, Request | FlowCall) and step.actor is not None
    }
    found: dict[str, str] = {}
    if "anonymous" in used:
        imports.runtime("anonymous")
        found["anonymous"] = "caller.acting(anonymous)"
    for actor in suite.actors:
        for name in (actor.name, f"role:{actor.role}"):
            if name in used and name not in found:
                python = names.actors[actor.name]
                imports.add(".actors", python)
                found[name] = f"caller.acting({python})"
    return found


def _alone(
    alone: Alone, plan: Plan, names: Names, imports: Imports, requests: Requests, name: str
) -> str:
    """The function of an endpoint that stands in a mix by itself."""
    values = Expressions(names, imports)
    values.variables["caller "] = "caller"
    for capture, contract in alone.own:
        values.variables[capture] = Call("caller.made", (literal(contract),)).flat
    statements = LoadStatements(
        plan.suite,
        values,
        "caller",
        True,
        {},
        frozenset(),
        "caller.check",
        requests=requests,
        kept=alone.kept,
    )
    endpoint = plan.suite.by_name[alone.endpoint]
    return "\n".join(
        [
            function_signature(name, ("caller: Caller",), "None"),
            docstring(f"{endpoint.line} by itself ({endpoint.place}).", 4),
            *statements.block(alone.steps, 4),
        ]
    )
