"""What is invalid is rejected: as a condition promises, or else with any 4xx that is declared."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.plan.changes import Change
from specc.plan.derive.answers import Answers, lacks, to_invalid, to_unreadable
from specc.plan.derive.finding import Finding
from specc.plan.derive.requests import (
    body_changes,
    breaking,
    broken_texts,
    param_changes,
)
from specc.plan.derive.touching import touched
from specc.plan.nodes import Call
from specc.plan.recipes import Recipes, UnreachableError

_TORN = ("body.malformed", "body.not_utf8")
"""The bodies that no reader of JSON can take for a value."""
OTHER_MEDIA = "text/plain"
"""What a JSON body is not. Browsers send it across origins without asking, so it matters."""


def rejects(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Finding]:
    """`x.rejects.PATH.KIND` for the body and for each parameter."""
    try:
        # What is taken all the same must not spoil what other tests look at.
        call = recipes.call(endpoint, fresh=touched(endpoint))
    except UnreachableError as problem:
        for what, answers in _promises(endpoint):
            yield _found(endpoint, what, answers).untested(problem)
        return
    yield from _body(recipes, endpoint, call)
    yield from _params(recipes, endpoint, call)


def _promises(endpoint: nodes.Endpoint) -> Iterator[tuple[str, Answers]]:
    """What `when ... invalid` names, and what it promises."""
    for returned in endpoint.returns:
        for condition in returned.conditions:
            if condition.kind == "invalid":
                promise = Answers((returned.status,), returned.contract, returned.place)
                yield condition.parameter or "body", promise


def _body(recipes: Recipes, endpoint: nodes.Endpoint, call: Call) -> Iterator[Finding]:
    if endpoint.body_form is None:
        return
    answers, unreadable = to_invalid(endpoint, "body", "body"), to_unreadable(endpoint)
    if unreadable is not None and unreadable != answers:
        yield from _malformed(recipes, endpoint, call, answers, unreadable)
    if answers is None:
        return
    said = endpoint.when("invalid", None) or endpoint.when("invalid", "body")
    found = _found(endpoint, "body", answers)
    if endpoint.body_type is None or endpoint.body_form not in ("json", "form", "multipart"):
        if said is not None:
            yield found.untested("any text is a valid body here: there is nothing to break")
        return
    changes = body_changes(recipes, endpoint, call, breaking)
    recipes.broken_bodies[endpoint.name] = tuple(changes)
    texts = broken_texts(recipes, endpoint)
    changes.extend(each for each in texts if unreadable == answers or not _is_raw(each))
    if changes:
        yield _rejecting(endpoint, found, "test_rejects", call, answers, "body", changes)
    elif said is not None:
        yield found.untested("its body's type allows everything: there is nothing to break")
    if endpoint.body_form == "json":
        yield _media(endpoint, call, answers)


def _malformed(
    recipes: Recipes,
    endpoint: nodes.Endpoint,
    call: Call,
    answers: Answers | None,
    unreadable: Answers,
) -> Iterator[Finding]:
    """What is no JSON, where that is another thing than JSON of another type.

    A body that is empty, or in which too much is nested, may be taken for either.
    """
    raw = [each for each in broken_texts(recipes, endpoint) if _is_raw(each)]
    torn = [each for each in raw if each.label in _TORN]
    either = unreadable
    if answers is not None:
        statuses = tuple(dict.fromkeys([*unreadable.statuses, *answers.statuses]))
        either = attrs.evolve(unreadable, statuses=statuses, contract=None)
    for function, changes, wanted in (
        ("test_rejects_malformed", torn, unreadable),
        ("test_rejects_unreadable", [each for each in raw if each not in torn], either),
    ):
        if changes:
            found = _found(endpoint, "body", wanted)
            yield _rejecting(endpoint, found, function, call, wanted, "body", changes)


def _is_raw(change: Change) -> bool:
    return isinstance(change.value, bytes)


def _media(endpoint: nodes.Endpoint, call: Call, answers: Answers) -> Finding:
    """A body that says it is no JSON."""
    unreadable = to_unreadable(endpoint) or answers
    statuses = tuple(dict.fromkeys([*answers.statuses, *unreadable.statuses]))
    if 415 not in statuses and (lacks(endpoint, 415) or "4xx" not in statuses):
        statuses = (*statuses, 415)
    text = f"a body that calls itself {OTHER_MEDIA} is rejected"
    found = Finding(
        f"{endpoint.name}.rejects.body.wrong_media_type", "rejects", answers.place, text
    )
    step = attrs.evolve(call, statuses=statuses, contract=None, media=OTHER_MEDIA)
    return found.tested("test_rejects_media_type", step)


def _params(recipes: Recipes, endpoint: nodes.Endpoint, call: Call) -> Iterator[Finding]:
    promises = dict(_promises(endpoint))
    others: list[Change] = []
    groups: dict[str, list[Change]] = {
        what: [] for what in promises if what != "body" or _is_parameter(endpoint, what)
    }
    for parameter in endpoint.parameters:
        answers = to_invalid(endpoint, parameter.name, parameter.place_in)
        if answers is None:
            continue
        changes = _broken(recipes, endpoint, call, parameter)
        if parameter.name in groups:
            groups[parameter.name].extend(changes)
        elif parameter.place_in == "query" and "query" in groups:
            groups["query"].extend(changes)
        else:
            others.extend(changes)
    for what, changes in groups.items():
        found = _found(endpoint, what, promises[what])
        if not changes:
            reason = f"the type of {what} allows every text: there is nothing to break"
            yield found.untested(reason)
            continue
        function = f"test_rejects_{what}"
        yield _rejecting(endpoint, found, function, call, promises[what], "params", changes)
    if others:
        answers = Answers(("4xx",), None, endpoint.place)
        found = _found(endpoint, "parameter", answers)
        yield _rejecting(endpoint, found, "test_rejects_params", call, answers, "params", others)


def _is_parameter(endpoint: nodes.Endpoint, name: str) -> bool:
    return any(item.name == name for item in endpoint.parameters)


def _broken(
    recipes: Recipes, endpoint: nodes.Endpoint, call: Call, parameter: nodes.Parameter
) -> list[Change]:
    changes = param_changes(recipes, endpoint, call, parameter, breaking)
    if parameter.required and parameter.place_in != "path":
        label = f"{parameter.place_in}.{parameter.name}.missing"
        return [Change(label, "drop", (parameter.name,)), *changes]
    return changes


def _found(endpoint: nodes.Endpoint, what: str, answers: Answers) -> Finding:
    text = f"an invalid {what} is answered {answers.statuses[0]}"
    return Finding(f"{endpoint.name}.rejects.{what}", "rejects", answers.place, text)


def _rejecting(
    endpoint: nodes.Endpoint,
    found: Finding,
    function: str,
    call: Call,
    answers: Answers,
    changed: str,
    changes: list[Change],
) -> Finding:
    """The finding with its test; each change's label says by itself what is invalid."""
    found = attrs.evolve(found, id=f"{endpoint.name}.rejects")
    step = attrs.evolve(call, statuses=answers.statuses, contract=answers.contract, changed=changed)
    return found.tested(function, step, changes=tuple(changes))
