"""By which of its fields an actor's own thing is known to the service: what it logs in with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specc.ir import nodes
from specc.ir.expressions import Captured, Field, Function, Value, walk


def logged_in_by(
    actor: nodes.Actor, producers: Mapping[str, list[nodes.Endpoint]]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Contracts, each with a field of the actor's own thing that later steps send."""
    owned = {capture: contract for contract, capture in actor.owns}
    for step in actor.requests:
        if step.endpoint is None:
            continue
        sent = [value for _, value in step.params]
        for value in sent if step.body is None else [*sent, step.body]:
            for item in walk(value):
                capture, path = _field_of_capture(item)
                contract = owned.get(capture)
                if contract is None or not path:
                    continue
                at = _at(contract, producers)
                if path[: len(at)] == at and len(path) == len(at) + 1:
                    yield contract, path[len(at) :]


def _at(contract: str, producers: Mapping[str, list[nodes.Endpoint]]) -> tuple[str, ...]:
    for endpoint in producers.get(contract, ())[:1]:
        effect = endpoint.effect("creates")
        return () if effect is None else effect.at or ()
    return ()


def _field_of_capture(value: Value) -> tuple[str, tuple[str, ...]]:
    """`made.user.email` and `request(made).user.email`: what was captured, and the path."""
    path: list[str] = []
    while isinstance(value, Field):
        path.insert(0, value.name)
        value = value.subject
    if isinstance(value, Function) and value.name == "request" and len(value.arguments) == 1:
        value = value.arguments[0]
    return (value.name, tuple(path)) if isinstance(value, Captured) else ("", ())
