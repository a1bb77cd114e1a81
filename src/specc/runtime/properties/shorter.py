"""Make a failing sequence shorter: without each of its calls, then with simpler requests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import attrs

from specc.runtime.absent import ABSENT
from specc.runtime.json_text import Json
from specc.runtime.properties.carriers import carrier_of_body
from specc.runtime.properties.placeholder import names_in
from specc.runtime.properties.requests import Sent
from specc.runtime.properties.rules import Rule

MOST_TRIED = 250
"""Sequences that are tried to find a shorter one."""


@attrs.frozen(eq=False)
class Step:
    """A call of a sequence; `about` is the step that made the thing that it is about."""

    rule: Rule
    actor: str
    about: Step | None
    sent: Sent | None


Steps = tuple[Step, ...]
Fails = Callable[[Steps], Steps | None]
"""Tries a sequence. What failed of it, up to the call that did; None if nothing did."""


def shortest(steps: Steps, fails: Fails, simplest: Callable[[Rule], Sent | None]) -> Steps:
    """The shortest sequence that was found to fail as well."""
    trying = _Trying(steps, fails)
    # Most often it takes no more than the last call, and those that made what it is about.
    trying.one(_chain(steps))
    for at in range(len(trying.best) - 2, -1, -1):
        if at < len(trying.best) - 1:
            without = _without(trying.best, trying.best[at])
            if without and without[-1] is trying.best[-1]:
                trying.one(without)
    at = 0
    while at < len(trying.best):
        if not any(trying.one(each) for each in _simplified(trying.best, at, simplest)):
            at += 1
    return trying.best


@attrs.define
class _Trying:
    best: Steps
    fails: Fails
    left: int = MOST_TRIED

    def one(self, candidate: Steps) -> bool:
        """Whether a sequence fails as well; then it is the best so far."""
        if self.left <= 0 or (len(candidate) == len(self.best) and candidate == self.best):
            return False
        self.left -= 1
        found = self.fails(candidate)
        if found is not None:
            self.best = found
        return found is not None


def _chain(steps: Steps) -> Steps:
    wanted: list[Step] = []
    step: Step | None = steps[-1]
    while step is not None:
        wanted.append(step)
        step = step.about
    return tuple(reversed(wanted))


def _simplified(steps: Steps, at: int, simplest: Callable[[Rule], Sent | None]) -> Iterator[Steps]:
    """The sequence with a simpler request in one of its calls."""
    step = steps[at]
    plain = None if step.sent is None else simplest(step.rule)
    if step.sent is None or plain is None or _same(step.sent, plain):
        return
    yield _with(steps, step, plain)
    for simpler in _simpler(step.sent, plain):
        yield _with(steps, step, simpler)


def _without(steps: Steps, gone: Step) -> Steps:
    """The sequence without a call, and without those that are about what it made."""
    dropped = {id(gone)}
    kept: list[Step] = []
    for step in steps:
        if id(step) in dropped or (step.about is not None and id(step.about) in dropped):
            dropped.add(id(step))
        else:
            kept.append(step)
    return tuple(kept)


def _with(steps: Steps, old: Step, sent: Sent) -> Steps:
    """The sequence with another request in one of its calls."""
    renewed: dict[int, Step] = {}
    for step in steps:
        about = None if step.about is None else renewed[id(step.about)]
        renewed[id(step)] = attrs.evolve(step, about=about, sent=sent if step is old else step.sent)
    return tuple(renewed.values())


def _same(one: Sent, other: Sent) -> bool:
    return one.params == other.params and one.body == other.body


def _simpler(sent: Sent, plain: Sent) -> Iterator[Sent]:
    """The request with one part of it left out, or as in the simplest; valid all the same."""
    requests = sent.requests
    for name in sent.params:
        if name not in requests.required:
            rest = {key: value for key, value in sent.params.items() if key != name}
            yield attrs.evolve(sent, params=rest)
    if sent.body is ABSENT or not carrier_of_body(requests.endpoint.body).typed:
        return
    contract = requests.contract(requests.body)
    fields = bool(names_in(sent.body))
    for body in _smaller(sent.body, None if plain.body is ABSENT else plain.body):
        if not fields and contract.holds(body):
            yield attrs.evolve(sent, body=body)


def _smaller(value: Json, plain: Json) -> Iterator[Json]:
    match value:
        case dict():
            for name in value:
                yield {key: item for key, item in value.items() if key != name}
            for name, item in value.items():
                inner: Any = plain.get(name) if isinstance(plain, dict) else None
                for smaller in _smaller(item, inner):
                    yield {**value, name: smaller}
        case list():
            for at in range(len(value)):
                yield value[:at] + value[at + 1 :]
            for at, item in enumerate(value):
                inner = plain[0] if isinstance(plain, list) and plain else None
                for smaller in _smaller(item, inner):
                    yield [*value[:at], smaller, *value[at + 1 :]]
        case _ if plain is not None and value != plain and not isinstance(plain, dict | list):
            yield plain
        case str() if value:
            yield value[: len(value) // 2]
        case _:
            pass
