"""A log-in may give several kinds of tokens; only one of them opens endpoints."""

from __future__ import annotations

import re
from collections.abc import Iterator

from specc.ir import nodes
from specc.ir.expressions import Const
from specc.plan.examples import Examples
from specc.plan.log_outs import granted
from specc.plan.recipes import ANONYMOUS, Recipes, UnreachableError
from specc.plan.security.attempts import entitled
from specc.plan.security.identities import declared
from specc.plan.security.nodes import Argument, Probe, SecurityTest, Untested
from specc.semantics.types import Record, Type

_RULES = ("jwt.audience_or_type",)
_TOKENS = re.compile(r"token|jwt|refresh|access|ticket|assertion|code", re.I)


def token_kinds(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """`jwt.audience_or_type` of the first endpoint of a service that shows something to some."""
    first = next(
        (
            item
            for item in recipes.suite.guarded
            if item.service == endpoint.service and item.method == "GET" and not item.open
        ),
        None,
    )
    if endpoint is not first:
        return
    try:
        call = entitled(recipes, endpoint)
    except UnreachableError as reason:
        yield Untested(endpoint.name, _RULES, endpoint.as_place, str(reason))
        return
    actor = None if call.actor == ANONYMOUS else declared(recipes, call.actor)
    given = None if actor is None else granted(recipes.suite, actor)
    if given is None or not given[1]:
        return
    log_in, own = given
    success = log_in.success
    if success is None or success.type is None:
        return
    examples = recipes.examples(log_in, frozenset())
    found = [path for path in _texts(success.type, examples, ()) if _TOKENS.search(path[-1])]
    others = [".".join(path) for path in found if path != own]
    if not others:
        return
    try:
        again = recipes.call(log_in)
    except UnreachableError as reason:
        yield Untested(endpoint.name, _RULES, endpoint.as_place, str(reason))
        return
    named: list[tuple[str, Argument]] = [
        ("log_in", again),
        ("own", Const(".".join(own))),
        ("others", Const(others)),
    ]
    yield SecurityTest(
        endpoint.name,
        _RULES,
        "takes_one_kind",
        call,
        tuple(named),
        "A token that is for something else is refused.",
        endpoint.as_place,
    )


def _texts(type_: Type, examples: Examples, at: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The places of an answer's fields, those of objects in it too."""
    body = examples.body_of(type_)
    if not isinstance(body, Record) or len(at) > 2:
        return
    for item in body.properties:
        if not item.name.replace("_", "a").replace("-", "a").isalnum():
            continue
        inner = examples.body_of(item.type)
        if isinstance(inner, Record):
            yield from _texts(inner, examples, (*at, item.name))
        else:
            yield (*at, item.name)
