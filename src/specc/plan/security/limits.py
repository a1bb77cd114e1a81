"""There is an end to what one call may ask for."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.expressions import Const
from specc.plan.nodes import Call
from specc.plan.recipes import Recipes, UnreachableError
from specc.plan.security.attempts import SAFE, entitled
from specc.plan.security.nodes import Argument, Probe, SecurityTest, Untested
from specc.semantics.types import Scalar

_LIMITS = (
    "limit",
    "per_page",
    "perpage",
    "page_size",
    "pagesize",
    "size",
    "_limit",
    "count",
    "top",
)
_MOST = 150
"""Things that are made at most, to tell whether a page has an end."""


def page_cap(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """`resource.page_cap` of a list whose limit has an upper end."""
    rules = ("resource.page_cap",)
    effect = endpoint.effect("lists")
    if effect is None or effect.at is None:
        return
    limit = limit_of(endpoint)
    if limit is None:
        return
    cap = cap_of(recipes, endpoint, limit)
    if cap is None:
        why = f"how many are the most is not said: `query {limit.name}?: int(1..100)` says it"
        yield Untested(endpoint.name, rules, limit.place, why)
        return
    if cap > _MOST:
        why = f"it would take {cap + 1} things to tell"
        yield Untested(endpoint.name, rules, limit.place, why)
        return
    try:
        call = recipes.call(endpoint)
    except UnreachableError as reason:
        yield Untested(endpoint.name, rules, limit.place, str(reason))
        return
    others: list[tuple[str, Argument]] = [
        ("limit", Const(limit.name)),
        ("cap", Const(cap)),
        ("at", Const(list(effect.at))),
    ]
    make = _maker(recipes, effect.contract, call)
    if make is not None:
        others.append(("make", make))
    yield SecurityTest(
        endpoint.name,
        rules,
        "pages_have_a_cap",
        call if make is None else attrs.evolve(call, actor=make.actor),
        tuple(others),
        f"However many are asked for, {cap} are the most of one page.",
        limit.place,
        writes=make is not None,
    )


def limit_of(endpoint: nodes.Endpoint) -> nodes.Parameter | None:
    """The query parameter that says how many are wanted."""
    for item in endpoint.parameters:
        if item.place_in == "query" and item.name.lower() in _LIMITS:
            return item
    return None


def cap_of(recipes: Recipes, endpoint: nodes.Endpoint, limit: nodes.Parameter) -> int | None:
    """How many may be wanted at most; None where the spec does not say."""
    type_ = recipes.examples(endpoint, frozenset()).body_of(limit.type)
    high = type_.high if isinstance(type_, Scalar) and type_.kind == "int" else None
    return high if isinstance(high, int) else None


def _maker(recipes: Recipes, contract: str, call: Call) -> Call | None:
    """The call that makes one more of what is listed, by whoever is shown it."""
    try:
        set_up = recipes.set_up(contract, True, frozenset({contract}))
    except UnreachableError:
        return None
    if set_up is None or set_up.call is None:
        return None
    roles = {recipes.role_of(actor.removeprefix("new_")) for actor in (set_up.owner, call.actor)}
    return set_up.call if len(roles) == 1 or call.actor == "anonymous" else None


def body_size(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """`resource.body_size` of what takes a body of JSON."""
    rules = ("resource.body_size",)
    if endpoint.body_form != "json" or endpoint.method in SAFE:
        return
    try:
        call = entitled(recipes, endpoint)
    except UnreachableError as reason:
        yield Untested(endpoint.name, rules, endpoint.place, str(reason))
        return
    yield SecurityTest(
        endpoint.name,
        rules,
        "bodies_have_an_end",
        call,
        (),
        "A body of many megabytes is refused.",
        endpoint.place,
        writes=True,
    )
