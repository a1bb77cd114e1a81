"""From the IR to the plan: every obligation, and the test that discharges it or why none does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

import attrs

from specc.ir import nodes
from specc.ir.expressions import Builtin, Const, Value
from specc.ir.steps import FlowCall, Request, walk_steps
from specc.plan.changes import Change
from specc.plan.derive.again import again
from specc.plan.derive.apart import apart
from specc.plan.derive.conditions import conditions
from specc.plan.derive.conforms import conforms
from specc.plan.derive.effects import effects
from specc.plan.derive.filled import filled
from specc.plan.derive.finding import Finding
from specc.plan.derive.gone import gone
from specc.plan.derive.ignores import ignores
from specc.plan.derive.misplaced import misplaced
from specc.plan.derive.properties import properties
from specc.plan.derive.refuses import refuses
from specc.plan.derive.rejects import rejects
from specc.plan.derive.safe import safe
from specc.plan.derive.spares import spares
from specc.plan.derive.stateful import sequences
from specc.plan.derive.survives import survives
from specc.plan.derive.unaffected import unaffected
from specc.plan.load_nodes import LoadPlan
from specc.plan.loads import plan_loads
from specc.plan.nodes import (
    Burst,
    Call,
    DerivedTest,
    EndpointPlan,
    Obligation,
    Plan,
    Walk,
    flat,
)
from specc.plan.places import (
    SCENARIOS,
    change_label,
    derived_function,
    endpoint_files,
    scenario_functions,
)
from specc.plan.property_nodes import Properties
from specc.plan.recipes import Recipes
from specc.plan.security import plan_security
from specc.plan.undoing import undos
from specc.plan.waiving import waived

FAMILIES = (
    conforms,
    filled,
    rejects,
    survives,
    ignores,
    refuses,
    unaffected,
    conditions,
    gone,
    effects,
    apart,
    misplaced,
    spares,
    safe,
    again,
)
"""Each family of obligations is a function; a new one is a file and a name here."""

SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "QUERY"})


def make_plan(suite: nodes.Suite) -> Plan:
    """The plan of a suite, in the order of the spec."""
    recipes = Recipes.of(suite)
    made_up = properties(recipes)
    stateful = sequences(recipes)
    loads = plan_loads(suite)
    security = plan_security(recipes)
    return Plan(
        suite=suite,
        endpoints=_Endpoints(recipes, endpoint_files(suite), made_up, security.obligations),
        others=(
            *([] if stateful is None else [stateful.obligation]),
            *_scenarios_of(suite, recipes),
            *_profiles_of(suite, loads),
            *security.obligations,
        ),
        hosts=tuple(_hosts(suite)),
        undos=undos(recipes),
        needed=recipes.set_ups,
        loads=loads,
        properties=made_up,
        sequences=stateful,
        security=security,
    )


@attrs.frozen(eq=False)
class _Endpoints:
    """Plans the endpoints of a suite one by one."""

    recipes: Recipes
    files: Mapping[str, str]
    made_up: Properties
    security: tuple[Obligation, ...]

    def __iter__(self) -> Iterator[EndpointPlan]:
        for endpoint in self.recipes.suite.endpoints:
            if endpoint.covered:
                yield self._plan(endpoint)

    def complete(self) -> None:
        for endpoint in self.recipes.suite.endpoints:
            if endpoint.covered and endpoint.name not in self.recipes.planned:
                self._plan(endpoint)

    def _plan(self, endpoint: nodes.Endpoint) -> EndpointPlan:
        recipes = self.recipes
        findings = [found for family in FAMILIES for found in family(recipes, endpoint)]
        made_up = self.made_up.obligations.get(endpoint.name, ())
        others = [item.id for item in made_up]
        others += [item.id for item in self.security if item.endpoint == endpoint.name]
        findings = waived(endpoint, _distinct(findings), others)
        obligations: list[Obligation] = []
        for found in findings:
            obligations.extend(_obligations(recipes, endpoint, found, self.files[endpoint.name]))
        obligations.extend(made_up)
        obligations.extend(_not_run(endpoint))
        recipes.planned.add(endpoint.name)
        tests = tuple(found.test for found in findings if found.test is not None)
        return EndpointPlan(endpoint.name, tests, tuple(obligations))


def _elsewhere(profile: nodes.Profile, loads: LoadPlan) -> str:
    """Why the suite's tests don't discharge what a profile requires."""
    for left_out, why in loads.left_out:
        if left_out.name == profile.name:
            return why
    return f"judged under load, by `specc load {profile.place.partition(':')[0]} {profile.name}`"


def _distinct(findings: list[Finding]) -> list[Finding]:
    """The findings with test functions and change labels that differ from each other."""
    functions: set[str] = set()
    labels: set[str] = set()
    kept: list[Finding] = []
    for found in findings:
        test = found.test
        if test is None:
            if found.id not in labels:
                labels.add(found.id)
                kept.append(found)
            continue
        if test.changes:
            changes: list[Change] = []
            known = {item.removeprefix(f"{found.id}.") for item in labels}
            for change in test.changes:
                if any(other.edits_as(change) for other in changes):
                    continue
                label = change_label(change.label, known)
                known.add(label)
                labels.add(f"{found.id}.{label}")
                changes.append(
                    change if label == change.label else attrs.evolve(change, label=label)
                )
            if changes != list(test.changes):
                test = attrs.evolve(test, changes=tuple(changes))
        elif found.id in labels:
            continue
        else:
            labels.add(found.id)
        function = derived_function(test.function, functions)
        functions.add(function)
        if function != test.function:
            test = attrs.evolve(test, function=function)
        kept.append(found if test is found.test else attrs.evolve(found, test=test))
    return kept


def _obligations(
    recipes: Recipes, endpoint: nodes.Endpoint, found: Finding, file: str
) -> Iterator[Obligation]:
    test = found.test
    if test is None:
        yield Obligation(
            found.id,
            found.kind,
            endpoint.name,
            found.place,
            found.text,
            reason=found.reason,
            waived=found.waived,
        )
        return
    requests, writes = _requests(recipes, test)
    ends = [(f".{change.label}", f"[{change.label}]") for change in test.changes]
    for end, row in ends or [("", "")]:
        yield Obligation(
            f"{found.id}{end}",
            found.kind,
            endpoint.name,
            found.place,
            found.text,
            requests,
            writes,
            None,
            f"{file}::{test.function}{row}",
        )


def _requests(recipes: Recipes, test: DerivedTest) -> tuple[tuple[str, ...], bool]:
    found: list[str] = []
    writes = False
    for step in flat(test.steps):
        if isinstance(step, Call | Walk | Burst):
            endpoint = recipes.endpoints[step.endpoint]
            found.append(endpoint.line)
            writes = writes or endpoint.method not in SAFE
    return tuple(found), writes


def _not_run(endpoint: nodes.Endpoint) -> Iterator[Obligation]:
    for metric, seconds, place in endpoint.within:
        yield Obligation(
            f"{endpoint.name}.within.{metric or 'every'}",
            "within",
            endpoint.name,
            place,
            f"answers within {seconds:g} s",
            reason="times are judged under load, by a load profile that calls it",
        )


def _profiles_of(suite: nodes.Suite, loads: LoadPlan) -> Iterator[Obligation]:
    for profile in suite.profiles:
        for identifier, text, place in profile.requires:
            yield Obligation(
                identifier,
                profile.kind,
                None,
                place,
                text,
                reason=_elsewhere(profile, loads),
            )


def _scenarios_of(suite: nodes.Suite, recipes: Recipes) -> Iterator[Obligation]:
    functions = scenario_functions(suite)
    for test in suite.tests:
        yield from _scenarios(suite, recipes, test, functions[test.slug])


def _scenarios(
    suite: nodes.Suite, recipes: Recipes, test: nodes.Test, function: str
) -> Iterator[Obligation]:
    requests: list[str] = []
    writes = False
    flows = {flow.name: flow for flow in suite.flows}
    pending = list(walk_steps(test.steps))
    for step in pending:
        match step:
            case Request(endpoint=None, method=method, path=path):
                text = path.value if isinstance(path, Const) else "..."
                requests.append(f"{method} {text}")
                writes = writes or method not in SAFE
            case Request(endpoint=name) if name is not None:
                endpoint = recipes.endpoints[name]
                requests.append(endpoint.line)
                writes = writes or endpoint.method not in SAFE
            case FlowCall(flow=flow):
                pending.extend(walk_steps(flows[flow].steps))
            case _:
                pass
    rows = [(f".{case.label}", f"[{case.label}]", case.place) for case in test.cases]
    for end, row, place in rows or [("", "", test.place)]:
        yield Obligation(
            f"test.{test.slug}{end}",
            "test",
            None,
            place,
            test.title,
            tuple(requests),
            writes,
            None,
            f"test_{SCENARIOS}.py::{function}{row}",
        )


def _hosts(suite: nodes.Suite) -> Iterator[str]:
    """The hosts that the suite may contact, as far as the spec says them."""
    seen: set[str] = set()
    for service in suite.services:
        for url in (service.url, *(value for _, value in service.urls)):
            text = _default(url)
            host = urlsplit(text).netloc if text else ""
            if host and host not in seen:
                seen.add(host)
                yield host
        for host in service.allow_hosts:
            if host not in seen:
                seen.add(host)
                yield host


def _default(value: Value) -> str:
    match value:
        case Const(str() as text):
            return text
        case Builtin("env", arguments, _) if len(arguments) > 1:
            return _default(arguments[1])
        case _:
            return ""
