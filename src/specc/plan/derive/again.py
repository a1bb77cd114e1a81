"""What may be repeated can be: the same GET or PUT a second time (RFC 9110, section 9.2.2)."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.plan.derive.conditions import the_same
from specc.plan.derive.finding import Finding
from specc.plan.derive.touching import touched
from specc.plan.recipes import Recipes, UnreachableError


def again(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Finding]:
    """`x.again`, where neither `repeated` nor `safe` makes the same call twice."""
    success = endpoint.success
    looked = any(
        effect.at is not None and effect.kind in ("reads", "lists") for effect in endpoint.effects
    )
    if success is None or endpoint.when("repeated") is not None:
        return
    if endpoint.method not in ("GET", "HEAD", "PUT") or (endpoint.method == "GET" and looked):
        return
    text = "the same call a second time succeeds as well"
    found = Finding(f"{endpoint.name}.again", "again", success.place, text)
    try:
        call = recipes.call(endpoint, fresh=touched(endpoint))
    except UnreachableError:
        return  # `conforms` says so.
    kept, call = the_same(call)
    statuses = tuple(
        dict.fromkeys(
            item.status for item in endpoint.returns if item.success and not item.conditions
        )
    )
    second = call
    if len(statuses) > 1:
        second = attrs.evolve(call, statuses=statuses, contract=None)
    yield found.tested("test_again", *kept, call, second)
