"""The dependency graph of a suite: what needs what, so that a change's reach can be told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import networkx as nx

from specc.ir import nodes
from specc.ir.steps import Action, FlowCall, Request, walk_steps
from specc.semantics.symbols import Symbol
from specc.semantics.types import (
    ContractType,
    FieldType,
    ListOf,
    MapOf,
    Record,
    Type,
    Union,
)

Graph: TypeAlias = "nx.DiGraph[str]"


def build(suite: nodes.Suite) -> Graph:
    """A graph whose edges lead from what depends to what it depends on.

    Nodes have `kind`, `label`, `place` and `node` (the IR node); edges have `type`: uses,
    produces, consumes, authenticates or covers.
    """
    graph: Graph = nx.DiGraph(name=suite.name)
    for key, kind, label, place, node in _nodes(suite):
        graph.add_node(key, kind=kind, label=label, place=place, node=node)
    for source, target, type_ in _edges(suite):
        if source in graph and target in graph and source != target:
            graph.add_edge(source, target, type=type_)
    return graph


def _nodes(suite: nodes.Suite) -> Iterator[tuple[str, str, str, str, object]]:
    for service in suite.services:
        yield f"service {service.name}", "service", service.name, service.place, service
    for role, place in suite.roles:
        yield f"role {role}", "role", role, place, role
    for actor in suite.actors:
        yield f"actor {actor.name}", "actor", actor.name, actor.place, actor
    for contract in suite.contracts:
        yield f"contract {contract.name}", "contract", contract.name, contract.place, contract
    for endpoint in suite.endpoints:
        label = f"{endpoint.name}: {endpoint.line}"
        yield f"endpoint {endpoint.name}", "endpoint", label, endpoint.place, endpoint
    for flow in suite.flows:
        yield f"flow {flow.name}", "flow", flow.name, flow.place, flow
    for test in suite.tests:
        yield f"test {test.slug}", "test", test.title, test.place, test
    for profile in suite.profiles:
        yield f"{profile.kind} {profile.name}", profile.kind, profile.name, profile.place, profile


def _edges(suite: nodes.Suite) -> Iterator[tuple[str, str, str]]:
    for contract in suite.contracts:
        for used in contract.uses:
            yield f"contract {contract.name}", f"contract {used}", "uses"
        if contract.symbol is not None:
            for symbol in mentioned(suite.definitions[contract.symbol]):
                yield f"contract {contract.name}", f"contract {suite.names[symbol]}", "uses"
    for endpoint in suite.endpoints:
        key = f"endpoint {endpoint.name}"
        yield from _endpoint_edges(key, endpoint)
        sent = [parameter.type for parameter in endpoint.parameters]
        for type_ in sent if endpoint.body_type is None else [*sent, endpoint.body_type]:
            for symbol in mentioned(type_):
                yield key, f"contract {suite.names[symbol]}", "uses"
    for actor in suite.actors:
        key = f"actor {actor.name}"
        yield key, f"role {actor.role}", "uses"
        steps = tuple(item for item in actor.entries if not isinstance(item, nodes.Credential))
        for target in _called(steps):
            yield key, target, "authenticates"
    for flow in suite.flows:
        yield from _step_edges(f"flow {flow.name}", flow.steps, "uses")
    for test in suite.tests:
        key = f"test {test.slug}"
        yield from _step_edges(key, test.steps, "covers")
        if test.actor and not test.actor.startswith("role:"):
            yield key, f"actor {test.actor}", "uses"
    for profile in suite.profiles:
        key = f"{profile.kind} {profile.name}"
        for target in profile.targets:
            yield key, f"flow {target}", "covers"
            yield key, f"endpoint {target}", "covers"


def mentioned(type_: Type) -> Iterator[Symbol]:
    """The contracts that a type names, or takes a field of."""
    pending = [type_]
    while pending:
        match pending.pop():
            case ContractType(symbol):
                yield symbol
            case FieldType(contract, _, inner):
                yield contract
                pending.append(inner)
            case ListOf(item):
                pending.append(item)
            case MapOf(value):
                pending.append(value)
            case Record(properties):
                pending.extend(item.type for item in reversed(properties))
            case Union(options):
                pending.extend(reversed(options))
            case _:
                pass


def _endpoint_edges(key: str, endpoint: nodes.Endpoint) -> Iterator[tuple[str, str, str]]:
    if endpoint.service:
        yield key, f"service {endpoint.service}", "uses"
    for word in endpoint.allowed:
        yield key, f"role {word}", "uses"
        yield key, f"actor {word}", "uses"
    for returned in endpoint.returns:
        if returned.contract is not None:
            yield key, f"contract {returned.contract}", "uses"
    for effect in endpoint.effects:
        thing = f"contract {effect.contract}"
        if effect.kind == "creates":
            # The thing is there because of the endpoint: it depends on it, not the other way.
            yield thing, key, "produces"
        else:
            yield key, thing, "consumes"
    for parameter in endpoint.parameters:
        if parameter.feed is not None:
            yield key, f"contract {parameter.feed.contract}", "consumes"


def _step_edges(key: str, steps: tuple[Action, ...], type_: str) -> Iterator[tuple[str, str, str]]:
    for target in _called(steps):
        yield key, target, type_
    for step in walk_steps(steps):
        if isinstance(step, Request | FlowCall) and step.actor:
            yield key, f"actor {step.actor}", "uses"


def _called(steps: tuple[Action, ...]) -> Iterator[str]:
    for step in walk_steps(steps):
        match step:
            case Request(endpoint=name) if name is not None:
                yield f"endpoint {name}"
            case FlowCall(flow=name):
                yield f"flow {name}"
            case _:
                pass


def touched_by(graph: Graph, key: str) -> list[str]:
    """What a change of one node touches: all that depends on it, in the graph's order."""
    reached = nx.ancestors(graph, key)
    return [node for node in graph if node in reached]


def set_up_order(graph: Graph, key: str) -> list[str]:
    """What must be there before a node can be put to the test, first things first."""
    # Contracts and the endpoints that make them may stand in a circle: each is one step.
    steps = nx.condensation(graph.subgraph([*nx.descendants(graph, key), key]))
    members: dict[int, set[str]] = {
        number: data["members"] for number, data in steps.nodes(data=True)
    }
    order = nx.lexicographical_topological_sort(steps.reverse(copy=False))
    return [node for number in order for node in sorted(members[number]) if node != key]
