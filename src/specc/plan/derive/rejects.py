"""What is invalid is rejected with the status that `when body invalid` and its like promise."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.plan.changes import Change, Changes
from specc.plan.derive.finding import Finding
from specc.plan.nodes import Call
from specc.plan.recipes import Recipes, UnreachableError


def rejects(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Finding]:
    """`x.rejects.PATH.KIND` for each `invalid` condition."""
    for returned in endpoint.returns:
        for condition in returned.conditions:
            if condition.kind != "invalid":
                continue
            what = condition.parameter or "body"
            declared = {parameter.name for parameter in endpoint.parameters}
            if what == "body" and what not in declared:
                yield _body(recipes, endpoint, returned)
            elif what == "query" and what not in declared:
                names = [item for item in endpoint.parameters if item.place_in == "query"]
                yield _params(recipes, endpoint, returned, names, what)
            else:
                names = [item for item in endpoint.parameters if item.name == what]
                yield _params(recipes, endpoint, returned, names, what)


def _body(recipes: Recipes, endpoint: nodes.Endpoint, returned: nodes.Return) -> Finding:
    found = _found(endpoint, returned, "body")
    if endpoint.body_type is None or endpoint.body_form not in ("json", "form", "multipart"):
        return found.untested("any text is a valid body here: there is nothing to break")
    try:
        call = recipes.call(endpoint)
    except UnreachableError as problem:
        return found.untested(problem)
    examples = recipes.examples(endpoint, frozenset())
    textual = endpoint.body_form != "json"
    changes = list(
        Changes(examples.body_of, textual=textual, example=examples.of).invalid(
            endpoint.body_type, call.body
        )
    )
    if endpoint.body_form == "json":
        changes.append(Change("body.malformed", "put", (), b'{"'))
        changes.append(Change("body.wrong_type", "put", (), "text"))
    if not changes:
        return found.untested("its body's type allows everything: there is nothing to break")
    return _rejecting(endpoint, found, "test_rejects", call.expecting(returned), "body", changes)


def _params(
    recipes: Recipes,
    endpoint: nodes.Endpoint,
    returned: nodes.Return,
    parameters: list[nodes.Parameter],
    what: str,
) -> Finding:
    found = _found(endpoint, returned, what)
    try:
        call = recipes.call(endpoint)
    except UnreachableError as problem:
        return found.untested(problem)
    examples = recipes.examples(endpoint, frozenset())
    finder = Changes(examples.body_of, textual=True)
    changes: list[Change] = []
    for parameter in parameters:
        label = f"{parameter.place_in}.{parameter.name}"
        given = dict(call.params).get(parameter.name)
        if parameter.required and parameter.place_in != "path":
            changes.append(Change(f"{label}.missing", "drop", (parameter.name,)))
        changes.extend(
            change
            for change in finder.invalid(parameter.type, given, (parameter.name,), label)
            # An empty path segment is another path, and an empty header is none at all.
            if not (parameter.place_in in ("path", "header") and change.value in ("", []))
            and not (parameter.place_in == "header" and not _in_header(change.value))
        )
    if not changes:
        return found.untested(f"the type of {what} allows every text: there is nothing to break")
    call = call.expecting(returned)
    return _rejecting(endpoint, found, f"test_rejects_{what}", call, "params", changes)


def _in_header(value: object) -> bool:
    """Whether a header can have the value: beyond ASCII there is no agreed way to send one."""
    return not isinstance(value, str) or (value.isascii() and value.isprintable())


def _found(endpoint: nodes.Endpoint, returned: nodes.Return, what: str) -> Finding:
    text = f"an invalid {what} is answered {returned.status}"
    return Finding(f"{endpoint.name}.rejects.{what}", "rejects", returned.place, text)


def _rejecting(
    endpoint: nodes.Endpoint,
    found: Finding,
    function: str,
    call: Call,
    changed: str,
    changes: list[Change],
) -> Finding:
    """The finding with its test; each change's label says by itself what is invalid."""
    found = attrs.evolve(found, id=f"{endpoint.name}.rejects")
    return found.tested(function, attrs.evolve(call, changed=changed), changes=tuple(changes))
