"""A service that stops to answer does not hold a run up for ever."""

from __future__ import annotations

import threading
import time

import pytest

from runtime.stage import Answer, Stage
from specc.runtime import Actor, Broken, patience
from specc.runtime.hosts import Origin
from specc.runtime.security import Attempt


def test_the_time_that_is_left_grows_shorter_until_it_answers() -> None:
    origin = Origin("http", "127.0.0.1", 1)
    assert patience.left(origin, 30.0) == 30.0
    patience.waited_in_vain(origin)
    first = patience.left(origin, 30.0)
    patience.waited_in_vain(origin)
    second = patience.left(origin, 30.0)
    assert 0 < second < first < 30.0
    patience.waited_in_vain(origin)
    patience.waited_in_vain(origin)
    assert patience.left(origin, 30.0) == 0
    patience.answered(origin)
    assert patience.left(origin, 30.0) == 30.0


def test_a_short_timeout_stays_as_short() -> None:
    origin = Origin("http", "127.0.0.1", 2)
    patience.waited_in_vain(origin)
    assert patience.left(origin, 0.5) == 0.5
    patience.answered(origin)


def test_what_is_not_answered_says_so_at_once_in_the_end(stage: Stage) -> None:
    woken = threading.Event()

    def respond(_: object) -> Answer:
        woken.wait(5)
        return Answer()

    stage.respond = respond
    endpoint = stage.endpoint(service=stage.service(timeout=0.05))
    for _ in range(4):
        with pytest.raises(Broken, match="no complete answer"):
            Actor("ann").call(endpoint)
    with pytest.raises(Broken, match="has stopped to answer"):
        Actor("ann").call(endpoint)
    woken.set()
    patience.answered(endpoint.service.origin)


def test_no_answer_to_a_probe_is_no_breach(stage: Stage) -> None:
    def respond(_: object) -> Answer:
        time.sleep(0.3)
        return Answer()

    stage.respond = respond
    endpoint = stage.endpoint(service=stage.service(timeout=0.05))
    with pytest.raises(pytest.skip.Exception, match=r"inconclusive: .*no complete answer"):
        Attempt(Actor("ann"), endpoint).send()
    patience.answered(endpoint.service.origin)
