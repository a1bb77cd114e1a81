"""Whether who changes their own account may take a role by it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from specc.runtime.diff import same
from specc.runtime.exchange import Response
from specc.runtime.json_text import Json
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach, inconclusive, succeeded, told
from specc.runtime.security.judging import alike
from specc.runtime.values import unique


def takes_no_role(
    rule: str,
    attempt: Attempt,
    *,
    claims: Mapping[str, Any],
    at: Sequence[str] = (),
    reread: Attempt | None = None,
    doors: Sequence[Attempt] = (),
) -> None:
    """A role that is claimed in an update of oneself is not had afterwards. Raises Broken.

    It is had if `reread` shows it, or if one of the `doors` opens that were closed before: calls
    of other roles, each an attempt of who may make it.
    """
    __tracebackhide__ = True
    closed = [each for each in _opened(attempt, doors) if not succeeded(each[1])]
    before = None if reread is None else reread.send()
    had = _inside(before, at)
    refused = True
    for some in _tries(claims):
        answer = attempt.send(put=_put(attempt, at, some))
        if not succeeded(answer):
            continue
        refused = False
        if reread is not None and before is not None:
            _judge(rule, attempt, some, had, (answer, reread.send(), before), at)
        for door, _, control in closed:
            opened = door.send(attempt.actor)
            if alike(opened, control):
                what = "a claim to a role" if len(some) > 1 else f"`{next(iter(some))}`"
                said = f"{what} in {attempt.endpoint.name} opens {door.endpoint.name}"
                raise breach(rule, said, opened, answer, control)
        if some is claims or len(some) == len(claims):
            return  # all of them were taken, and none had an effect
    if refused:
        control = attempt.send()
        if not succeeded(control):
            inconclusive(f"{told(control)} without any claim, too")


def _judge(
    rule: str,
    attempt: Attempt,
    some: Mapping[str, Any],
    had: Mapping[str, Any],
    shown: tuple[Response, Response, Response],
    at: Sequence[str],
) -> None:
    """Raise Broken if a claim is read back that was not so before; what was there is put back."""
    __tracebackhide__ = True
    answer, look, before = shown
    now = _inside(look, at) if succeeded(look) else {}
    for name, value in some.items():
        if name in now and same(now[name], value) and not same(had.get(name), value):
            if name not in had and _keeps_anything(attempt, at):
                continue
            if name in had:
                attempt.send(put=_put(attempt, at, {name: had[name]}))
            said = f"{attempt.actor.name} has made itself `{name}: {value}`"
            raise breach(rule, said, answer, look, before, where=f"body.{name}")


def _keeps_anything(attempt: Attempt, at: Sequence[str]) -> bool:
    """Whether the service keeps whatever it is sent, so that a new field for a role is a word."""
    random = unique("specc").replace("-", "_")
    answer = attempt.send(put=_put(attempt, at, {random: random}))
    return succeeded(answer) and random in answer.text


def _opened(
    attempt: Attempt, doors: Sequence[Attempt]
) -> Iterator[tuple[Attempt, Response, Response]]:
    """Each door with what the actor and its entitled one are answered, if the latter gets in."""
    for door in doors:
        control = door.send()
        if succeeded(control):
            yield door, door.send(attempt.actor), control


def _tries(claims: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """All claims at once; where that is refused, each by itself."""
    yield claims
    if len(claims) > 1:
        for name, value in claims.items():
            yield {name: value}


def _put(attempt: Attempt, at: Sequence[str], claims: Mapping[str, Any]) -> dict[str, Any]:
    body = attempt.body
    inside = "body."
    for name in at:
        if not isinstance(body, Mapping) or not isinstance(body.get(name), Mapping):
            inside = "body."
            break
        body = body[name]
        inside += f"{name}."
    return {f"{inside}{name}": value for name, value in claims.items()}


def _inside(answer: Response | None, at: Sequence[str]) -> Mapping[str, Any]:
    value: Json = answer.json if answer is not None and answer.is_json else None
    for name in at:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value if isinstance(value, Mapping) else {}
