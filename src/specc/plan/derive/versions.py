"""Versions (RFC 9110, section 13): who has the newest is told so, who has an old one is stopped."""

from __future__ import annotations

import attrs

from specc.ir import nodes
from specc.ir.expressions import Captured, Const, Function, Value
from specc.plan.derive.finding import Finding
from specc.plan.derive.touching import touched
from specc.plan.nodes import Call
from specc.plan.recipes import Recipes, UnreachableError

_VERSION: Value = Function("header", (Captured("seen"), Const("ETag")))


def unchanged(recipes: Recipes, endpoint: nodes.Endpoint, returned: nodes.Return) -> Finding:
    """`x.unchanged`: a second call that names the first one's version is not sent it again."""
    text = f"what the caller has already, as If-None-Match says, is answered {returned.status}"
    found = Finding(f"{endpoint.name}.unchanged", "unchanged", returned.place, text)
    condition = endpoint.header("If-None-Match")
    if condition is None:
        return found.untested("it takes no If-None-Match")
    try:
        call = recipes.call(endpoint, fresh=touched(endpoint))
    except UnreachableError as problem:
        return found.untested(problem)
    again = _under(call, condition, returned)
    return found.tested("test_unchanged", attrs.evolve(call, capture="seen"), again)


def stale(recipes: Recipes, endpoint: nodes.Endpoint, returned: nodes.Return) -> Finding:
    """`x.stale`: between a look at a thing and the call, somebody else changed the thing."""
    text = f"a version that is out of date, as If-Match says, is answered {returned.status}"
    found = Finding(f"{endpoint.name}.stale", "stale", returned.place, text)
    condition = endpoint.header("If-Match")
    contract = _thing_of(endpoint)
    if condition is None or contract is None:
        missing = "no If-Match" if condition is None else "no thing's key"
        return found.untested(f"it takes {missing}")
    fresh = frozenset({contract})
    try:
        call = recipes.call(endpoint, fresh=fresh)
        reading = _reading(recipes, contract, fresh)
        writing = _writing(recipes, contract, fresh)
    except UnreachableError as problem:
        return found.untested(problem)
    if reading is None or writing is None:
        lacking = "returns an ETag" if reading is None else "changes it"
        reason = f"no endpoint {lacking} for a {contract}"
        return found.untested(reason)
    return found.tested(
        "test_stale",
        attrs.evolve(reading, actor=call.actor, capture="seen"),
        attrs.evolve(writing, actor=call.actor),
        _under(call, condition, returned),
    )


def _under(call: Call, condition: nodes.Parameter, returned: nodes.Return) -> Call:
    params = [(key, value) for key, value in call.params if key != condition.name]
    under = attrs.evolve(call, params=(*params, (condition.name, _VERSION)))
    return under.expecting(returned)


def _thing_of(endpoint: nodes.Endpoint) -> str | None:
    """The contract of the thing that the path ends in."""
    fed = [item.feed.contract for item in endpoint.parameters if item.feed is not None]
    return fed[-1] if fed else None


def _reading(recipes: Recipes, contract: str, fresh: frozenset[str]) -> Call | None:
    for reader, effect in recipes.by_effect.get(("reads", contract), ()):
        success = reader.success
        if success is None or effect.of_self or _thing_of(reader) != contract:
            continue
        if any(name.lower() == "etag" for name, _, _ in success.headers):
            return recipes.call(reader, fresh=fresh)
    return None


def _writing(recipes: Recipes, contract: str, fresh: frozenset[str]) -> Call | None:
    for writer, effect in recipes.by_effect.get(("updates", contract), ()):
        if not effect.of_self and _thing_of(writer) == contract and writer.body_form is not None:
            return recipes.call(writer, fresh=fresh)
    return None
