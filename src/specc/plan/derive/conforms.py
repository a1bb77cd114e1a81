"""A success answer is as declared, for each role that is entitled, to the edge of each type."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.expressions import Fields
from specc.plan.changes import Change, Changes
from specc.plan.derive.finding import Finding
from specc.plan.nodes import Call
from specc.plan.recipes import Recipes, UnreachableError


def touched(endpoint: nodes.Endpoint) -> frozenset[str]:
    """The contracts whose things a successful call alters, so that tests need their own."""
    return frozenset(
        effect.contract
        for effect in endpoint.effects
        if effect.kind in ("updates", "deletes")
        and (
            effect.of_self
            or any(
                parameter.feed is not None and parameter.feed.contract == effect.contract
                for parameter in endpoint.parameters
            )
        )
    )


def conforms(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Finding]:
    """`x.conforms`, `x.allows.ROLE`, `x.accepts.PATH.EDGE`."""
    success = endpoint.success
    place = endpoint.place if success is None else success.place
    text = f"a valid call is answered {success.status if success else 'with success'} as declared"
    found = Finding(f"{endpoint.name}.conforms", "conforms", place, text)
    try:
        call = recipes.call(endpoint, fresh=touched(endpoint))
    except UnreachableError as problem:
        yield found.untested(problem)
        return
    yield found.tested("test_conforms", call)
    yield from _allows(recipes, endpoint, call)
    yield from _accepts(recipes, endpoint, call)


def _allows(recipes: Recipes, endpoint: nodes.Endpoint, call: Call) -> Iterator[Finding]:
    served = {recipes.role_of(call.actor.removeprefix("new_"))}
    for word in endpoint.allowed:
        if word in served or word == "anyone":
            continue
        actors = [item for item in recipes.actors_of(word) if item.name != call.actor]
        served.add(word)
        found = Finding(
            f"{endpoint.name}.allows.{word}", "allows", endpoint.as_place, f"`{word}` may call it"
        )
        if actors:
            yield found.tested(f"test_allows_{word}", attrs.evolve(call, actor=actors[0].name))
        else:
            yield found.untested(f"no actor has the role {word}: declare one")


def _accepts(recipes: Recipes, endpoint: nodes.Endpoint, call: Call) -> Iterator[Finding]:
    examples = recipes.examples(endpoint, frozenset())
    place = endpoint.success.place if endpoint.success else endpoint.place
    body_changes: list[Change] = []
    if endpoint.body_type is not None and endpoint.body_form in ("json", "form"):
        finder = Changes(
            examples.body_of,
            textual=endpoint.body_form == "form",
            secrets=endpoint.effect("creates") is not None,
            example=examples.of,
        )
        body_changes = list(finder.valid(endpoint.body_type, call.body))
    param_changes: list[Change] = []
    for parameter in endpoint.parameters:
        if parameter.place_in != "query":
            continue
        finder = Changes(examples.body_of, textual=True)
        given = dict(call.params).get(parameter.name)
        param_changes.extend(
            finder.valid(
                parameter.type,
                given,
                (parameter.name,),
                f"{parameter.place_in}.{parameter.name}",
            )
        )
    text = "values at the very edge of what is declared are accepted"
    found = Finding(f"{endpoint.name}.accepts", "accepts", place, text)
    for what, changes in (("body", body_changes), ("params", param_changes)):
        if changes:
            function = "test_accepts" if what == "body" else "test_accepts_params"
            step = _accepting(endpoint, attrs.evolve(call, changed=what), what)
            yield found.tested(function, step, changes=tuple(changes))


def _accepting(endpoint: nodes.Endpoint, call: Call, what: str) -> Call:
    """The call with whatever success: which of several it is may hang on the value."""
    statuses = tuple(
        dict.fromkeys(
            item.status for item in endpoint.returns if item.success and not item.conditions
        )
    )
    call = attrs.evolve(call, body=call.body or _empty(what))
    return attrs.evolve(call, statuses=statuses, contract=None) if len(statuses) > 1 else call


def _empty(what: str) -> Fields | None:
    return Fields(()) if what == "body" else None
