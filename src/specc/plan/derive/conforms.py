"""A success answer is as declared, for each role that is entitled, to the edge of each type."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import attrs

from specc.ir import nodes
from specc.ir.expressions import Fields
from specc.plan.changes import Change
from specc.plan.derive.answers import asks_who, conditional
from specc.plan.derive.deciding import decided
from specc.plan.derive.finding import Finding
from specc.plan.derive.keeping import kept
from specc.plan.derive.requests import body_changes, changeable, edges, param_changes
from specc.plan.derive.touching import touched
from specc.plan.log_outs import ended_by
from specc.plan.nodes import Call
from specc.plan.recipes import Recipes, UnreachableError
from specc.plan.states import target_field


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
            name = actors[0].name
            # Who is logged out by the call is of no use to other tests.
            name = f"new_{name}" if ended_by(recipes.suite, endpoint, name) else name
            yield found.tested(f"test_allows_{word}", attrs.evolve(call, actor=name))
        else:
            yield found.untested(f"no actor has the role {word}: declare one")


def edges_hold(endpoint: nodes.Endpoint, parameter: nodes.Parameter) -> bool:
    """Whether each value that a parameter's type allows must lead to success.

    Not so where it may be the name of something that is not there, or a condition on a version.
    """
    if parameter.place_in == "path":
        return (
            not any(
                item.status in (404, 410)
                and (
                    not item.conditions
                    or any(_unknown(each, parameter) for each in item.conditions)
                )
                for item in endpoint.returns
            )
            and endpoint.when("unknown", parameter.name) is None
        )
    if parameter.place_in == "header":
        return not conditional(parameter.name)
    return True


def names_who(endpoint: nodes.Endpoint, change: Change) -> bool:
    """Whether a valid change of a login's body may well name somebody who is not known."""
    value = change.value
    return (
        asks_who(endpoint)
        and change.operation == "put"
        and isinstance(value, str | int | Decimal)
        and not isinstance(value, bool)
    )


def _unknown(condition: nodes.Condition, parameter: nodes.Parameter) -> bool:
    return condition.kind == "unknown" and condition.parameter == parameter.name


def _accepts(recipes: Recipes, endpoint: nodes.Endpoint, call: Call) -> Iterator[Finding]:
    place = endpoint.success.place if endpoint.success else endpoint.place
    text = "values at the very edge of what is declared are accepted"
    found = Finding(f"{endpoint.name}.accepts", "accepts", place, text)
    where_to = target_field(endpoint, recipes.suite.names, recipes.suite.definitions)
    changes = [
        change
        for change in body_changes(recipes, endpoint, call, edges)
        if not names_who(endpoint, change) and change.path != (where_to,)
    ]
    if changes:
        step = _accepting(endpoint, attrs.evolve(call, changed="body"), "body")
        first, *looks = kept(recipes, endpoint, step)
        steps = (*decided(endpoint, first), *looks)
        if looks:
            kept_text = f"{text}, and kept as they were sent"
            found = attrs.evolve(found, text=kept_text)
        yield found.tested("test_accepts", *steps, changes=tuple(changes))
    changes = [
        change
        for parameter in endpoint.parameters
        if edges_hold(endpoint, parameter) and changeable(call, parameter)
        for change in param_changes(recipes, endpoint, call, parameter, edges)
    ]
    if changes:
        step = _accepting(endpoint, attrs.evolve(call, changed="params"), "params")
        found = attrs.evolve(found, text=text)
        steps = decided(endpoint, step)
        yield found.tested("test_accepts_params", *steps, changes=tuple(changes))


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
