"""What is put at a path is what is got there (RFC 9110, 9.3.4), where it is text or bytes."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.expressions import Captured, Function
from specc.plan.changes.change import Place
from specc.plan.derive.finding import Finding
from specc.plan.nodes import Verify
from specc.plan.recipes import Recipes, UnreachableError

_TEXTS = (
    ("plain", "text"),
    ("blanks_around", "  one two\t "),
    ("line_ends", "one\r\ntwo\n\n"),
    ("not_ascii", "\u00e9\u00df \u4e16\u754c \U0001f469\u200d\U0001f467"),
)


def stores(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Finding]:
    """`x.stores.TEXT`, and `x.stores.deleted` where what it belongs to can be deleted."""
    reader = _reader(recipes, endpoint)
    if endpoint.method != "PUT" or endpoint.effects or reader is None:
        return
    fed = [item.feed.contract for item in endpoint.parameters if item.feed is not None]
    fresh = frozenset(fed[-1:])
    place = endpoint.place
    found = Finding(f"{endpoint.name}.stores", "stores", place, "what is put is what is got")
    try:
        call = recipes.call(endpoint, fresh=fresh)
        reading = attrs.evolve(recipes.call(reader, fresh=fresh), actor=call.actor)
    except UnreachableError as problem:
        yield found.untested(problem)
        return
    form = endpoint.body_form or "text"
    assert reader.success is not None
    body = Place((), "")
    changes = tuple(
        attrs.evolve(body.put(name, text if form == "text" else text.encode()), label=name)
        for name, text in _TEXTS
    )
    sent = Function("request", (Captured("made"),))
    yield found.tested(
        "test_stores",
        attrs.evolve(call, capture="made", changed="body"),
        attrs.evolve(reading, capture="again"),
        Verify("equal", (Captured("again", form), sent)),
        changes=changes,
    )
    for contract in fresh:
        for remover, _ in recipes.by_effect.get(("deletes", contract), ())[:1]:
            gone = tuple(
                item.status
                for item in reader.returns
                if any(each.kind in ("deleted", "unknown") for each in item.conditions)
            )
            removal = recipes.call(remover, fresh=fresh)
            text = f"what was put is gone with the {contract}"
            later = attrs.evolve(found, id=f"{found.id}.deleted", text=text)
            look = attrs.evolve(reading, statuses=gone or (404, 410), contract=None)
            yield later.tested("test_stores_deleted", call, removal, look)


def _reader(recipes: Recipes, endpoint: nodes.Endpoint) -> nodes.Endpoint | None:
    """The GET of the same path, in the same form."""
    for other in recipes.suite.endpoints:
        if (
            other.method == "GET"
            and other.path == endpoint.path
            and (other.open or set(endpoint.allowed) <= set(other.allowed))
            and other.owned == endpoint.owned
            and not other.effects
            and endpoint.body_form in ("text", "bytes")
            and other.success is not None
            and other.success.form == endpoint.body_form
        ):
            return other
    return None
