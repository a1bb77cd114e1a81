"""Whether a client sets what is the server's to set: judged by reading the thing again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from specc.runtime.diff import same
from specc.runtime.endpoint import Endpoint
from specc.runtime.exchange import Response
from specc.runtime.json_text import Json
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach, inconclusive, succeeded, told
from specc.runtime.values import unique

_NOTHING: Mapping[str, Any] = {}


def sets_only_its_own(
    rule: str,
    attempt: Attempt,
    *,
    claims: Mapping[str, Any],
    reread: Attempt | None = None,
    at: Sequence[str] = (),
) -> None:
    """None of the claimed fields is read back with the value that a client sent. Raises Broken.

    `at` is where the thing stands in the answer, and in the body that is sent. A field that is
    read back is claimed again with another value, or compared to a call without any claim.
    """
    __tracebackhide__ = True
    inside = _where(attempt, at)
    answer = attempt.send(put=_put(inside, claims))
    if succeeded(answer):
        kept = _kept(claims, _seen(answer, reread, at))
        for name in kept:
            _confirm(rule, attempt, name, claims, answer, reread, at, inside)
        return
    refused = True
    for name, value in claims.items():
        answer = attempt.send(put=_put(inside, {name: value}))
        if succeeded(answer):
            refused = False
            if _kept({name: value}, _seen(answer, reread, at)):
                _confirm(rule, attempt, name, claims, answer, reread, at, inside)
    if refused:
        control = attempt.send()
        if not succeeded(control):
            inconclusive(f"{told(control)} without any claim, too")


def _confirm(
    rule: str,
    attempt: Attempt,
    name: str,
    claims: Mapping[str, Any],
    answer: Response,
    reread: Attempt | None,
    at: Sequence[str],
    inside: str,
) -> None:
    """Raise Broken if it is the claim that made the field what it is."""
    __tracebackhide__ = True
    other = _other(claims[name])
    control = attempt.send(put=_NOTHING if other is None else _put(inside, {name: other}))
    if not succeeded(control):
        control = attempt.send()
        other = None
    if not succeeded(control):
        inconclusive(f"`{name}` is as claimed, but {told(control)} when it is tried again")
    again = _seen(control, reread, at)
    if other is None:
        proven = name in again and not _equal(again[name], claims[name])
    else:
        proven = name in again and _equal(again[name], other)
    if proven and not _is_one_of_any(attempt, name, reread, at, inside):
        said = f"`{name}` is what the client sent, though it is the server's to set"
        raise breach(rule, said, answer, control, where=f"body.{name}")


def _is_one_of_any(
    attempt: Attempt, name: str, reread: Attempt | None, at: Sequence[str], inside: str
) -> bool:
    """Whether a field means nothing: the service keeps whatever it is sent, and nobody declared it.

    One that the service gives to a thing by itself means something, too.
    """
    random = unique("specc").replace("-", "_")
    kept = attempt.send(put=_put(inside, {random: random}))
    if not succeeded(kept) or random not in (seen := _seen(kept, reread, at)):
        return False
    by_itself = attempt.endpoint.creates is not None and name in seen
    return not by_itself and not _declares(attempt.endpoint, name)


def _declares(endpoint: Endpoint, name: str) -> bool:
    """Whether an answer of an endpoint may have a field of that name, as its contracts say."""
    promised = (each.contract for each in endpoint.promises.values())
    return any(each is not None and _has_property(each.document, name) for each in promised)


def _has_property(schema: Json, name: str) -> bool:
    match schema:
        case Mapping():
            fields = schema.get("properties")
            return (isinstance(fields, Mapping) and name in fields) or any(
                _has_property(item, name) for item in schema.values()
            )
        case list():
            return any(_has_property(item, name) for item in schema)
        case _:
            return False


def _where(attempt: Attempt, at: Sequence[str]) -> str:
    """The place of the body that holds the thing: as in the answer, or the body itself."""
    body = attempt.body
    for name in at:
        if not isinstance(body, Mapping) or not isinstance(body.get(name), Mapping):
            return "body."
        body = body[name]
    return "".join(["body.", *(f"{name}." for name in at)])


def _put(inside: str, claims: Mapping[str, Any]) -> dict[str, Any]:
    return {f"{inside}{name}": value for name, value in claims.items()}


def _seen(answer: Response, reread: Attempt | None, at: Sequence[str]) -> Mapping[str, Any]:
    """The thing as it is read again; as it was answered where it cannot be."""
    thing = _inside(answer, at)
    if reread is not None:
        try:
            again = reread.send(about=thing)
        except (LookupError, TypeError):
            return thing
        if succeeded(again):
            return {**thing, **_inside(again, ())}
    return thing


def _inside(answer: Response, at: Sequence[str]) -> Mapping[str, Any]:
    value: Json = answer.json if answer.is_json else None
    for name in at:
        value = value.get(name) if isinstance(value, Mapping) else None
    if not isinstance(value, Mapping):
        return {}
    wrapped = [item for item in value.values() if isinstance(item, Mapping)]
    # `{ account: { ... } }` where nothing says where the thing stands.
    return {**wrapped[0], **value} if len(wrapped) == 1 and not at else value


def _kept(claims: Mapping[str, Any], seen: Mapping[str, Any]) -> list[str]:
    return [name for name in claims if name in seen and _equal(seen[name], claims[name])]


def _equal(one: Json, other: Json) -> bool:
    return same(one, other) or (isinstance(one, str) and one == str(other))


def _other(value: Json) -> Json:
    """Another claim of the kind, for which the server has no reason; None if none is sure."""
    match value:
        case bool():
            return not value
        case int() | Decimal():
            return value - 1
        case str() if value == "claimed-by-client":
            return "claimed-once-more"
        case str() if value.startswith("2031-02-03"):
            return value.replace("2031-02-03", "2031-02-04")
        case _:
            return None
