"""What is readonly or not declared is not the client's to set: it is refused, or not heeded."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.expressions import Captured, Const
from specc.plan.changes import Change
from specc.plan.changes.disturbing import UNKNOWN
from specc.plan.derive.finding import Finding
from specc.plan.derive.keeping import sent_fields
from specc.plan.derive.touching import touched
from specc.plan.nodes import Verify
from specc.plan.recipes import Recipes, UnreachableError
from specc.semantics.types import Literal, Record, Scalar, Type, Union

UNKNOWN_FIELD = "unknown_field"

_CLAIMS: dict[str, object] = {
    "uuid": "00000000-0000-4000-8000-00000000c1a1",
    "datetime": "2001-01-01T00:00:00Z",
    "date": "2001-01-01",
    "int": 987_654,
    "number": 987_654,
    "decimal": 987_654,
    "string": "claimed-by-the-client",
}


def ignores(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Finding]:
    """`x.ignores.FIELD`, for what a client must not decide of the thing that it makes."""
    effect = endpoint.effect("creates") or endpoint.effect("updates")
    if effect is None or effect.at is None or effect.from_request or endpoint.body_form != "json":
        return
    record = recipes.types.get(effect.contract)
    path, names = sent_fields(recipes, endpoint, effect)
    if not isinstance(record, Record) or not names:
        return
    try:
        call = recipes.call(endpoint, fresh=touched(endpoint))
    except UnreachableError:
        return  # `conforms` says so.
    body_of = recipes.examples(endpoint, frozenset()).body_of
    changes = []
    for item in record.properties:
        claim = _claim(body_of(item.type)) if item.readonly else None
        if claim is not None:
            changes.append(Change(item.name, "put", (*path, item.name), claim))
    if not record.open:
        changes.append(Change(UNKNOWN_FIELD, "put", (*path, UNKNOWN), "text"))
    if not changes:
        return
    text = "what is readonly or unknown is not taken from the client"
    found = Finding(f"{endpoint.name}.ignores", "ignores", effect.place, text)
    claimed = attrs.evolve(call, statuses=(), contract=None, changed="body", loose=True)
    claims = Const([str(change.path[-1]) for change in changes])
    arguments = (Captured("usual", "answer"), Captured("claimed", "answer"), claims)
    yield found.tested(
        "test_ignores",
        attrs.evolve(call, capture="usual"),
        attrs.evolve(claimed, capture="claimed"),
        Verify("server_decides", (*arguments, *((Const(list(path)),) if path else ()))),
        changes=tuple(changes),
    )


def _claim(type_: Type) -> object:
    """A value that the server would hardly choose; None where it could not be told apart."""
    match type_:
        case Union(options, _):
            values = [item.value for item in options if isinstance(item, Literal)]
            if values and values[-1] is not None:
                return values[-1]
            return next((found for found in map(_claim, options) if found is not None), None)
        case Scalar(kind, low, high, ()) if kind in _CLAIMS:
            claim = _CLAIMS[kind]
            if isinstance(claim, int) and isinstance(high, int) and claim > high:
                return high
            if isinstance(claim, str) and kind == "string":
                size = len(claim)
                fits = (not isinstance(low, int) or low <= size) and (
                    not isinstance(high, int) or size <= high
                )
                return claim if fits else None
            return claim
        case _:
            return None
