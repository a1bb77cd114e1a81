"""Whether what may be done once is done more often: one call after another, or all at once."""

from __future__ import annotations

import threading

from specc.runtime import things
from specc.runtime.broken import Broken
from specc.runtime.changes import copy
from specc.runtime.exchange import Response
from specc.runtime.json_text import Json
from specc.runtime.outgoing import to_endpoint
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach, inconclusive, told

_AT_ONCE = 8
_ROUNDS = 4
_PATIENCE = 30.0
"""Seconds that callers wait for each other."""


def works_once(rule: str, attempt: Attempt, *, make: Attempt | None = None) -> None:
    """Of the same calls at the same time, and once more, one succeeds. Raises Broken.

    With `make`, each round is about another thing that it has made.
    """
    __tracebackhide__ = True
    for round_ in range(1 if make is None else _ROUNDS):
        about: Json = None
        if make is not None:
            made = make.send()
            if not 200 <= made.status < 300:
                inconclusive(f"{told(made)}: there is nothing to try it on")
            about = made.json if made.is_json else None
        answers = _raced(attempt, about)
        good = [each for each in answers if 200 <= each.status < 300]
        name = attempt.endpoint.name
        if len(good) > 1:
            said = f"{len(good)} of {len(answers)} calls of {name} at the same time succeed"
            raise breach(rule, said, good[0], good[1])
        if not good:
            inconclusive(f"{told(answers[0])}: the call does not succeed even once")
        if round_ == 0:
            [again] = _raced(attempt, about, count=1)
            if 200 <= again.status < 300:
                raise breach(rule, f"{name} succeeds a second time", again, good[0])


def _raced(attempt: Attempt, about: Json, count: int = _AT_ONCE) -> list[Response]:
    """The answers to the same call, made by so many callers at once, each on its own connection."""
    __tracebackhide__ = True
    params = attempt.given(about)
    ready = threading.Barrier(count)
    answers: list[Response] = []
    wrong: list[Exception] = []
    service = attempt.endpoint.service

    def call() -> None:
        outgoing = to_endpoint(attempt.endpoint, params, copy(attempt.body))
        try:
            if count > 1:  # so that no caller still has to connect when it counts
                attempt.actor.request("HEAD", "/", service=service)
            ready.wait(_PATIENCE)
            answers.append(attempt.actor.send(outgoing, follow=False))
        except (Broken, threading.BrokenBarrierError) as problem:
            ready.abort()
            wrong.append(problem)

    callers = [threading.Thread(target=call, daemon=True) for _ in range(count)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join(_PATIENCE)
    for answer in answers:
        if 200 <= answer.status < 300:
            things.note(attempt.actor, attempt.endpoint, params, answer)
    if not answers:
        inconclusive(f"no call was answered: {wrong[0] if wrong else 'it took too long'}")
    return answers
