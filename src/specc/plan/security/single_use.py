"""What may be done once is done once, however it is asked for."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.expressions import Captured, walk
from specc.plan.derive.showing import bound
from specc.plan.derive.touching import touched
from specc.plan.nodes import Call, things_in
from specc.plan.recipes import Recipes, UnreachableError
from specc.plan.security.attempts import SAFE, entitled
from specc.plan.security.mass_assignment import MADE
from specc.plan.security.nodes import Argument, Probe, SecurityTest, Untested

_RULES = ("flow.single_use",)


def single_use(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """`flow.single_use` of what is refused when it is repeated.

    What is put or deleted twice is put or deleted once (RFC 9110, 9.2.2), whatever is answered.
    """
    returned = endpoint.when("repeated")
    if returned is None or returned.status < 400 or endpoint.method in (*SAFE, "PUT", "DELETE"):
        return
    if endpoint.effect("deletes") is not None:
        return
    try:
        call = entitled(recipes, endpoint)
        bound_call, make = _with_maker(recipes, endpoint, call)
    except UnreachableError as reason:
        yield Untested(endpoint.name, _RULES, returned.place, str(reason))
        return
    others: tuple[tuple[str, Argument], ...] = () if make is None else (("make", make),)
    yield SecurityTest(
        endpoint.name,
        _RULES,
        "works_once",
        bound_call,
        others,
        "Of the same call several times at once, one succeeds.",
        returned.place,
        writes=True,
    )


def _with_maker(recipes: Recipes, endpoint: nodes.Endpoint, call: Call) -> tuple[Call, Call | None]:
    """The call about what another call has made, so that it can be tried on several things."""
    for contract in touched(endpoint):
        set_up = recipes.set_up(contract, True, touched(endpoint))
        if set_up is None or set_up.call is None or set_up.sent:
            continue
        about = bound(call, contract, MADE, set_up.path, set_up.path)
        in_body = about.body is not None and any(
            isinstance(item, Captured) for item in walk(about.body)
        )
        if not in_body and not any(item.contract == contract for item in things_in(about)):
            return about, attrs.evolve(set_up.call, actor=call.actor)
    return call, None
