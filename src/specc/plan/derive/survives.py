"""What is neither valid nor invalid is answered as declared all the same, and never with a 5xx."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.plan.changes import Change
from specc.plan.derive.answers import besides, to_invalid, to_unreadable
from specc.plan.derive.conforms import edges_hold, names_who
from specc.plan.derive.finding import Finding
from specc.plan.derive.requests import (
    body_changes,
    breaking,
    broken_texts,
    changeable,
    edges,
    names,
    odd,
    odd_texts,
    param_changes,
)
from specc.plan.derive.touching import touched
from specc.plan.recipes import Recipes, UnreachableError


def survives(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Finding]:
    """`x.survives.PATH.KIND` for the body and for each parameter."""
    try:
        call = recipes.call(endpoint, fresh=touched(endpoint))
    except UnreachableError:
        return  # `conforms` says so.
    body = body_changes(recipes, endpoint, call, odd)
    body.extend(odd_texts(recipes, endpoint, call))
    valid = body_changes(recipes, endpoint, call, edges)
    body.extend(change for change in valid if names_who(endpoint, change))
    if endpoint.body_form is not None and to_invalid(endpoint, "body", "body") is None:
        body.extend(body_changes(recipes, endpoint, call, breaking))
        if to_unreadable(endpoint) is None:
            body.extend(broken_texts(recipes, endpoint))
    params: list[Change] = []
    for parameter in endpoint.parameters:
        if parameter.place_in == "path" and parameter.feed is not None:
            params.extend(names(parameter))
        if not changeable(call, parameter):
            continue
        params.extend(param_changes(recipes, endpoint, call, parameter, odd))
        if to_invalid(endpoint, parameter.name, parameter.place_in) is None:
            params.extend(param_changes(recipes, endpoint, call, parameter, breaking))
        if not edges_hold(endpoint, parameter):
            params.extend(param_changes(recipes, endpoint, call, parameter, edges))
    text = "what is neither valid nor invalid is answered as declared"
    found = Finding(f"{endpoint.name}.survives", "survives", endpoint.place, text)
    for what, function, changes, too_large in (
        ("body", "test_survives", body, (413,)),
        ("params", "test_survives_params", params, (414, 431)),
    ):
        if changes:
            statuses = besides(endpoint, changes, too_large)
            step = attrs.evolve(call, statuses=statuses, contract=None, changed=what, loose=True)
            yield found.tested(function, step, changes=tuple(changes))
