"""Whatever is valid is answered as declared, and whatever breaks one rule never does harm.

`x.any_valid` and `x.any_invalid` are tried with requests that are made up when the suite runs.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from specc.ir import nodes
from specc.ir.expressions import Value
from specc.plan.derive.touching import touched
from specc.plan.nodes import Call, Obligation, SetUp, things_in
from specc.plan.places import derived_function
from specc.plan.property_nodes import Properties, PropertyTest, RequestShape
from specc.plan.recipes import Recipes, UnreachableError
from specc.plan.request_shapes import Shapes, thing_called
from specc.plan.waiving import reason_of

FILE = "test_properties.py"
KIND = "property"
SEQUENCES = "sequences"
"""What a waiver calls it, that an endpoint takes part in sequences of calls."""
_SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "QUERY"})

_MAY_HAPPEN = frozenset({"repeated", "blocked", "rate exceeded"})
"""Conditions that made-up valid requests may come upon."""


def properties(recipes: Recipes, shapes: Shapes) -> Properties:
    """The property tests of all endpoints that the suite covers."""
    tests: list[PropertyTest] = []
    obligations: dict[str, tuple[Obligation, ...]] = {}
    functions: set[str] = set()
    for endpoint in recipes.suite.endpoints:
        if not endpoint.covered:
            continue
        shape = shapes.shape(endpoint)
        found: list[Obligation] = []
        for valid in (True, False):
            if shape.empty or (not valid and not _breakable(shape)):
                continue
            obligation, test = _one(recipes, endpoint, shape, valid, functions)
            found.append(obligation)
            if test is not None:
                functions.add(test.function)
                tests.append(test)
        obligations[endpoint.name] = (*found, *_kept_out(endpoint))
    used = list({test.shape.endpoint: test.shape for test in tests}.values())
    return Properties(tuple(tests), shapes.contracts(used), obligations)


def _breakable(shape: RequestShape) -> bool:
    return bool(shape.body) or any(shape.params.values())


def _one(
    recipes: Recipes,
    endpoint: nodes.Endpoint,
    shape: RequestShape,
    valid: bool,
    functions: set[str],
) -> tuple[Obligation, PropertyTest | None]:
    name = "any_valid" if valid else "any_invalid"
    success = endpoint.success
    statuses = allowed_statuses(endpoint, shape) if valid else ()
    place = endpoint.place if success is None else success.place
    if valid:
        text = f"any valid request is answered {_either(statuses)} as declared"
    else:
        place = _invalid_place(endpoint) or endpoint.place
        text = "any request that breaks one rule is answered as declared, and never with 5xx"
    obligation = Obligation(
        f"{endpoint.name}.{name}",
        KIND,
        endpoint.name,
        place,
        text,
        (endpoint.line,),
        endpoint.method not in _SAFE,
    )
    waiver = waiver_of(endpoint, name)
    if waiver is not None:
        return _waived(obligation, waiver), None
    try:
        call, set_ups, things = _call(recipes, endpoint, shape)
    except UnreachableError as problem:
        return attrs.evolve(obligation, reason=str(problem), requests=(), writes=False), None
    function = derived_function(f"test_{endpoint.name}_{name}", functions)
    contract = None
    if len(statuses) == 1 and success is not None:
        contract = success.contract
    test = PropertyTest(
        function,
        obligation.id,
        place,
        f"{text[0].upper()}{text[1:]}.",
        valid,
        attrs.evolve(call, statuses=statuses, contract=contract),
        shape,
        set_ups,
        things,
    )
    return attrs.evolve(obligation, test=f"{FILE}::{function}"), test


def waiver_of(endpoint: nodes.Endpoint, name: str) -> nodes.Waiver | None:
    """The waiver of an obligation, by the id without the endpoint's name."""
    return next((item for item in endpoint.waivers if item.covers(name)), None)


def _waived(obligation: Obligation, waiver: nodes.Waiver) -> Obligation:
    return attrs.evolve(
        obligation,
        place=waiver.place,
        reason=reason_of(waiver),
        requests=(),
        writes=False,
        waived=True,
    )


def _kept_out(endpoint: nodes.Endpoint) -> tuple[Obligation, ...]:
    """An endpoint that takes no part in sequences, because a waiver says so."""
    waiver = waiver_of(endpoint, SEQUENCES)
    if waiver is None:
        return ()
    text = "calls of it take part in sequences"
    name = f"{endpoint.name}.{SEQUENCES}"
    return (_waived(Obligation(name, KIND, endpoint.name, endpoint.place, text), waiver),)


def _invalid_place(endpoint: nodes.Endpoint) -> str | None:
    for returned in endpoint.returns:
        if any(condition.kind == "invalid" for condition in returned.conditions):
            return returned.place
    return None


def allowed_statuses(endpoint: nodes.Endpoint, shape: RequestShape) -> tuple[int, ...]:
    """What a valid request may be answered: all but what is promised for other occasions."""
    return tuple(
        dict.fromkeys(
            item.status
            for item in endpoint.returns
            if not item.conditions
            or any(
                condition.kind in _MAY_HAPPEN
                or (condition.kind == "unknown" and condition.parameter in shape.params)
                for condition in item.conditions
            )
        )
    )


def _either(statuses: tuple[int, ...]) -> str:
    words = [str(status) for status in statuses]
    return " or ".join(filter(None, [", ".join(words[:-1]), words[-1]])) if words else "as success"


def _call(
    recipes: Recipes, endpoint: nodes.Endpoint, shape: RequestShape
) -> tuple[Call, tuple[SetUp, ...], tuple[tuple[str, Value], ...]]:
    """The call with what is not made up, what is set up for each, and the body's things."""
    fresh = touched(endpoint)
    if endpoint.success is None:
        raise UnreachableError(f"{endpoint.name} declares no success status")
    actor = recipes.principal(endpoint)
    for contract in fresh:
        if contract in recipes.owners and recipes.owners[contract][0].name == actor:
            if endpoint.effect("deletes") is not None:
                raise UnreachableError(
                    f"each request would take another {actor}, who is made in several steps"
                )
            actor = recipes.fresh_actor(contract)
    given = dict(recipes.suite.recipes.get(endpoint.name, ((), None))[0])
    params: list[tuple[str, Value]] = []
    for parameter in endpoint.parameters:
        if parameter.name in shape.params:
            continue
        value = recipes.argument(endpoint, parameter, given, fresh)
        if value is not None:
            params.append((parameter.name, value))
    things = tuple((name, thing_called(recipes, name, fresh)) for name in shape.things)
    body = None
    if endpoint.body_form is not None and shape.body is None:
        body = recipes.body(endpoint, fresh)
    call = Call(actor, endpoint.name, tuple(params), body)
    made_anew = _set_ups(recipes, [call], [value for _, value in things])
    return call, made_anew, things


def _set_ups(recipes: Recipes, calls: Iterable[Call], values: Iterable[Value]) -> tuple[SetUp, ...]:
    """What is made anew for each request by a call, the first that is needed first."""
    found: dict[tuple[str, bool], SetUp] = {}

    def need(call: Call) -> None:
        for thing in things_in(call):
            key = (thing.contract, thing.fresh)
            set_up = recipes.set_ups[key]
            if not thing.fresh or set_up.call is None or key in found:
                continue
            need(set_up.call)
            found[key] = set_up

    for call in calls:
        need(call)
    need(Call("", "", tuple(("", value) for value in values)))
    return tuple(found.values())
