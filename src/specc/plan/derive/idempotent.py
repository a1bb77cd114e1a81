"""A key that a client makes up keeps a call from being done twice."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.expressions import Builtin, Captured, Const, Fields, Value
from specc.plan.derive.answers import unexplained
from specc.plan.derive.conditions import the_same
from specc.plan.derive.finding import Finding
from specc.plan.derive.showing import field_at, identity
from specc.plan.derive.touching import touched
from specc.plan.examples import varied
from specc.plan.nodes import Call, Keep, Verify
from specc.plan.recipes import Recipes, UnreachableError
from specc.semantics.types import Record, Scalar

HEADER = "idempotency-key"
"""As the draft of the IETF calls it (draft-ietf-httpapi-idempotency-key-header)."""


def idempotent(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Finding]:
    """`x.idempotent` and `x.idempotent.other_body`, from a header `Idempotency-Key`."""
    header = endpoint.header(HEADER)
    effect = endpoint.effect("creates")
    if header is None or effect is None or effect.at is None:
        return
    key = identity(recipes, effect.contract)
    text = "the same call with the same key again is answered with the thing that is there"
    found = Finding(f"{endpoint.name}.idempotent", "idempotent", header.place, text)
    try:
        call = recipes.call(endpoint, fresh=touched(endpoint))
    except UnreachableError as problem:
        yield found.untested(problem)
        return
    if key is None:
        return
    others = tuple(param for param in call.params if param[0] != header.name)
    kept, same = the_same(attrs.evolve(call, params=others))
    type_ = recipes.examples(endpoint, frozenset()).body_of(header.type)
    is_uuid = isinstance(type_, Scalar) and type_.kind == "uuid"
    value = Builtin("uuid", (), "") if is_uuid else Builtin("unique", (Const("key"),), "")
    keep = Keep("idempotency_key", value)
    same = attrs.evolve(same, params=(*same.params, (header.name, Captured(keep.capture))))
    first = attrs.evolve(same, capture="first")
    statuses = tuple(item.status for item in endpoint.returns if item.status < 300)
    second = attrs.evolve(same, capture="second", statuses=statuses, contract=None)
    at = (*effect.at, *key)
    yield found.tested(
        "test_idempotent",
        keep,
        *kept,
        first,
        second,
        Verify("equal", (field_at(Captured("second"), at), field_at(Captured("first"), at))),
    )
    refusals = tuple(status for status in unexplained(endpoint) if status in (409, 422))
    other = _other(recipes, endpoint, first)
    if refusals and other is not None:
        text = "another call with the same key is refused"
        refused = attrs.evolve(found, id=f"{found.id}.other_body", text=text)
        wrong = attrs.evolve(other, capture=None, statuses=refusals, contract=None)
        yield refused.tested("test_idempotent_other_body", keep, *kept, first, wrong)


def _other(recipes: Recipes, endpoint: nodes.Endpoint, call: Call) -> Call | None:
    """The call with one value of its body another one."""
    examples = recipes.examples(endpoint, frozenset())
    record = None if endpoint.body_type is None else examples.body_of(endpoint.body_type)
    if not isinstance(record, Record) or not isinstance(call.body, Fields):
        return None
    for name, value in call.body.entries:
        field = record.get(name)
        other: Value = value if field is None else varied(value, 1, examples.body_of(field.type))
        if other != value:
            entries = tuple((k, other if k == name else v) for k, v in call.body.entries)
            return attrs.evolve(call, body=Fields(entries))
    return None
