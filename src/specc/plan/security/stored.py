"""What is stored is shown as data, on whatever page shows it."""

from __future__ import annotations

from collections.abc import Iterator

from specc.ir import nodes
from specc.ir.expressions import Const
from specc.plan.derive.showing import bound
from specc.plan.nodes import Call
from specc.plan.recipes import Recipes, UnreachableError
from specc.plan.security.attempts import entitled
from specc.plan.security.fields import fields_of
from specc.plan.security.mass_assignment import MADE
from specc.plan.security.nodes import Argument, Calls, Probe, SecurityTest, Untested

_RULES = ("xss.stored",)
_MOST = 6
"""Pages that are looked at."""


def stored(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """`xss.stored` of what makes or changes a thing that others show."""
    effect = endpoint.effect("creates") or endpoint.effect("updates")
    if effect is None or endpoint.body_form not in ("json", "form"):
        return
    try:
        call = entitled(recipes, endpoint)
    except UnreachableError as reason:
        yield Untested(endpoint.name, _RULES, effect.place, str(reason))
        return
    places = [place for place in fields_of(recipes, endpoint, call) if place.startswith("body.")]
    pages = tuple(_pages(recipes, endpoint, effect))
    if not places or not pages:
        return
    others: list[tuple[str, Argument]] = [("at", Const(places)), ("pages", Calls(pages))]
    if effect.kind == "creates" and effect.at:
        others.append(("inside", Const(list(effect.at))))
    yield SecurityTest(
        endpoint.name,
        _RULES,
        "stores_no_markup",
        call,
        tuple(others),
        "Markup that is stored is no markup where it is shown.",
        effect.place,
        writes=True,
    )


def _pages(recipes: Recipes, endpoint: nodes.Endpoint, effect: nodes.Effect) -> Iterator[Call]:
    """Calls that may show the thing, those that say that they answer HTML first."""
    found: list[tuple[bool, Call]] = []
    for page in recipes.suite.guarded:
        if page.method != "GET":
            continue
        is_html = any("html" in (item.media or "") for item in page.returns)
        if not is_html and not any(
            each.contract == effect.contract and each.kind in ("reads", "lists")
            for each in page.effects
        ):
            continue
        call = _about(recipes, page, effect)
        if call is not None:
            found.append((is_html, call))
    for _, call in sorted(found, key=lambda item: not item[0])[:_MOST]:
        yield call


def _about(recipes: Recipes, page: nodes.Endpoint, effect: nodes.Effect) -> Call | None:
    """The page of the thing that was made (taken from the answer), or that is changed."""
    fresh = frozenset({effect.contract})
    is_about = any(
        item.feed is not None and item.feed.contract == effect.contract for item in page.parameters
    )
    try:
        # What is not about the thing is about things that tests share: their makers are not fresh.
        call = recipes.call(page, fresh=fresh if is_about else frozenset())
        if effect.kind == "updates" or not is_about:
            return call
        set_up = recipes.set_up(effect.contract, True, fresh)
    except UnreachableError:
        return None
    if set_up is None or set_up.sent or effect.at is None:
        return None
    return bound(call, effect.contract, MADE, set_up.path, ())
