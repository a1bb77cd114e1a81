"""What is refused makes nothing."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.expressions import Const
from specc.plan.derive.touching import touched
from specc.plan.nodes import Call
from specc.plan.recipes import Recipes, UnreachableError
from specc.plan.security.attempts import entitled
from specc.plan.security.fields import fields_of
from specc.plan.security.limits import cap_of, limit_of
from specc.plan.security.nodes import Argument, Calls, Probe, SecurityTest, Untested, Who
from specc.semantics.types import Record, Scalar

_RULES = ("state.failed_create",)
_MOST = 3
_MARK = 16
"""Characters that a text has to have room for, to be known again."""


def rejected(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """`state.failed_create` of what makes a thing that some list shows."""
    effect = endpoint.effect("creates")
    if effect is None or touched(endpoint) or endpoint.body_form not in ("json", "form"):
        return
    try:
        call = entitled(recipes, endpoint)
    except UnreachableError as reason:
        yield Untested(endpoint.name, _RULES, effect.place, str(reason))
        return
    shown = tuple(_lists(recipes, effect.contract))
    mark = _mark(recipes, endpoint, call)
    if not shown or mark is None:
        return
    others: list[tuple[str, Argument]] = [("at", Const(mark)), ("shown", Calls(shown))]
    spoilt = _others(recipes, endpoint, mark)
    if spoilt:
        others.append(("spoilt", Const(spoilt)))
    if not endpoint.open:
        outsider = _outsider(recipes, endpoint)
        if outsider is not None:
            others.append(("intruder", Who(outsider)))
    elif not spoilt:
        return
    yield SecurityTest(
        endpoint.name,
        _RULES,
        "makes_nothing_refused",
        call,
        tuple(others),
        f"No {effect.contract} is made by a call that is refused.",
        effect.place,
        writes=True,
    )


def _lists(recipes: Recipes, contract: str) -> Iterator[Call]:
    for lister, _ in recipes.by_effect.get(("lists", contract), ()):
        try:
            call = recipes.call(lister)
        except UnreachableError:
            continue
        limit = limit_of(lister)
        cap = None if limit is None else cap_of(recipes, lister, limit)
        if limit is not None and cap is not None:
            others = tuple(pair for pair in call.params if pair[0] != limit.name)
            call = attrs.evolve(call, params=(*others, (limit.name, Const(cap))))
        yield call


def _mark(recipes: Recipes, endpoint: nodes.Endpoint, call: Call) -> str | None:
    """The first text of the body that may be any, and is long enough to be known again."""
    examples = recipes.examples(endpoint, frozenset())
    places = {place for place in fields_of(recipes, endpoint, call) if place.startswith("body.")}
    body = None if endpoint.body_type is None else examples.body_of(endpoint.body_type)
    for item in body.properties if isinstance(body, Record) else ():
        type_ = examples.body_of(item.type)
        if not isinstance(type_, Scalar) or type_.kind != "string" or type_.patterns or item.secret:
            continue
        high = type_.high if isinstance(type_.high, int) else None
        if f"body.{item.name}" in places and (high is None or high >= _MARK):
            return f"body.{item.name}"
    return None


def _others(recipes: Recipes, endpoint: nodes.Endpoint, mark: str) -> list[str]:
    """Other fields of the body, to be spoilt."""
    examples = recipes.examples(endpoint, frozenset())
    body = None if endpoint.body_type is None else examples.body_of(endpoint.body_type)
    found = [
        f"body.{item.name}"
        for item in (body.properties if isinstance(body, Record) else ())
        if not item.readonly and f"body.{item.name}" != mark
    ]
    return [place for place in found if place.replace("_", "a")[5:].isalnum()][:_MOST]


def _outsider(recipes: Recipes, endpoint: nodes.Endpoint) -> str | None:
    for role, actors in recipes.by_role.items():
        if role not in endpoint.allowed and actors[0].name not in endpoint.allowed:
            return actors[0].name
    return None
